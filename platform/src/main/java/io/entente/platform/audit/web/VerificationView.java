package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditVerifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param isIntact whether nothing is wrong with the entries that were read
 * @param checked the number of entries that were read
 * @param forgotten how many of them belong to persons who were forgotten
 * @param last the last entry that was read; keep it for the next verification. Missing if there is none
 * @param isAtEnd whether it is the last entry of the log; otherwise continue after it
 * @param faults what is wrong, at most 20
 */
record VerificationView(
        boolean isIntact,
        long checked,
        long forgotten,
        @Nullable LastEntry last,
        boolean isAtEnd,
        List<FaultView> faults) {

    /**
     * An entry by its place, with its hash.
     *
     * @param sequence the place in the chain
     * @param hash of the entry
     */
    record LastEntry(long sequence, String hash) {}

    /**
     * What is wrong with one entry.
     *
     * @param sequence the place in the chain
     * @param fault what is wrong
     */
    record FaultView(long sequence, String fault) {}

    static VerificationView of(AuditVerifier.Result result) {
        return new VerificationView(
                result.faults().isEmpty(),
                result.checked(),
                result.forgotten(),
                result.last() == null
                        ? null
                        : new LastEntry(result.last().sequence(), result.last().hash()),
                result.isAtEnd(),
                result.faults().stream()
                        .map(fault -> new FaultView(fault.sequence(), fault.fault()))
                        .toList());
    }
}
