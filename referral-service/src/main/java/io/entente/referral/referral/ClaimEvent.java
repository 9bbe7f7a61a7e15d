package io.entente.referral.referral;

import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event about a referral's claim on its client: how long it is protected, and who else claims the client. */
public sealed interface ClaimEvent extends ReferralEvent {

    /** A longer protection was requested. The reason stays with the referral. */
    record ExtensionRequested(Occurrence occurrence, Instant until, String reason) implements ClaimEvent {
        @Override
        public String wireName() {
            return ExtensionAsked.REQUESTED;
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(ExtensionAsked.UNTIL, until, ExtensionAsked.REASON, reason);
        }
    }

    /** The requested longer protection was refused. */
    record ExtensionRefused(Occurrence occurrence, String reason) implements ClaimEvent {
        @Override
        public String wireName() {
            return "extension-refused";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(ExtensionAsked.REASON, reason);
        }
    }

    /** The protection of the claim was extended. */
    record ProtectionExtended(
            Occurrence occurrence, Instant protectedUntil, Instant previously, @Nullable String reason)
            implements ClaimEvent {
        @Override
        public String wireName() {
            return "protection-extended";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(
                    "protectedUntil", protectedUntil, "previousProtectedUntil", previously, "reason", reason);
        }
    }

    /**
     * The protection is about to end.
     *
     * @param due when the reminder was due; distinguishes one reminder from the next
     */
    record ProtectionExpiring(Occurrence occurrence, Instant protectedUntil, Instant due) implements ClaimEvent {

        public static final String WHAT = "protection-expiring";
        public static final String DUE = "due";

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf("protectedUntil", protectedUntil, DUE, due);
        }
    }

    /**
     * Another referral claims the same client, or one that seems to be the same.
     *
     * @param score similarity of the two, as a fraction of 1
     * @param matchedFields the fields that are alike
     * @param isKnown whether the partner has been told already that the client is contested, and nothing is new for it
     */
    record ConflictDetected(
            Occurrence occurrence,
            ReferralId conflictingReferralId,
            String conflictingPartnerId,
            BigDecimal score,
            List<String> matchedFields,
            boolean isKnown)
            implements ClaimEvent {

        public ConflictDetected {
            matchedFields = List.copyOf(matchedFields);
        }

        @Override
        public String wireName() {
            return "conflict-detected";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(
                    "conflictingReferralId", conflictingReferralId, "score", score.toPlainString());
        }
    }

    /**
     * The conflict between two referrals of the same client was decided.
     *
     * @param isContestedFurther whether another conflict of the referral about the client is open
     */
    record ConflictDecided(
            Occurrence occurrence,
            ReferralId conflictingReferralId,
            String rule,
            String outcome,
            @Nullable ReferralId duplicateOf,
            List<CreditShare> credit,
            String reason,
            int round,
            boolean isContestedFurther)
            implements ClaimEvent {
        /** The name of a detail in the history, beside {@code outcome}. */
        public static final String ROUND = "round";
        /** The name of a detail that is there only if another conflict is open. */
        public static final String CONTESTED_FURTHER = "contestedFurther";

        public ConflictDecided {
            credit = List.copyOf(credit);
        }

        @Override
        public String wireName() {
            return "conflict-decided";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(
                    "conflictingReferralId",
                    conflictingReferralId,
                    "rule",
                    rule,
                    "outcome",
                    outcome,
                    "duplicateOf",
                    duplicateOf,
                    "reason",
                    reason,
                    ROUND,
                    round,
                    CONTESTED_FURTHER,
                    isContestedFurther ? true : null);
        }
    }

    /** The protection ran out without a deal. */
    record ReferralExpired(Occurrence occurrence, @Nullable Instant protectedUntil) implements ClaimEvent {
        @Override
        public String wireName() {
            return "referral-expired";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf("protectedUntil", protectedUntil);
        }
    }
}
