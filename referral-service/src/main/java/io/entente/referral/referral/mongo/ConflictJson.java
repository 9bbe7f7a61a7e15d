package io.entente.referral.referral.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent.ConflictDecided;
import io.entente.referral.referral.ReferralEvent.ConflictDetected;
import io.entente.referral.referral.mongo.DealJson.CreditJson;
import io.entente.referral.referral.mongo.ReferralJson.About;
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
            return new Decided(
                    About.of(referral, event),
                    event.conflictingReferralId().value(),
                    event.rule(),
                    event.outcome(),
                    event.duplicateOf() == null ? null : event.duplicateOf().value(),
                    event.credit().isEmpty() ? null : CreditJson.of(event.credit()),
                    event.reason());
        }
    }
}
