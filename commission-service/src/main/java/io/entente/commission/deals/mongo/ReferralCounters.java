package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.entente.commission.deals.SubmittedReferrals.Counted;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Counts each referral once as submitted and once as won. The collection {@code referral_counts} has one document
 * for each partner and month, with a count for each day.
 *
 * <p>The counter and the referral's own document can't be written together. A count therefore takes three steps: the
 * counter is increased and lists the referral as pending, the referral is marked as counted, and the referral is
 * removed from the pending list. Each count reads the counter before the referral, and the counter's version guards
 * the write. If the referral is pending, the pending entry says whether it is counted; otherwise its mark does. This
 * holds after a redelivery and after a crash at any step.
 *
 * <p>A referral whose deals were all reversed is no longer counted as won, and it is counted again if it is won again.
 * A mark therefore notes which write of the counter it belongs to, so that an instance that was interrupted can't
 * overwrite a later mark.
 */
final class ReferralCounters {

    /** The collection with each referral's day and what is counted of it. */
    static final String REFERRALS = "counted_referrals";

    static final String COUNTS = "referral_counts";

    /** The id of the document that says that earlier referrals are counted. No partner has this id. */
    private static final String COMPLETE = "earlier referrals";

    private static final String ON = "on";
    private static final String COUNTED = "counted";
    private static final String VERSION = "version";
    private static final String DAYS = "days";
    private static final String PENDING = "pending";
    private static final String REFERRAL = "referral";
    private static final String AS = "as";

    /** In a pending entry, the version of the counter that it belongs to; in a referral, the last one that marked it. */
    private static final String MARK = "mark";

    /** Says that a pending entry takes a count back. */
    private static final String TAKEN = "taken";

    /** A count gives up after this many attempts. */
    private static final int MAX_ATTEMPTS = 100;

    private final MongoOperations mongo;

    ReferralCounters(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What a referral can be counted as. */
    enum Count {
        SUBMITTED,
        WON
    }

    /** Records the day on which a referral counts. If a day is recorded already, it stays. */
    void register(PartnerId partner, Submitted referral) {
        Document document = new Document("_id", id(partner, referral.referralId()))
                .append(ON, referral.on().toString())
                .append(COUNTED, List.of());
        try {
            mongo.execute(REFERRALS, collection -> collection.insertOne(document));
        } catch (DuplicateKeyException known) {
            // The day of this referral is already recorded.
        }
    }

    /** Counts a registered referral, unless it is already counted. */
    void count(PartnerId partner, String referralId, Count as) {
        change(partner, referralId, as, true);
    }

    /** Counts a referral no longer as won. A referral that is not counted stays as it is. */
    void uncountWon(PartnerId partner, String referralId) {
        change(partner, referralId, Count.WON, false);
    }

    private void change(PartnerId partner, String referralId, Count as, boolean counts) {
        String id = id(partner, referralId);
        LocalDate on = LocalDate.parse(Fields.text(Objects.requireNonNull(find(REFERRALS, id), id), ON));
        OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> attempt(monthOf(partner, on), on, id, as, counts));
    }

    static boolean isOpen(Document referral) {
        return !isCounted(referral, Count.WON);
    }

    Counted sum(PartnerId partner, LocalDate from, LocalDate to) {
        List<Document> months = mongo.execute(COUNTS, collection -> collection
                .find(and(gte("_id", monthOf(partner, from)), lte("_id", monthOf(partner, to))))
                .into(new ArrayList<>()));
        long submitted = 0;
        long won = 0;
        for (Document month : Objects.requireNonNull(months)) {
            for (Document day : month.getList(DAYS, Document.class)) {
                LocalDate on = LocalDate.parse(Fields.text(day, ON));
                if (!on.isBefore(from) && !on.isAfter(to)) {
                    submitted += Fields.number(day, Count.SUBMITTED.name());
                    won += Fields.number(day, Count.WON.name());
                }
            }
        }
        return new Counted(submitted, won);
    }

    /** Whether every recorded referral is counted. */
    boolean isComplete() {
        return find(COUNTS, COMPLETE) != null;
    }

    void complete() {
        mongo.execute(
                COUNTS,
                collection -> collection.updateOne(
                        eq("_id", COMPLETE), Updates.set(VERSION, 1L), new UpdateOptions().upsert(true)));
    }

