package io.entente.referral.referral;

import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event about a referral's claim on its client: how long it is protected, and who else claims the client. */
public sealed interface ClaimEvent extends ReferralEvent {

    /** The name of a detail in the history of conflicts: the other referral. */
    String CONFLICTING_REFERRAL = "conflictingReferralId";

    /**
     * The conflicts of a referral about its client that have yet to be decided, as its history tells them. They are read from the
     * referral itself, so what depends on them is decided in the same write.
     *
     * @param with the other referrals, the latest first
     * @param isContested whether somebody has yet to decide whose client it is. The last decision may have said so before the next
     *     conflict is recorded
     */
    record OpenConflicts(Set<ReferralId> with, boolean isContested) {

        static final OpenConflicts NONE = new OpenConflicts(Set.of(), false);

        /** A decision after which no other conflict is open leaves none, and neither does the end of the referral. */
        public static OpenConflicts in(List<HistoryEntry> history) {
            Set<String> decided = new HashSet<>();
            Set<ReferralId> open = new LinkedHashSet<>();
            boolean isAnnounced = false;
            for (int i = history.size() - 1; i >= 0 && !history.get(i).status().isEnded(); i--) {
                Map<String, String> details = history.get(i).details();
                String other = details.get(CONFLICTING_REFERRAL);
                if (other == null) {
                    continue;
                }
                if (history.get(i).what().equals(ConflictDetected.WHAT)) {
                    if (!decided.contains(other)) {
                        open.add(new ReferralId(other));
                    }
                } else if (details.containsKey(ConflictDecided.CONTESTED_FURTHER)) {
                    boolean isLast = decided.isEmpty() && open.isEmpty();
                    isAnnounced |= isLast && ConflictDecided.HOLDS_CLAIM.equals(details.get(ConflictDecided.OUTCOME));
                    decided.add(other);
                } else {
                    break;
                }
            }
            return open.isEmpty() && !isAnnounced ? NONE : new OpenConflicts(open, true);
        }
    }

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

        public static final String WHAT = "conflict-detected";

        public ConflictDetected {
            matchedFields = List.copyOf(matchedFields);
        }

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(CONFLICTING_REFERRAL, conflictingReferralId, "score", score.toPlainString());
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
            String conflictId,
            int round,
            boolean isContestedFurther)
            implements ClaimEvent {
        /** The name of a detail in the history: the conflict. Histories from before it was kept don't have it. */
        public static final String CONFLICT = "conflictId";
        /** The name of a detail in the history: what the decision means for this referral. */
        public static final String OUTCOME = "outcome";
        /** The outcome of the referral that continues with the client. */
        public static final String HOLDS_CLAIM = "HOLDS_CLAIM";
        /** The name of a detail in the history, beside {@link #OUTCOME}. */
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
                    CONFLICTING_REFERRAL,
                    conflictingReferralId,
                    "rule",
                    rule,
                    OUTCOME,
                    outcome,
                    "duplicateOf",
                    duplicateOf,
                    "reason",
                    reason,
                    CONFLICT,
                    conflictId,
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
