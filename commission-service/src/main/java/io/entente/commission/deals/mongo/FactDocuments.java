package io.entente.commission.deals.mongo;

import io.entente.commission.deals.DealFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Converts a fact of a deal to a document and back. */
final class FactDocuments {

    static final String KEY = "key";

    private FactDocuments() {}

    static Document write(DealFact fact) {
        return new Document(KEY, fact.key())
                .append("kind", fact.kind().name())
                .append("id", fact.id())
                .append("dealId", fact.dealId())
                .append("amount", fact.amount().getAmount().toPlainString())
                .append("currency", fact.amount().getCurrencyUnit().getCode())
                .append("on", fact.on().toString())
                .append("reason", fact.reason())
                .append("actor", fact.actor());
    }

    static DealFact read(Document stored) {
        return new DealFact(
                DealFact.Kind.valueOf(text(stored, "kind")),
                text(stored, "id"),
                text(stored, "dealId"),
                Money.of(CurrencyUnit.of(text(stored, "currency")), new BigDecimal(text(stored, "amount"))),
                LocalDate.parse(text(stored, "on")),
                text(stored, "reason"),
                text(stored, "actor"));
    }

    private static String text(Document stored, String field) {
        @Nullable String value = stored.getString(field);
        return Objects.requireNonNull(value, field);
    }
}