    private boolean attempt(String month, LocalDate on, String referral, Count as, boolean counts) {
        // The counter must be read before the referral; the Javadoc of this class says why.
        Document counter = find(COUNTS, month);
        Document known = Objects.requireNonNull(find(REFERRALS, referral), referral);
        List<Document> pending = counter == null ? List.of() : pending(counter);
        boolean now = pending.stream()
                .filter(token ->
                        referral.equals(token.getString(REFERRAL)) && as.name().equals(token.getString(AS)))
                .findFirst()
                .map(ReferralCounters::isAdded)
                .orElseGet(() -> isCounted(known, as));
        if (now == counts && pending.isEmpty()) {
            return false;
        }
        markAll(counter);
        if (now == counts) {
            return false;
        }
        long version = counter == null ? 1 : Fields.number(counter, VERSION) + 1;
        Document token = new Document(REFERRAL, referral).append(AS, as.name()).append(MARK, version);
        put(month, counter, counted(counter, on, as, counts ? 1 : -1), counts ? token : token.append(TAKEN, true));
        mark(token);
        return true;
    }

    private void put(String month, @Nullable Document before, List<Document> days, Document token) {
        Document after = new Document("_id", month)
                .append(VERSION, Fields.number(token, MARK))
                .append(DAYS, days)
                .append(PENDING, List.of(token));
        if (!write(after, before == null, Fields.number(token, MARK) - 1)) {
            throw new ConcurrentUpdateException(
                    "Another instance has written the counter %s; the count must be retried".formatted(month));
        }
    }

    private boolean write(Document after, boolean isFirst, long version) {
        if (isFirst) {
            try {
                mongo.execute(COUNTS, collection -> collection.insertOne(after));
                return true;
            } catch (DuplicateKeyException another) {
                return false;
            }
        }
        Long replaced = mongo.execute(COUNTS, collection -> collection
                .replaceOne(and(eq("_id", after.getString("_id")), eq(VERSION, version)), after)
                .getMatchedCount());
        return Objects.requireNonNull(replaced) == 1;
    }

    /** Marks the referrals that a counter names as pending. */
    void markAll(@Nullable Document counter) {
        if (counter != null) {
            pending(counter).forEach(this::mark);
        }
    }

    /** Marks a referral as its pending entry says, unless a later write of the counter has marked it already. */
    private void mark(Document token) {
        String as = Fields.text(token, AS);
        String mark = MARK + as;
        // Entries from before a count could be taken back have no number.
        long number = token.containsKey(MARK) ? Fields.number(token, MARK) : 0;
        mongo.execute(
                REFERRALS,
                collection -> collection.updateOne(
                        and(eq("_id", Fields.text(token, REFERRAL)), or(exists(mark, false), lte(mark, number))),
                        Updates.combine(
                                isAdded(token) ? Updates.addToSet(COUNTED, as) : Updates.pull(COUNTED, as),
                                Updates.set(mark, number))));
    }

    private static boolean isAdded(Document token) {
        return !token.containsKey(TAKEN);
    }

    private static List<Document> counted(@Nullable Document counter, LocalDate on, Count as, int more) {
        List<Document> days = new ArrayList<>();
        Document found = null;
        if (counter != null) {
            for (Document day : counter.getList(DAYS, Document.class)) {
                Document copy = new Document(day);
                days.add(copy);
                found = on.toString().equals(copy.getString(ON)) ? copy : found;
            }
        }
        if (found == null) {
            found = new Document(ON, on.toString());
            for (Count each : Count.values()) {
                found.append(each.name(), 0L);
            }
            days.add(found);
        }
        found.append(as.name(), Fields.number(found, as.name()) + more);
        return days;
    }

    private @Nullable Document find(String name, String id) {
        return mongo.execute(name, collection -> collection.find(eq("_id", id)).first());
    }

    private static List<Document> pending(Document counter) {
        return counter.getList(PENDING, Document.class);
    }

    private static boolean isCounted(Document referral, Count as) {
        return referral.getList(COUNTED, String.class).contains(as.name());
    }

    private static String id(PartnerId partner, String referralId) {
        return CompositeId.of(partner.value(), referralId);
    }

    private static String monthOf(PartnerId partner, LocalDate day) {
        return CompositeId.of(partner.value(), YearMonth.from(day).toString());
    }
}
