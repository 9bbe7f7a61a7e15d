package io.entente.commission.payouts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.OutcomeCorrection.Status;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.lists.CorrectionFilter;
import io.entente.commission.payouts.lists.CorrectionList;
import io.entente.commission.payouts.lists.ListedCorrection;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * The list of corrections in {@code listed_outcome_corrections}. The payout is the truth; an entry says only which correction to
 * read. Before a payout is written, the entry is found by the status before and after, and afterwards by the right one alone. A
 * crash in between leaves an entry that is found too often, and what the payout says is compared with the filter when it is read.
 */
@Repository
class MongoCorrectionList implements CorrectionList {

    static final String COLLECTION = "listed_outcome_corrections";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoCorrectionList(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedCorrection.ORDERS, clock);
    }

    /** Names a correction and its payout. */
    record Entry(@Id String id, String payoutId, ListEntry list) {}

    /** Makes sure that what a change of a payout does to its corrections will be found. */
    void before(Payout before, Payout after) {
        changed(before, after).forEach(correction -> {
            Set<Status> both = EnumSet.of(correction.status());
            before.corrections()
                    .find(correction.id())
                    .map(OutcomeCorrection::status)
                    .ifPresent(both::add);
            save(after, correction, both);
        });
    }

    /** The change was written, so each correction is found by its own status alone. A new one has no other. */
    void after(Payout before, Payout after) {
        changed(before, after).stream()
                .filter(correction -> before.corrections().find(correction.id()).isPresent())
                .forEach(correction -> save(after, correction, EnumSet.of(correction.status())));
    }

    /** Adds the correction of a payout that waits. */
    void addWaiting(Payout payout) {
        payout.corrections().waiting().ifPresent(waiting -> save(payout, waiting, EnumSet.of(Status.WAITING)));
    }

    @Override
    public Page<ListedCorrection> page(CorrectionFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedCorrection.query(filter), page);
        Map<String, Entry> entries = mongo.find(query(where("_id").in(ids.items())), Entry.class, COLLECTION).stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        Set<String> payoutIds = entries.values().stream().map(Entry::payoutId).collect(Collectors.toSet());
        Map<String, Payout> payouts =
                mongo.find(query(where("_id").in(payoutIds)), PayoutDocument.class, MongoPayouts.COLLECTION).stream()
                        .map(PayoutDocument::toPayout)
                        .collect(Collectors.toMap(payout -> payout.id().value(), Function.identity()));
        return new Page<>(
                ids.items().stream()
                        .map(entries::get)
                        .filter(Objects::nonNull)
                        .flatMap(entry -> Stream.ofNullable(payouts.get(entry.payoutId()))
                                .flatMap(payout -> payout.corrections().find(entry.id()).stream()
                                        .map(correction -> new ListedCorrection(payout, correction))))
                        .filter(listed -> filter.statuses().isEmpty()
                                || filter.statuses()
                                        .contains(listed.correction().status()))
                        .toList(),
                ids.next());
    }

    private static List<OutcomeCorrection> changed(Payout before, Payout after) {
        return after.corrections().all().stream()
                .filter(correction -> !before.corrections().all().contains(correction))
                .toList();
    }

    private void save(Payout payout, OutcomeCorrection correction, Set<Status> statuses) {
        ListEntry entry = new ListedCorrection(payout, correction).entry(statuses);
        mongo.save(new Entry(correction.id(), payout.id().value(), entry), COLLECTION);
    }
}
