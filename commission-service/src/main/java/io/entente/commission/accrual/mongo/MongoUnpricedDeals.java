package io.entente.commission.accrual.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.InsertManyOptions;
import io.entente.commission.accrual.unpriced.UnpricedDeal;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Client;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.documents.KnownKeys;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores the list in {@code unpriced_deals}. The {@code _id} consists of the closing day and the commission, so each
 * filter is a range of days, with an index for each combination of partner and reason.
 */
@Repository
class MongoUnpricedDeals implements UnpricedDeals {

    static final String COLLECTION = "unpriced_deals";
    static final String PARTNER = "partnerId";
    static final String REASON = "reason";

    private static final int CURSOR_BATCH_DOCUMENTS = 200;

    private final MongoOperations mongo;

    MongoUnpricedDeals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(Collection<UnpricedDeal> deals) {
        List<Document> documents =
                deals.stream().map(MongoUnpricedDeals::document).toList();
        KnownKeys.ignored(() -> mongo.execute(
                COLLECTION, collection -> collection.insertMany(documents, new InsertManyOptions().ordered(false))));
    }

    @Override
    public void remove(UnpricedDeal deal) {
        mongo.execute(COLLECTION, collection -> collection.deleteOne(eq("_id", id(deal))));
    }

    @Override
    public Page<UnpricedDeal> list(Wanted wanted, PageRequest page) {
        List<Document> found = mongo.execute(COLLECTION, collection -> collection
                .find(query(wanted, page.after()))
                .sort(ascending("_id"))
                .limit(page.fetch())
                .into(new ArrayList<>()));
        return Page.of(Objects.requireNonNull(found), page, stored -> Fields.text(stored, "_id"))
                .map(MongoUnpricedDeals::deal);
    }

    @Override
    public void read(Wanted wanted, int most, Consumer<UnpricedDeal> reader) {
        mongo.execute(COLLECTION, collection -> {
            collection
                    .find(query(wanted, null))
                    .sort(ascending("_id"))
                    .limit(most)
                    .batchSize(CURSOR_BATCH_DOCUMENTS)
                    .forEach(stored -> reader.accept(deal(stored)));
            return null;
        });
    }

    private static Bson query(Wanted wanted, @Nullable String after) {
        List<Bson> filters = new ArrayList<>();
        if (wanted.partner() != null) {
            filters.add(eq(PARTNER, wanted.partner().value()));
        }
        if (wanted.reason() != null) {
            filters.add(eq(REASON, wanted.reason().name()));
        }
        if (after != null) {
            filters.add(gt("_id", after));
        } else if (wanted.closedFrom() != null) {
            filters.add(gte("_id", wanted.closedFrom().toString()));
        }
        if (wanted.closedTo() != null) {
            filters.add(lt("_id", CompositeId.after(wanted.closedTo().toString())));
        }
        return filters.isEmpty() ? new Document() : and(filters);
    }

    private static String id(UnpricedDeal deal) {
        return CompositeId.of(deal.closedOn().toString(), deal.commission().value());
    }

    private static Document document(UnpricedDeal deal) {
        return new Document("_id", id(deal))
                .append(PARTNER, deal.partnerId().value())
                .append(REASON, deal.reason().name())
                .append("dealId", deal.dealId())
                .append("referralId", deal.referralId())
                .append("clientKey", deal.client().key())
                .append("client", deal.client().organisation())
                .append("amount", Fields.money(deal.amount()));
    }

    private static UnpricedDeal deal(Document stored) {
        List<String> parts = CompositeId.parts(Fields.text(stored, "_id"));
        return new UnpricedDeal(
                new CommissionId(parts.get(1)),
                new PartnerId(Fields.text(stored, PARTNER)),
                Fields.text(stored, "dealId"),
                Fields.text(stored, "referralId"),
                new Client(Fields.text(stored, "clientKey"), Fields.text(stored, "client")),
                Fields.readMoney(Fields.part(stored, "amount")),
                LocalDate.parse(parts.get(0)),
                Reason.valueOf(Fields.text(stored, REASON)));
    }
}
