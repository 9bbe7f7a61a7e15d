package io.entente.referral.referral.view;

import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal as the API shows it with its referral. */
public record DealView(
        String dealId,
        MoneyJson amount,
        LocalDate closedOn,
        @Nullable EngagementView engagement,
        List<CreditView> credit,
        @Nullable String revenueShare,
        Instant recordedAt,
        @Nullable ReversalView reversal) {

    /** The work that the client bought. */
    public record EngagementView(Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

        /** Whether and how the work ends. */
        public enum Kind {
            PROJECT,
            RETAINER
        }
    }

    /** The reversal of the deal. */
    public record ReversalView(Instant at, LocalDate reversedOn, String reason) {}
}
