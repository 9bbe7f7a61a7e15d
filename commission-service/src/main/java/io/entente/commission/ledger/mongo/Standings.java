package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.CommissionId;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Movement;
import io.entente.commission.ledger.Posting;
import io.entente.commission.ledger.TransactionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Finds how commissions stand: each one's last transaction says it. A commission's causes are numbered without gaps, so the
 * last is found by asking for blocks of them by the unique key; no second collection has to agree with the chain.
 */
final class Standings {

    /** Most commissions have fewer changes than this in all their life: then one look-up finds the last. */
    private static final int BLOCK_REVISIONS = 12;

    private final MongoOperations mongo;

    Standings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Map<CommissionId, Commission> find(Collection<CommissionId> ids) {
        Map<CommissionId, Long> last = new LinkedHashMap<>();
        ids.forEach(id -> last.put(id, 1L));
        Map<CommissionId, Long> open = new HashMap<>(last);
        while (!open.isEmpty()) {
            Map<String, CommissionId> causes = new HashMap<>();
            open.forEach((id, known) -> {
                for (long revision = known + 1; revision <= known + BLOCK_REVISIONS; revision++) {
                    causes.put(Movement.causeOf(id, revision), id);
                }
            });
            Map<CommissionId, Integer> found = new HashMap<>();
            for (Document document : documents(in(LedgerFields.CAUSE, causes.keySet()), true)) {
                found.merge(
                        Objects.requireNonNull(causes.get(document.getString(LedgerFields.CAUSE))), 1, Integer::sum);
            }
            found.forEach((id, count) -> last.merge(id, (long) count, Long::sum));
            open.keySet().removeIf(id -> found.getOrDefault(id, 0) < BLOCK_REVISIONS);
            open.replaceAll((id, known) -> Objects.requireNonNull(last.get(id)));
        }
        return standings(last);
    }

    /** A commission's transactions from one revision on, in order. */
    List<LedgerTransaction> changes(CommissionId id, int limit) {
        List<LedgerTransaction> changes = new ArrayList<>();
        long from = 2;
        int found;
        do {
            List<String> causes = new ArrayList<>();
            for (long revision = from; revision < from + BLOCK_REVISIONS && changes.size() + causes.size() < limit; ) {
                causes.add(Movement.causeOf(id, revision++));
            }
            Map<String, Document> byCause = new HashMap<>();
            documents(in(LedgerFields.CAUSE, causes), false)
                    .forEach(document -> byCause.put(document.getString(LedgerFields.CAUSE), document));
            found = byCause.size();
            causes.stream()
                    .map(byCause::get)
                    .filter(Objects::nonNull)
                    .map(LedgerDocuments::transaction)
                    .forEach(changes::add);
            from += BLOCK_REVISIONS;
        } while (found == BLOCK_REVISIONS && changes.size() < limit);
        return changes;
    }

    private Map<CommissionId, Commission> standings(Map<CommissionId, Long> last) {
        List<String> causes = last.entrySet().stream()
                .map(entry -> entry.getValue() == 1
                        ? Posting.causeOf(entry.getKey())
                        : Movement.causeOf(entry.getKey(), entry.getValue()))
                .toList();
        Map<CommissionId, Commission> standings = new LinkedHashMap<>();
        for (Document document : documents(in(LedgerFields.CAUSE, causes), false)) {
            Commission commission = standing(document);
            if (commission != null) {
                standings.put(commission.id(), commission);
            }
        }
        return standings;
    }

    private static @Nullable Commission standing(Document stored) {
        LedgerTransaction transaction = LedgerDocuments.transaction(stored);
        if (transaction.entry() instanceof Movement movement) {
            return movement.after();
        }
        return transaction.kind() == TransactionKind.ACCRUAL ? Commission.of(transaction.posting()) : null;
    }

    private List<Document> documents(Bson query, boolean causeOnly) {
        List<Document> found = mongo.execute(Chains.COLLECTION, collection -> (causeOnly
                        ? collection.find(query).projection(include(LedgerFields.CAUSE))
                        : collection.find(query))
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }
}
