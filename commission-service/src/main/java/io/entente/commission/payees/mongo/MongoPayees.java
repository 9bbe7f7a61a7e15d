package io.entente.commission.payees.mongo;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.Payees;
import io.entente.commission.payees.changes.PayeeEvent;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeFiles;
import io.entente.commission.secrets.SealedPayees;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.secrets.DataKeys;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Stores payment details in the collection {@code payees}, by partner, each with its outbox. */
@Repository
class MongoPayees implements Payees, PayeeFiles {

    static final String COLLECTION = "payees";

    private final AggregateStore<PayeeFile, PayeeEvent, PayeeDocument> store;
    private final DataKeys keys;

    MongoPayees(AggregateStores stores, EventRecorder recorder, DataKeys keys) {
        this.store = stores.of(new PayeeMapping(recorder));
        this.keys = keys;
    }

    @Override
    public Optional<Payee> find(PartnerId partner) {
        return file(partner).map(PayeeFile::payee).filter(payee -> !payee.account()
                .isErased());
    }

    @Override
    public Optional<PayeeFile> file(PartnerId partner) {
        return store.find(partner.value());
    }

    @Override
    public boolean isErased(PartnerId partner) {
        return keys.toWrite(SealedPayees.detailsKey(partner.value())).isEmpty();
    }

    @Override
    public boolean add(Change<PayeeFile, PayeeEvent> entered) {
        return store.insert(entered, null).isPresent();
    }

    @Override
    public Optional<Decision<PayeeFile>> change(
            PartnerId partner, Function<PayeeFile, Decision<Change<PayeeFile, PayeeEvent>>> decide) {
        return store.change(partner.value(), decide).map(decision -> decision.map(Saved::state));
    }
}
