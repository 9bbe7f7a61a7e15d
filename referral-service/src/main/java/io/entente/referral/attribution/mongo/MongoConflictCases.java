package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.ConflictFilter;
import io.entente.referral.attribution.conflicts.ListedConflict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Conflicts in the collection {@code conflict_cases}. The collection {@code conflict_parties} records under {@code
 * <referral>/<case>} which conflicts a referral is in. The parties are written before their case, so a case always has its
 * parties, but after a crash a party may have no case. The counter {@code entente.attribution.conflicts} counts the conflicts
 * that reach each status.
 */
@Repository
class MongoConflictCases implements ConflictCases {

    static final String COLLECTION = "conflict_cases";
    static final String PARTIES = "conflict_parties";

    private static final String IN = "/";
    private static final String LAST = "\uffff";

    private final MongoOperations mongo;
    private final IndexedList list;
    private final MeterRegistry registry;

    MongoConflictCases(MongoOperations mongo, MeterRegistry registry, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedConflict.ORDERS, clock);
        this.registry = registry;
        for (CaseStatus status : CaseStatus.values()) {
            became(status, 0);
        }
    }

    @Override
    public Optional<ConflictCase> find(CaseId id) {
        return Optional.ofNullable(mongo.findById(id.value(), CaseDocument.class, COLLECTION))
                .map(CaseDocument::toCase);
    }

    @Override
    public Page<ConflictCase> list(ConflictFilter filter, PageRequest page) {
        return list.page(
                        ListedConflict.query(filter),
                        page,
                        these -> mongo.find(these, CaseDocument.class, COLLECTION),
                        CaseDocument::id)
                .map(CaseDocument::toCase);
    }

    @Override
    public List<ConflictCase> of(String referralId) {
        String prefix = referralId + IN;
        Query parties = query(where("_id").gte(prefix).lt(prefix + LAST)).with(Sort.by("_id"));
        return mongo.find(parties, PartyDocument.class, PARTIES).stream()
                .map(party -> find(new CaseId(party.caseId())).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public ConflictCase open(ConflictCase opened) {
        join(opened.holder().referralId(), opened.id());
        join(opened.challenger().referralId(), opened.id());
        try {
            mongo.insert(CaseDocument.of(opened), COLLECTION);
            became(CaseStatus.OPEN, 1);
            return opened;
        } catch (DuplicateKeyException there) {
            return find(opened.id())
                    .orElseThrow(() -> new IllegalStateException(
                            "The conflict %s is missing, although cases are never deleted".formatted(opened.id()),
                            there));
        }
    }

    @Override
    public void update(ConflictCase changed) {
        long readAt = changed.version() - 1;
        long replaced = mongo.replace(
                        query(where("_id")
                                .is(changed.id().value())
                                .and("version")
                                .is(readAt)),
                        CaseDocument.of(changed),
                        COLLECTION)
                .getModifiedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException(
                    "Conflict %s has changed since version %d".formatted(changed.id(), readAt));
        }
        became(changed.status(), 1);
    }

    private void became(CaseStatus status, int times) {
        registry.counter("entente.attribution.conflicts", "status", status.name())
                .increment(times);
    }

    private void join(String referralId, CaseId id) {
        try {
            mongo.insert(new PartyDocument(referralId + IN + id, id.value()), PARTIES);
        } catch (DuplicateKeyException joined) {
            // The other side, or an attempt before a crash, has recorded it.
        }
    }

    record PartyDocument(@Id String id, String caseId) {}
}
