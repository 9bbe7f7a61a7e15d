package io.entente.commission.invoices.vat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a register said about a VAT id.
 *
 * @param reference the number under which the register can prove the request; null if it gave none
 */
public record VatIdCheck(Result result, Instant at, @Nullable String reference) {

    public enum Result {
        /** The id exists. */
        VALID,
        /** The id doesn't exist, or is not valid for trade between member states. */
        INVALID,
        /** The register gave no answer. The id can be used, and the check can be repeated. */
        NOT_REACHED
    }

    public boolean isValid() {
        return result == Result.VALID;
    }
}
