package io.entente.commission.commissions.netting;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A ledger that nets a payable amount and a debt as soon as an entry leads to both. Everything that makes commission
 * payable or owed back writes to this ledger.
 */
public final class NettingLedger implements Ledger {

    private final Ledger ledger;
    private final NetDebts netting;

    public NettingLedger(Ledger ledger, NetDebts netting) {
        this.ledger = ledger;
        this.netting = netting;
    }

    @Override
    public boolean append(Entry entry) {
        return netting.append(entry);
    }

    @Override
    public boolean append(Entry entry, Predicate<ChainHead> isAsDecided) {
        return netting.append(entry, isAsDecided);
    }

    @Override
    public boolean append(PartnerId partnerId, Function<ChainHead, Optional<? extends Entry>> decision) {
        return ledger.append(partnerId, decision);
    }

    @Override
    public Optional<LedgerTransaction> find(String cause) {
        return ledger.find(cause);
    }

    @Override
    public LedgerBatch batch() {
        return ledger.batch();
    }

    @Override
    public ChainHead head(PartnerId partnerId) {
        return ledger.head(partnerId);
    }

    @Override
    public Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page) {
        return ledger.chain(partnerId, page);
    }
}
