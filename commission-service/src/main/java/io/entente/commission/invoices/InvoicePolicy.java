package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.Party;
import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program's terms for invoices.
 *
 * @param effectiveFrom invoices issued from this day on follow this version
 * @param issue whether the program writes invoices for its partners
 * @param series what the program's invoice numbers begin with
 * @param buyer the firm as invoices name it; required if {@code issue} is true
 * @param payTax whether payouts pay what invoices show: VAT on top of the commission, without the tax that is withheld; absent means
 *     that they pay the commission alone
 */
public record InvoicePolicy(
        long version,
        LocalDate effectiveFrom,
        boolean issue,
        String series,
        @Nullable Party buyer,
        @Nullable Boolean payTax)
        implements PolicyVersion {

    private static final Pattern SERIES = Pattern.compile("[A-Z0-9]{1,8}");

    /** @throws IllegalArgumentException if the terms are incomplete */
    public InvoicePolicy {
        if (!SERIES.matcher(series).matches()) {
            throw new IllegalArgumentException(
                    "Version %d of the invoice policy: series must be 1 to 8 capital letters and digits"
                            .formatted(version));
        }
        if (issue && buyer == null) {
            throw new IllegalArgumentException(
                    "Version %d of the invoice policy: buyer is required if issue is true".formatted(version));
        }
        if (buyer != null) {
            required(version, "buyer.name", buyer.name());
            required(version, "buyer.address", buyer.address());
            required(version, "buyer.address.city", buyer.address().city());
            required(version, "buyer.address.country", buyer.address().country());
        }
        if (Boolean.TRUE.equals(payTax) && !issue) {
            throw new IllegalArgumentException(
                    "Version %d of the invoice policy: issue must be true if payTax is true, because VAT is paid on invoices only"
                            .formatted(version));
        }
    }

    /** A file can lack any field, whatever the type says. */
    private static void required(long version, String field, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "Version %d of the invoice policy: %s is required".formatted(version, field));
        }
    }

    /** Whether payouts pay what invoices show. */
    public boolean paysTax() {
        return Boolean.TRUE.equals(payTax);
    }
}
