package io.entente.referral.attribution.conflicts;

import io.entente.referral.attribution.policy.AttributionRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a conflict was decided, for good on record.
 *
 * @param winner the referral that holds the claim; absent where both go on
 * @param shares of the credit for later deals; empty unless both go on
 * @param reason put so that both partners may read it
 * @param by who decided: a kind and an id, or {@code system} where nothing was left to decide
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
