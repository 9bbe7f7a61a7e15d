package io.entente.referral.attribution.conflicts;

import io.entente.referral.attribution.policy.AttributionRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded decision of a conflict. It is never changed.
 *
 * @param winner the referral that holds the claim; absent if both continue
 * @param shares of the credit for later deals; empty unless both continue
 * @param reason is shown to both partners
 * @param by the actor who decided; the system if nothing was left to decide
 */
public record Verdict(
        AttributionRule rule, @Nullable String winner, List<Share> shares, String reason, Instant at, String by) {

    public Verdict {
        shares = List.copyOf(shares);
    }

    public boolean isSplit() {
        return winner == null;
    }
}
