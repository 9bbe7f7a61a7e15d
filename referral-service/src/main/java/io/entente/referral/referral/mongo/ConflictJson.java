package io.entente.referral.referral.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.referral.referral.ClaimEvent.ConflictDecided;
import io.entente.referral.referral.ClaimEvent.ConflictDetected;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.view.AboutReferral;
import io.entente.referral.referral.view.CreditView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the data of the events about two referrals that claim the same client. */
final class ConflictJson {

    private ConflictJson() {}

    record Detected(
            @JsonUnwrapped AboutReferral about,
            String conflictingReferralId,
            String conflictingPartnerId,
            String score,
            List<String> matchedFields,
            @Nullable Instant responseDueAt,
            boolean known) {

        static Detected of(Referral referral, ConflictDetected event) {
            return new Detected(
                    AboutReferral.of(referral, event.occurrence()),
                    event.conflictingReferralId().value(),
                    event.conflictingPartnerId(),
                    event.score().toPlainString(),
                    event.matchedFields(),
                    referral.responseDueAt(),
                    event.isKnown());
        }
    }

    record Decided(
            @JsonUnwrapped AboutReferral about,
            String conflictingReferralId,
            String rule,
            String outcome,
            @Nullable String duplicateOf,
            @Nullable List<CreditView> credit,
            String reason,
            boolean contestedFurther) {

        static Decided of(Referral referral, ConflictDecided event) {
            return new Decided(
                    AboutReferral.of(referral, event.occurrence()),
                    event.conflictingReferralId().value(),
                    event.rule(),
                    event.outcome(),
                    event.duplicateOf() == null ? null : event.duplicateOf().value(),
                    event.credit().isEmpty() ? null : CreditView.of(event.credit()),
                    event.reason(),
                    event.isContestedFurther());
        }
    }
}
