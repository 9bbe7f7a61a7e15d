package io.entente.referral.referral.view;

import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as the API shows it with its referral.
 *
 * @param version 1 when the deal is closed, one more with every change; {@code If-Match} of a correction names it
 * @param service the service that was bought; absent if it is the one that the referral names
 * @param credit a partner sees its own share, and the rest as one without a partner
 * @param closedBeforeSubmission whether the deal closed before its referral was submitted
 * @param corrections the corrections of its details, oldest first
 */
public record DealView(
        String dealId,
        long version,
        MoneyJson amount,
        LocalDate closedOn,
        @Nullable EngagementView engagement,
        List<ShownCredit> credit,
        @Nullable String revenueShare,
        @Nullable String service,
        Instant recordedAt,
        boolean closedBeforeSubmission,
        List<CorrectionView> corrections,
        @Nullable ReversalView reversal) {

    /** The work that the client bought. */
    public record EngagementView(EngagementView.Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

        /** Whether and how the work ends. */
        public enum Kind {
            PROJECT,
            RETAINER
        }
    }

    /**
     * A correction of the deal's details.
     *
     * @param reason a text for the partner; absent if an engagement ended and nobody gave a reason
     * @param changed the names of the details that it changed
     */
    public record CorrectionView(Instant at, CorrectionView.Kind kind, @Nullable String reason, List<String> changed) {

        /** Whether details had been entered wrongly, or the engagement of a retainer ended. */
        public enum Kind {
            CORRECTION,
            ENGAGEMENT_ENDED
        }
    }

    /** The reversal of the deal. */
    public record ReversalView(Instant at, LocalDate reversedOn, String reason) {}
}
