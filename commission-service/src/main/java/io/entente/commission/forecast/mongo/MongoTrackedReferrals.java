package io.entente.commission.forecast.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Updates;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.forecast.referrals.Stage;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.forecast.referrals.TrackedReferrals;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores referrals in {@code forecast_referrals} by partner and referral. The field {@code openOf} holds the partner's id while
 * a referral has not ended, so an index finds the open ones of a partner. The sequence of the referral's last event keeps an
 * earlier event from changing it again.
 */
@Repository
class MongoTrackedReferrals implements TrackedReferrals {

    static final String COLLECTION = "forecast_referrals";
    static final String OPEN_OF = "openOf";
    static final String SUBMITTED_ON = "submittedOn";

    private static final String SEQUENCE = "sequence";
    private static final String STAGE = "stage";
    private static final String SINCE = "since";
    private static final String VALUE = "expectedValue";
    private static final String PROPOSED = "proposed";
    private static final String CREDIT = "credit";

    private final MongoOperations mongo;

    MongoTrackedReferrals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean add(TrackedReferral referral, long sequence) {
        Document document = new Document("_id", id(referral.partnerId(), referral.referralId()))
                .append("clientKey", referral.clientKey())
                .append("client", referral.client())
                .append("involvement", referral.involvement().name())
                .append(SUBMITTED_ON, referral.submittedOn().toString())
                .append(STAGE, referral.stage().name())
                .append(SINCE, referral.stageSince().toString())
                .append(OPEN_OF, referral.partnerId().value())
                .append(SEQUENCE, sequence);
        if (referral.expectedValue() != null) {
            document.append(VALUE, Fields.money(referral.expectedValue()));
        }
        try {
            mongo.execute(COLLECTION, collection -> collection.insertOne(document));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean move(PartnerId partner, String referralId, @Nullable Stage stage, LocalDate on, long sequence) {
        Bson change = stage == null
                ? Updates.combine(Updates.unset(OPEN_OF), Updates.set(SEQUENCE, sequence))
                : reached(partner, stage, on, sequence);
        return update(partner, referralId, change, sequence);
    }

    @Override
    public boolean propose(PartnerId partner, String referralId, @Nullable Money amount, LocalDate on, long sequence) {
        Bson change = Updates.combine(
                reached(partner, Stage.PROPOSAL_SENT, on, sequence),
                amount == null ? Updates.unset(PROPOSED) : Updates.set(PROPOSED, Fields.money(amount)));
        return update(partner, referralId, change, sequence);
    }

    @Override
    public boolean split(PartnerId partner, String referralId, List<Credit> credit, long sequence) {
        List<Document> shares = credit.stream()
                .map(share -> new Document("partnerId", share.partnerId().value())
                        .append("role", share.role())
                        .append("share", share.share().toString()))
                .toList();
        return update(
                partner,
                referralId,
                Updates.combine(Updates.set(CREDIT, shares), Updates.set(SEQUENCE, sequence)),
                sequence);
    }

    private static Bson reached(PartnerId partner, Stage stage, LocalDate on, long sequence) {
        return Updates.combine(
                Updates.set(STAGE, stage.name()),
                Updates.set(SINCE, on.toString()),
                Updates.set(OPEN_OF, partner.value()),
                Updates.set(SEQUENCE, sequence));
    }

    private boolean update(PartnerId partner, String referralId, Bson change, long sequence) {
        Long changed = mongo.execute(COLLECTION, collection -> collection
                .updateOne(and(eq("_id", id(partner, referralId)), lt(SEQUENCE, sequence)), change)
                .getModifiedCount());
        return Objects.requireNonNull(changed) == 1;
    }

    @Override
    public List<TrackedReferral> open(PartnerId partner, @Nullable String after, int limit) {
        Bson open = eq(OPEN_OF, partner.value());
        Bson query = after == null ? open : and(open, gt("_id", id(partner, after)));
        return find(query, ascending("_id"), limit);
    }

    @Override
    public List<TrackedReferral> latest(LocalDate submittedUpTo, int limit) {
        return find(lte(SUBMITTED_ON, submittedUpTo.toString()), descending(SUBMITTED_ON), limit);
    }

    private List<TrackedReferral> find(Bson query, Bson order, int limit) {
        List<Document> found = mongo.execute(
                COLLECTION,
                collection -> collection.find(query).sort(order).limit(limit).into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(MongoTrackedReferrals::read)
                .toList();
    }

    private static TrackedReferral read(Document stored) {
        List<String> parts = CompositeId.parts(Fields.text(stored, "_id"));
        return new TrackedReferral(
                new PartnerId(parts.get(0)),
                parts.get(1),
                Fields.text(stored, "clientKey"),
                Fields.text(stored, "client"),
                Involvement.valueOf(Fields.text(stored, "involvement")),
                money(stored, VALUE),
                money(stored, PROPOSED),
                credit(stored),
                LocalDate.parse(Fields.text(stored, SUBMITTED_ON)),
                Stage.valueOf(Fields.text(stored, STAGE)),
                LocalDate.parse(Fields.text(stored, SINCE)),
                stored.get(OPEN_OF) == null);
    }

    private static List<Credit> credit(Document stored) {
        return stored.getList(CREDIT, Document.class, List.of()).stream()
                .map(share -> new Credit(
                        new PartnerId(Fields.text(share, "partnerId")),
                        Fields.text(share, "role"),
                        Fraction.of(Fields.text(share, "share"))))
                .toList();
    }

    private static @Nullable Money money(Document stored, String field) {
        Document value = stored.get(field, Document.class);
        return value == null ? null : Fields.readMoney(value);
    }

    private static String id(PartnerId partner, String referralId) {
        return CompositeId.of(partner.value(), referralId);
    }
}
