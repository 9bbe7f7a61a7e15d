package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.partners.PartnerId;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Caches the heads of chains that this instance has seen. A cached head may be behind the store, but never ahead of
 * it.
 */
@Component
class ChainHeads {

    /** The number of partners whose head is kept in memory. */
    private static final int MAX_CACHED_HEADS = 10_000;

    private final Chains chains;
    private final ConcurrentLruCache<PartnerId, KnownHead> heads;

    ChainHeads(Chains chains) {
        this.chains = chains;
        this.heads = new ConcurrentLruCache<>(
                MAX_CACHED_HEADS, partner -> new KnownHead(chains.head(ChainHead.start(partner))));
    }

    /** Returns the head as this instance last saw it. Reads the store only if the partner is not in the cache. */
    ChainHead known(PartnerId partner) {
        return heads.get(partner).head;
    }

    /** Returns the current head from the store. */
    ChainHead read(PartnerId partner) {
        return advance(chains.head(known(partner)));
    }

    /** Records a head that was seen. A head that is behind the cached one changes nothing. */
    ChainHead advance(ChainHead seen) {
        return heads.get(seen.partnerId()).advance(seen);
    }

    private static final class KnownHead {
        private volatile ChainHead head;

        KnownHead(ChainHead head) {
            this.head = head;
        }

        synchronized ChainHead advance(ChainHead seen) {
            if (seen.number() > head.number()) {
                head = seen;
            }
            return head;
        }
    }
}
