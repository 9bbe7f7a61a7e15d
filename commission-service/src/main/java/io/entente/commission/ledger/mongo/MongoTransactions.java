package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Reads {@code ledger_transactions} by its unique keys, sorted by {@code _id}. */
@Repository
class MongoTransactions implements Transactions {

    private final MongoOperations mongo;
    private final LedgerDocuments documents;
    private final Chains chains;

    MongoTransactions(MongoOperations mongo, LedgerDocuments documents, Chains chains) {
        this.mongo = mongo;
        this.documents = documents;
        this.chains = chains;
    }

    @Override
    public List<LedgerTransaction> find(Collection<String> causes) {
        List<Document> found = mongo.execute(
                Chains.COLLECTION,
                collection -> collection.find(in(LedgerFields.CAUSE, causes)).into(new ArrayList<>()));
        return read(found);
    }

    @Override
    public Set<String> existing(Collection<String> causes) {
        List<Document> found = mongo.execute(Chains.COLLECTION, collection -> collection
                .find(in(LedgerFields.CAUSE, causes))
                .projection(include(LedgerFields.CAUSE))
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .map(document -> Objects.requireNonNull(document.getString(LedgerFields.CAUSE)))
                .collect(Collectors.toSet());
    }

    @Override
    public List<LedgerTransaction> block(PartnerId partner, long from, int limit) {
        return read(chains.block(partner, from, limit));
    }

    @Override
    public long firstOf(PartnerId partner, PageRequest page) {
        return LedgerCursor.numberAfter(partner, page);
    }

    @Override
    public long firstAt(PartnerId partner, Instant moment) {
        return chains.firstAt(partner, moment);
    }

    @Override
    public List<LedgerTransaction> ofKinds(Set<TransactionKind> kinds, @Nullable String after, int limit) {
        Bson wanted = and(
                gt(LedgerFields.ID, after == null ? "" : after),
                in(LedgerFields.KIND, kinds.stream().map(Enum::name).toList()));
        return read(mongo.execute(Chains.COLLECTION, collection -> collection
                .find(wanted)
                .sort(ascending(LedgerFields.ID))
                .limit(limit)
                .into(new ArrayList<>())));
    }

    @Override
    public List<LedgerTransaction> ofClient(PartnerId partner, String clientKey, long after, long upTo) {
        Bson wanted = and(
                eq(LedgerFields.PARTNER, partner.value()),
                eq(LedgerFields.CLIENT, clientKey),
                gt(LedgerFields.NUMBER, after),
                lte(LedgerFields.NUMBER, upTo));
        return read(mongo.execute(Chains.COLLECTION, collection -> collection
                .find(wanted)
                .sort(ascending(LedgerFields.NUMBER))
                .into(new ArrayList<>())));
    }

    @Override
    public void partners(Consumer<PartnerId> reader) {
        chains.partners(reader);
    }

    private List<LedgerTransaction> read(@Nullable List<Document> found) {
        return Objects.requireNonNull(found).stream()
                .map(documents::transaction)
                .toList();
    }
}
