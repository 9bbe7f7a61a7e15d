package io.entente.commission.invoices.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.invoices.byhand.HandInvoice;
import io.entente.commission.invoices.byhand.HandInvoiceFilter;
import io.entente.commission.invoices.byhand.HandInvoices;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reports of hand-written invoices in the collection {@code hand_invoices}, by statement. */
@Repository
class MongoHandInvoices implements HandInvoices {

    static final String COLLECTION = "hand_invoices";
    static final String PARTNER = "partnerId";
    static final String CURRENCY = "currency";
    static final String PERIOD = "period";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoHandInvoices(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, HandInvoiceFilter.ORDERS, clock);
    }

    @Override
    public Optional<HandInvoice> find(StatementId statement) {
        return Optional.ofNullable(mongo.findById(statement.value(), HandDocument.class, COLLECTION))
                .map(HandDocument::toInvoice);
    }

    @Override
    public Optional<HandInvoice> last(PartnerId partner, CurrencyUnit currency) {
        Query query = new Query(where(PARTNER).is(partner.value()).and(CURRENCY).is(currency.getCode()))
                .with(Sort.by(Sort.Direction.DESC, PERIOD))
                .limit(1);
        return mongo.find(query, HandDocument.class, COLLECTION).stream()
                .map(HandDocument::toInvoice)
                .findFirst();
    }

    @Override
    public boolean add(HandInvoice invoice) {
        try {
            mongo.insert(HandDocument.of(invoice), COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Page<HandInvoice> page(HandInvoiceFilter filter, PageRequest page) {
        return list.page(
                filter.query(),
                page,
                ids -> mongo.find(ids, HandDocument.class, COLLECTION).stream()
                        .map(HandDocument::toInvoice)
                        .toList(),
                invoice -> invoice.statementId().value());
    }

    /** The stored form of a report. Days and rates are text. The list is absent until a report of an earlier version is completed. */
    record HandDocument(
            @Id String id,
            String partnerId,
            String currency,
            String period,
            String number,
            String issuedOn,
            String vatRate,
            String withholdingRate,
            String reason,
            String by,
            Instant at,
            @Nullable ListEntry list) {

        static HandDocument of(HandInvoice invoice) {
            return new HandDocument(
                    invoice.statementId().value(),
                    invoice.partnerId().value(),
                    invoice.currency().getCode(),
                    invoice.period().toString(),
                    invoice.number(),
                    invoice.issuedOn().toString(),
                    invoice.vatRate().toPlainString(),
                    invoice.withholdingRate().toPlainString(),
                    invoice.reason(),
                    invoice.by(),
                    invoice.at(),
                    HandInvoiceFilter.entry(invoice));
        }

        HandInvoice toInvoice() {
            return new HandInvoice(
                    new StatementId(id),
                    new PartnerId(partnerId),
                    CurrencyUnit.of(currency),
                    Quarter.parse(period).orElseThrow(),
                    number,
                    LocalDate.parse(issuedOn),
                    new BigDecimal(vatRate),
                    new BigDecimal(withholdingRate),
                    reason,
                    by,
                    at);
        }
    }
}
