package io.entente.commission.payments.mongo;

import io.entente.commission.payments.PaymentNotice;
import io.entente.commission.payments.PaymentNotices;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Notices in the collection {@code payment_notices}, each with its outbox. The id keeps a notice from being given twice. */
@Repository
class MongoPaymentNotices implements PaymentNotices {

    private final AggregateStore<PaymentNotice, PaymentNotice, NoticeDocument> store;

    MongoPaymentNotices(AggregateStores stores, EventRecorder recorder) {
        this.store = stores.of(new NoticeMapping(recorder));
    }

    @Override
    public void publish(PaymentNotice notice) {
        store.insert(new Change<>(notice, List.of(notice)), null);
    }
}
