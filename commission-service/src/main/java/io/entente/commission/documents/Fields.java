package io.entente.commission.documents;

import java.math.BigDecimal;
import java.util.Objects;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads and writes fields of this service's documents. Amounts are stored as text, because binary fractions aren't exact.
 */
public final class Fields {

    private Fields() {}

    public static Document money(Money money) {
        return new Document("amount", money.getAmount().toPlainString())
                .append("currency", money.getCurrencyUnit().getCode());
    }

    public static Money readMoney(Document stored) {
        return Money.of(CurrencyUnit.of(text(stored, "currency")), new BigDecimal(text(stored, "amount")));
    }

    /** @throws NullPointerException naming the field, if it is absent */
    public static long number(Document stored, String field) {
        return Objects.requireNonNull(stored.get(field, Number.class), field).longValue();
    }

    /** @throws NullPointerException naming the field, if it is absent */
    public static String text(Document stored, String field) {
        return Objects.requireNonNull(stored.getString(field), field);
    }

    /** @throws NullPointerException naming the field, if it is absent */
    public static Document part(Document stored, String field) {
        return Objects.requireNonNull(stored.get(field, Document.class), field);
    }
}
