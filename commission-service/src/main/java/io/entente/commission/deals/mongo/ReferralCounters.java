package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

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
 * the write. A referral is counted if it is marked or pending, and only then. This holds after a redelivery and
 * after a crash at any step.
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
        String id = id(partner, referralId);
        LocalDate on = LocalDate.parse(Fields.text(Objects.requireNonNull(find(REFERRALS, id), id), ON));
        OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> attempt(monthOf(partner, on), on, id, as));
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

    private boolean attempt(String month, LocalDate on, String referral, Count as) {
        // The counter must be read before the referral; the Javadoc of this class says why.
        Document counter = find(COUNTS, month);
        if (isCounted(Objects.requireNonNull(find(REFERRALS, referral), referral), as)) {
            return false;
        }
        Document token = new Document("referral", referral).append("as", as.name());
        if (counter == null || !pending(counter).contains(token)) {
            if (counter != null) {
                pending(counter).forEach(this::mark);
            }
            put(month, counter, counted(counter, on, as), token);
        }
        mark(token);
        return true;
    }

    private void put(String month, @Nullable Document before, List<Document> days, Document token) {
        long version = before == null ? 0 : Fields.number(before, VERSION);
        Document after = new Document("_id", month)
                .append(VERSION, version + 1)
                .append(DAYS, days)
                .append(PENDING, List.of(token));
        if (!write(after, before == null, version)) {
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

    private void mark(Document token) {
        mongo.execute(
                REFERRALS,
                collection -> collection.updateOne(
                        eq("_id", Fields.text(token, "referral")),
                        Updates.addToSet(COUNTED, Fields.text(token, "as"))));
    }

    private static List<Document> counted(@Nullable Document counter, LocalDate on, Count as) {
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
        found.append(as.name(), Fields.number(found, as.name()) + 1);
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
