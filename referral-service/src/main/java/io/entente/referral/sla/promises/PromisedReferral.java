package io.entente.referral.sla.promises;

import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A referral of a partner with the clocks of the promises on it.
 *
 * @param client the name of the client's organisation
 * @param isWithdrawn whether the partner took the referral back
 */
public record PromisedReferral(
        String referralId, String client, String service, boolean isWithdrawn, List<SlaClock> clocks) {

    public PromisedReferral {
        clocks = List.copyOf(clocks);
    }

    /**
     * Whether the end of a breached RESPONSE clock is an answer. Only an answer or the withdrawal ends such a clock, and a withdrawn
     * referral starts no further clocks.
     */
    boolean isAnswered(SlaClock breached) {
        return !isWithdrawn || !lastResponse().equals(Optional.ofNullable(breached.endedAt()));
    }

    private Optional<Instant> lastResponse() {
        return clocks.stream()
                .filter(clock -> clock.kind() == SlaKind.RESPONSE)
                .map(SlaClock::endedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
