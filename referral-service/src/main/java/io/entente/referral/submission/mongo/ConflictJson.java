package io.entente.referral.submission.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.referral.submission.DecideConflict;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.ReferralEvent.ConflictDecided;
import io.entente.referral.submission.ReferralEvent.ConflictDetected;
import io.entente.referral.submission.mongo.DealJson.CreditJson;
import io.entente.referral.submission.mongo.ReferralJson.About;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of what is told where two referrals claim one client. */
final class ConflictJson {

    private ConflictJson() {}

    record Detected(
            @JsonUnwrapped About about,
            String conflictingReferralId,
            String conflictingPartnerId,
            String score,
            List<String> matchedFields,
            @Nullable Instant responseDueAt) {

        static Detected of(Referral referral, ConflictDetected event) {
            return new Detected(
                    About.of(referral, event),
                    event.conflictingReferralId().value(),
                    event.conflictingPartnerId(),
                    event.score().toPlainString(),
                    event.matchedFields(),
                    referral.responseDueAt());
        }
    }

    record Decided(
            @JsonUnwrapped About about,
            String conflictingReferralId,
            String rule,
            String outcome,
            @Nullable String duplicateOf,
            @Nullable List<CreditJson> credit,
            String reason) {

        static Decided of(Referral referral, ConflictDecided event) {
            DecideConflict decision = event.decision();
            return new Decided(
                    About.of(referral, event),
                    decision.conflictingReferralId().value(),
                    decision.rule(),
                    decision.outcome(),
                    decision.duplicateOf() == null
                            ? null
                            : decision.duplicateOf().value(),
                    decision.credit().isEmpty() ? null : CreditJson.of(decision.credit()),
                    decision.reason());
        }
    }
}
