package io.entente.commission.plans.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.publication.PlanEvent;
import io.entente.commission.plans.publication.PlanPublication;
import io.entente.commission.plans.publication.PlanPublications;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What was told about plans, in the collection {@code plan_publications}, one document for each plan. */
@Repository
class MongoPlanPublications implements PlanPublications {

    private final AggregateStore<PlanPublication, PlanEvent, PlanPublicationMapping.Stored> store;

    MongoPlanPublications(AggregateStores stores, EventRecorder recorder) {
        this.store = stores.of(new PlanPublicationMapping(recorder));
    }

    @Override
    public Map<String, PlanPublication> find(Collection<String> codes) {
        List<String> ids = codes.stream().map(PlanPublication::idOf).toList();
        return store.find(query(where("_id").in(ids)).limit(PlanBook.MAX_PLANS)).stream()
                .collect(Collectors.toMap(PlanPublication::code, Function.identity()));
    }

    @Override
    public boolean publish(Change<PlanPublication, PlanEvent> change) {
        PlanPublication told = change.state();
        if (told.sequence() == 1) {
            return store.insert(change, null).isPresent();
        }
        Optional<Loaded<PlanPublication>> loaded = store.load(told.id());
        if (loaded.isEmpty() || loaded.get().state().sequence() != told.sequence() - 1) {
            return false;
        }
        try {
            CompletableFuture<Void> unused = store.replace(loaded.get(), change);
            return true;
        } catch (ConcurrentUpdateException faster) {
            return false;
        }
    }
}
