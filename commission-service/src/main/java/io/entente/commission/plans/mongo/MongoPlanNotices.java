package io.entente.commission.plans.mongo;

import io.entente.commission.plans.notices.PlanNotice;
import io.entente.commission.plans.notices.PlanNotices;
import io.entente.platform.domain.Change;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Notices in the collection {@code plan_notices}, each with its outbox. The id keeps a notice from being given twice. */
@Repository
class MongoPlanNotices implements PlanNotices {

    private final AggregateStore<PlanNotice, PlanNotice, PlanNoticeMapping.Stored> store;

    MongoPlanNotices(AggregateStores stores, EventRecorder recorder) {
        this.store = stores.of(new PlanNoticeMapping(recorder));
    }

    @Override
    public void publish(PlanNotice notice) {
        store.insert(new Change<>(notice, List.of(notice)), null);
    }
}
