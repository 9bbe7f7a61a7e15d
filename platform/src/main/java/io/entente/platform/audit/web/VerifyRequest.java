package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditVerifier.Link;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log to verify.
 *
 * @param after the place after which to begin; missing for the whole log
 * @param known the last entry of an earlier verification
 */
record VerifyRequest(
        @Nullable @Min(value = 0, message = "must be the place of an entry, such as 42") Long after,
        @Nullable @Valid KnownEntry known) {

    /**
     * An entry by its place, with its hash.
     *
     * @param sequence the place in the chain
     * @param hash of the entry
     */
    record KnownEntry(
            @NotNull(message = "must be given") @Min(value = 1, message = "must be the place of an entry, such as 42")
                    Long sequence,
            @NotNull(message = "must be given")
                    @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits")
                    String hash) {}

    long start() {
        return after == null ? 0 : after;
    }

    @Nullable
    Link link() {
        return known == null ? null : new Link(known.sequence(), known.hash());
    }
}
