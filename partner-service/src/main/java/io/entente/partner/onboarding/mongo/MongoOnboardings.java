package io.entente.partner.onboarding.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.onboarding.ListedOnboarding;
import io.entente.partner.onboarding.Onboarding;
import io.entente.partner.onboarding.OnboardingEvent;
import io.entente.partner.onboarding.OnboardingFilter;
import io.entente.partner.onboarding.Onboardings;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Onboardings in the collection {@code onboardings}, each with its outbox. */
@Repository
class MongoOnboardings implements Onboardings {

    static final String COLLECTION = "onboardings";
    static final String REMIND_FROM = "remindFrom";

    /** Sorts before every day. */
    private static final String NO_DAY = "";

    private final IndexedList list;
    private final AggregateStore<Onboarding, OnboardingEvent, OnboardingDocument> store;

    MongoOnboardings(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, Clock clock) {
        this.list = new IndexedList(mongo, COLLECTION, ListedOnboarding.ORDERS, clock).withChangingKeys();
        this.store = stores.of(new OnboardingMapping(recorder));
    }

    @Override
    public Optional<Onboarding> find(String id) {
        return store.find(id);
    }

    @Override
    public Page<Onboarding> list(OnboardingFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedOnboarding.query(filter), page);
        Map<String, Onboarding> found = store.find(new Query(where("_id").in(ids.items()))).stream()
                .collect(Collectors.toMap(Onboarding::id, onboarding -> onboarding));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public List<String> toRemind(LocalDate today, int limit) {
        Query due = query(where(REMIND_FROM).gt(NO_DAY).lte(today.toString()))
                .with(Sort.by(REMIND_FROM))
                .limit(limit);
        return store.find(due).stream().map(Onboarding::id).toList();
    }

    @Override
    public boolean add(Change<Onboarding, OnboardingEvent> begun) {
        return store.insert(begun, null).isPresent();
    }

    @Override
    public Optional<Decision<Onboarding>> change(
            String id, Function<Onboarding, Decision<Change<Onboarding, OnboardingEvent>>> decide) {
        return store.change(id, decide).map(decision -> decision.map(Saved::state));
    }
}
