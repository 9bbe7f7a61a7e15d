package io.entente.partner.alerts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.partner.alerts.Alert;
import io.entente.partner.alerts.AlertFilter;
import io.entente.partner.alerts.AlertRaised;
import io.entente.partner.alerts.Alerts;
import io.entente.partner.alerts.ListedAlert;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Alerts in the collection {@code alerts}, each with its outbox. */
@Repository
class MongoAlerts implements Alerts {

    static final String COLLECTION = "alerts";

    private final IndexedList list;
    private final AggregateStore<Alert, AlertRaised, AlertDocument> store;

    MongoAlerts(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, Clock clock) {
        this.list = new IndexedList(mongo, COLLECTION, ListedAlert.ORDERS, clock).withChangingKeys();
        this.store = stores.of(new AlertMapping(recorder));
    }

    @Override
    public Optional<Alert> find(String id) {
        return store.find(id);
    }

    @Override
    public Page<Alert> list(AlertFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedAlert.query(filter), page);
        Map<String, Alert> found = store.find(new Query(where("_id").in(ids.items()))).stream()
                .collect(Collectors.toMap(Alert::id, alert -> alert));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public boolean add(Change<Alert, AlertRaised> first) {
        return store.insert(first, null).isPresent();
    }

    @Override
    public Optional<Decision<Alert>> change(String id, Function<Alert, Decision<Change<Alert, AlertRaised>>> decide) {
        return store.change(id, decide).map(decision -> decision.map(Saved::state));
    }
}
