package io.entente.commission.invoices.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.InvoiceNumber;
import io.entente.commission.invoices.Invoices;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.invoices.lists.InvoiceFilter;
import io.entente.commission.invoices.lists.InvoiceList;
import io.entente.commission.invoices.lists.ListedInvoice;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Invoices in the collection {@code invoices}, each under its number and with its outbox. */
@Repository
class MongoInvoices implements Invoices, InvoiceList {

    static final String COLLECTION = "invoices";

    private final AggregateStore<IssuedInvoice, IssuedInvoice, InvoiceDocument> store;
    private final MongoOperations mongo;
    private final IndexedList list;

    MongoInvoices(AggregateStores stores, MongoOperations mongo, EventRecorder recorder, Clock clock) {
        this.list = new IndexedList(mongo, COLLECTION, ListedInvoice.ORDERS, clock);
        this.store = stores.of(new InvoiceMapping(recorder));
        this.mongo = mongo;
    }

    @Override
    public Optional<IssuedInvoice> find(String number) {
        return one(new Query(where("_id").is(number)));
    }

    @Override
    public Optional<Invoice> ofStatement(StatementId statement) {
        return one(new Query(
                        where("statementId").is(statement.value()).and("kind").is(InvoiceKind.INVOICE)))
                .map(IssuedInvoice::invoice);
    }

    @Override
    public boolean isIssued(StatementId statement, @Nullable String corrects) {
        return mongo.exists(
                new Query(where("statementId")
                        .is(statement.value())
                        .and("corrects")
                        .is(corrects)),
                COLLECTION);
    }

    @Override
    public InvoiceNumber next(String series, int year) {
        String first = InvoiceNumber.prefix(series, year);
        Query last = new Query(where("_id").gte(first).lt(new InvoiceNumber(series, year + 1, 0).toString()))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(1);
        last.fields().include("_id");
        return mongo.find(last, org.bson.Document.class, COLLECTION).stream()
                .map(document -> InvoiceNumber.parse(document.getString("_id")))
                .findFirst()
                .map(known -> new InvoiceNumber(series, year, known.position() + 1))
                .orElseGet(() -> new InvoiceNumber(series, year, 1));
    }

    @Override
    public boolean add(IssuedInvoice invoice) {
        return store.insert(Change.of(invoice, invoice), null).isPresent();
    }

    @Override
    public Optional<Quarter> lastPeriod(PartnerId partner, Quarter from) {
        Query query = new Query(where("partnerId")
                .is(partner.value())
                .and("kind")
                .is(InvoiceKind.INVOICE)
                .and("period")
                .gte(from.toString()));
        query.fields().include("period");
        return mongo.find(query.limit(PageRequest.MAX_LIMIT), org.bson.Document.class, COLLECTION).stream()
                .map(document -> document.getString("period"))
                .max(Comparator.naturalOrder())
                .flatMap(Quarter::parse);
    }

    @Override
    public Page<Invoice> page(InvoiceFilter filter, PageRequest page) {
        return list.page(
                ListedInvoice.query(filter),
                page,
                ids -> mongo.find(ids, InvoiceDocument.class, COLLECTION).stream()
                        .map(InvoiceDocument::toInvoice)
                        .toList(),
                invoice -> invoice.number().toString());
    }

    private Optional<IssuedInvoice> one(Query query) {
        return Optional.ofNullable(mongo.findOne(query, InvoiceDocument.class, COLLECTION))
                .map(InvoiceDocument::toIssued);
    }
}
