package io.entente.partner.tiers.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.tiers.review.ListedProposal;
import io.entente.partner.tiers.review.ProposalFilter;
import io.entente.partner.tiers.review.TierChangeProposed;
import io.entente.partner.tiers.review.TierReview;
import io.entente.partner.tiers.review.TierReviews;
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

/** Reviews in the collection {@code tier_reviews}, each with its outbox. */
@Repository
class MongoTierReviews implements TierReviews {

    static final String COLLECTION = "tier_reviews";

    private final IndexedList list;
    private final AggregateStore<TierReview, TierChangeProposed, ReviewDocument> store;

    MongoTierReviews(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, Clock clock) {
        this.list = new IndexedList(mongo, COLLECTION, ListedProposal.ORDERS, clock).withChangingKeys();
        this.store = stores.of(new ReviewMapping(recorder));
    }

    @Override
    public Optional<TierReview> find(PartnerId partner) {
        return store.find(partner.value());
    }

    @Override
    public Page<TierReview> list(ProposalFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedProposal.query(filter), page);
        Map<String, TierReview> found = store.find(new Query(where("_id").in(ids.items()))).stream()
                .collect(Collectors.toMap(review -> review.partner().value(), review -> review));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public boolean add(Change<TierReview, TierChangeProposed> first) {
        return store.insert(first, null).isPresent();
    }

    @Override
    public Optional<Decision<TierReview>> change(
            PartnerId partner, Function<TierReview, Decision<Change<TierReview, TierChangeProposed>>> decide) {
        return store.change(partner.value(), decide).map(decision -> decision.map(Saved::state));
    }
}
