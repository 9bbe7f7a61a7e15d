package io.entente.commission.payees.changes;

import io.entente.commission.payees.Payee;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of payment details by name, to say which of them change. */
final class PayeeFields {

    static final String ACCOUNT = "account";
    static final String HOLD = "hold";

    /** What may differ if nothing but a hold is added. */
    static final List<String> HOLD_ALONE = List.of(HOLD);

    private static final List<Map.Entry<String, Function<Payee, @Nullable Object>>> FIELDS = List.of(
            Map.entry("holder", Payee::holder),
            Map.entry(ACCOUNT, Payee::account),
            Map.entry("country", Payee::country),
            Map.entry("address", Payee::address),
            Map.entry("currency", Payee::currency),
            Map.entry("taxForm", Payee::taxForm),
            Map.entry("taxId", Payee::taxId),
            Map.entry(HOLD, Payee::hold));

    private PayeeFields() {}

    /** The fields that payment details have. */
    static List<String> of(Payee payee) {
        return FIELDS.stream()
                .filter(field -> field.getValue().apply(payee) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> different(Payee one, Payee other) {
        return FIELDS.stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(one), field.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
