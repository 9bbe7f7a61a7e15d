package io.entente.verify;

import io.entente.commission.ledger.canonical.CanonicalText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** A ledger entry as it was hashed. */
record Entry(Map<String, Object> content) {

    /**
     * One line of an entry.
     *
     * @param amount positive if debited, negative if credited
     */
    record Line(String account, String currency, BigDecimal amount) {}

    long number() {
        return Json.number(content, "number");
    }

    String kind() {
        return Json.text(content, "kind");
    }

    String partnerId() {
        return Json.text(content, "partnerId");
    }

    /** The hash that the entry names as its own. */
    String hash() {
        return Json.text(content, CanonicalText.HASH);
    }

    String previousHash() {
        return Json.text(content, "previousHash");
    }

    /** The hash that the entry's content has. */
    String computedHash() {
        return CanonicalText.hash(content);
    }

    Instant recordedAt() {
        if (content.get("recordedAt") instanceof Date date) {
            return date.toInstant();
        }
        throw new IllegalArgumentException("the field recordedAt must be an instant");
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Object one : Json.list(content, "lines")) {
            Map<?, ?> line = (Map<?, ?>) one;
            Map<?, ?> money = Json.part(line, "amount");
            BigDecimal amount = Json.amount(money, "amount");
            lines.add(new Line(
                    Json.text(line, "account"),
                    Json.text(money, "currency"),
                    Json.text(line, "side").equals("DEBIT") ? amount : amount.negate()));
        }
        return lines;
    }

    /** The balances after the entry in a currency, by account. */
    Map<?, ?> balances(String currency) {
        Map<?, ?> all = Json.part(content, "balances");
        return all.containsKey(currency) ? Json.part(all, currency) : Map.of();
    }

    /** The partner's revenue after the entry: all deals that count, without what was refunded. */
    BigDecimal revenue(String currency) {
        Map<?, ?> booked = Json.part(Json.part(content, "counters"), "revenue");
        return Json.amountOrZero(booked, currency).subtract(lost(currency, "refunded"));
    }

    /** What was reversed or refunded of the partner's revenue up to this entry. */
    BigDecimal takenBack(String currency) {
        return lost(currency, "reversed").add(lost(currency, "refunded"));
    }

    private BigDecimal lost(String currency, String how) {
        Map<?, ?> counters = Json.part(content, "counters");
        Map<?, ?> all = counters.containsKey("takenBack") ? Json.part(counters, "takenBack") : Map.of();
        return all.containsKey(currency) ? Json.amount(Json.part(all, currency), how) : BigDecimal.ZERO;
    }
}
