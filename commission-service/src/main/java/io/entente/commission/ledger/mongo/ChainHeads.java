package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.partners.PartnerId;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/** The ends of chains as this instance knows them: each may be behind the store, never ahead of it. */
@Component
class ChainHeads {

    /** Partners whose chain's end is kept in memory. */
    private static final int MAX_CACHED_HEADS = 10_000;

    private final Chains chains;
    private final ConcurrentLruCache<PartnerId, KnownHead> heads;

    ChainHeads(Chains chains) {
        this.chains = chains;
        this.heads = new ConcurrentLruCache<>(
                MAX_CACHED_HEADS, partner -> new KnownHead(chains.head(ChainHead.start(partner))));
    }

    /** The end as it was last seen; costs nothing if the partner was seen before. */
    ChainHead known(PartnerId partner) {
        return heads.get(partner).head;
    }

    /** The end as the store has it now. */
    ChainHead read(PartnerId partner) {
        return advance(chains.head(known(partner)));
    }

    /** Notes an end that was seen; one that is behind the known one changes nothing. */
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
