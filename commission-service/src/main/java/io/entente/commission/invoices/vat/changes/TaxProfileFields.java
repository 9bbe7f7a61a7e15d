package io.entente.commission.invoices.vat.changes;

import io.entente.commission.invoices.vat.TaxProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a tax profile by name, to say which of them change. */
final class TaxProfileFields {

    private static final List<Map.Entry<String, Function<TaxProfile, @Nullable Object>>> FIELDS = List.of(
            Map.entry("effectiveFrom", TaxProfile::effectiveFrom),
            Map.entry("status", TaxProfile::status),
            Map.entry("legalName", profile -> profile.party().name()),
            Map.entry("address", profile -> profile.party().address()),
            Map.entry("vatId", profile -> profile.party().vatId()),
            Map.entry("taxNumber", profile -> profile.party().taxNumber()),
            Map.entry("reverseCharge", TaxProfile::reverseCharge),
            Map.entry("withholdingRate", TaxProfile::withholdingRate),
            Map.entry("withholdingReason", TaxProfile::withholdingReason),
            Map.entry("selfBillingAgreedOn", TaxProfile::selfBillingAgreedOn));

    private TaxProfileFields() {}

    /** The fields that a profile has. */
    static List<String> of(TaxProfile profile) {
        return FIELDS.stream()
                .filter(field -> field.getValue().apply(profile) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> different(TaxProfile one, TaxProfile other) {
        return FIELDS.stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(one), field.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
