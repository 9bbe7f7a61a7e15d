package io.entente.referral.referral;

import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.sla.SlaEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a referral. */
public sealed interface ReferralEvent {

    /** When, by whom, and whether it is history. */
    Occurrence occurrence();

    /** The event's name on the wire, without its context and version: {@code referral-submitted}. */
    String what();

    /** What the referral's own history keeps of it, by the names of the API's fields. */
    default Map<String, String> details() {
        return Map.of();
    }

    /**
     * It has come in.
     *
     * @param responseDueAt by when the answer is promised; absent in history, which starts no clock
     */
    record ReferralSubmitted(Occurrence occurrence, @Nullable Instant responseDueAt) implements ReferralEvent {
        @Override
        public String what() {
            return "referral-submitted";
        }

        @Override
        public Map<String, String> details() {
            return given("responseDueAt", responseDueAt);
        }
    }

    /** Somebody has begun to look at it. */
    record ReviewStarted(Occurrence occurrence) implements ReferralEvent {
        @Override
        public String what() {
            return "review-started";
        }
    }

    /** It can't be decided before these are answered. */
    record InformationRequested(Occurrence occurrence, List<String> questions, @Nullable Instant answerDueAt)
            implements ReferralEvent {

        public InformationRequested {
            questions = List.copyOf(questions);
        }

        @Override
        public String what() {
            return "information-requested";
        }

        @Override
        public Map<String, String> details() {
            return given("questions", String.join("\n", questions), "answerDueAt", answerDueAt);
        }
    }

    /** What was asked is answered; the answers stay with the referral. */
    record InformationProvided(Occurrence occurrence, @Nullable Instant responseDueAt) implements ReferralEvent {
        @Override
        public String what() {
            return "information-provided";
        }

        @Override
        public Map<String, String> details() {
            return given("responseDueAt", responseDueAt);
        }
    }

    /** It was taken on; the claim on the client is the partner's until then. */
    record ReferralAccepted(Occurrence occurrence, Instant protectedUntil) implements ReferralEvent {
        @Override
        public String what() {
            return "referral-accepted";
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil);
        }
    }

    /** It wasn't taken on. */
    record ReferralDeclined(Occurrence occurrence, Reason reason, @Nullable String alternative)
            implements ReferralEvent {
        @Override
        public String what() {
            return "referral-declined";
        }

        @Override
        public Map<String, String> details() {
            return given("reasonCode", reason.code(), "reason", reason.text(), "alternative", alternative);
        }
    }

    /** It was taken back before it was taken on. */
    record ReferralWithdrawn(Occurrence occurrence, @Nullable Reason reason) implements ReferralEvent {
        @Override
        public String what() {
            return "referral-withdrawn";
        }

        @Override
        public Map<String, String> details() {
            return reason == null ? Map.of() : given("reasonCode", reason.code(), "reason", reason.text());
        }
    }

    /** The client was spoken with for the first time. */
    record ClientContacted(Occurrence occurrence, LocalDate contactedOn) implements ReferralEvent {
        @Override
        public String what() {
            return "client-contacted";
        }

        @Override
        public Map<String, String> details() {
            return given("contactedOn", contactedOn);
        }
    }

    /** The client was met. */
    record MeetingHeld(Occurrence occurrence, LocalDate heldOn) implements ReferralEvent {
        @Override
        public String what() {
            return "meeting-held";
        }

        @Override
        public Map<String, String> details() {
            return given("heldOn", heldOn);
        }
    }

    /** The client has a proposal; its amount stays with the referral. */
    record ProposalSent(Occurrence occurrence, Progress.Proposal proposal) implements ReferralEvent {
        @Override
        public String what() {
            return "proposal-sent";
        }

        @Override
        public Map<String, String> details() {
            return given("sentOn", proposal.sentOn(), "amount", proposal.amount());
        }
    }

    /** The client didn't buy. */
    record ReferralLost(Occurrence occurrence, Reason reason) implements ReferralEvent {
        @Override
        public String what() {
            return "referral-lost";
        }

        @Override
        public Map<String, String> details() {
            return given("reasonCode", reason.code(), "reason", reason.text());
        }
    }

    /** The protection ran out without a deal. */
    record ReferralExpired(Occurrence occurrence, @Nullable Instant protectedUntil) implements ReferralEvent {
        @Override
        public String what() {
            return "referral-expired";
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil);
        }
    }

    /** What was lost or expired is to be looked at again. */
    record ReferralReopened(Occurrence occurrence, Reason reason, @Nullable Instant responseDueAt)
            implements ReferralEvent {
        @Override
        public String what() {
            return "referral-reopened";
        }

        @Override
        public Map<String, String> details() {
            return given("reasonCode", reason.code(), "reason", reason.text(), "responseDueAt", responseDueAt);
        }
    }

    /** A longer protection was asked for; the words stay with the referral. */
    record ExtensionRequested(Occurrence occurrence, Instant until, String reason) implements ReferralEvent {
        @Override
        public String what() {
            return ExtensionAsked.REQUESTED;
        }

        @Override
        public Map<String, String> details() {
            return given(ExtensionAsked.UNTIL, until, ExtensionAsked.REASON, reason);
        }
    }

    /** The longer protection that was asked for isn't granted. */
    record ExtensionRefused(Occurrence occurrence, String reason) implements ReferralEvent {
        @Override
        public String what() {
            return "extension-refused";
        }

        @Override
        public Map<String, String> details() {
            return given(ExtensionAsked.REASON, reason);
        }
    }

    /** The claim on the client is protected for longer. */
    record ProtectionExtended(
            Occurrence occurrence, Instant protectedUntil, Instant previously, @Nullable String reason)
            implements ReferralEvent {
        @Override
        public String what() {
            return "protection-extended";
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil, "previousProtectedUntil", previously, "reason", reason);
        }
    }

    /**
     * The protection is about to end.
     *
     * @param due when it was to be said; tells one reminder from the next
     */
    record ProtectionExpiring(Occurrence occurrence, Instant protectedUntil, Instant due) implements ReferralEvent {

        public static final String WHAT = "protection-expiring";
        public static final String DUE = "due";

        @Override
        public String what() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil, DUE, due);
        }
    }

    /** There is a note that both sides may read; its words stay with the referral. */
    record NoteShared(Occurrence occurrence, String noteId) implements ReferralEvent {
        @Override
        public String what() {
            return "note-shared";
        }

        @Override
        public Map<String, String> details() {
            return given("noteId", noteId);
        }
    }

    /** What the client was told and agreed to is on record. */
    record ConsentRecorded(Occurrence occurrence, Consent consent) implements ReferralEvent {
        @Override
        public String what() {
            return "consent-recorded";
        }

        @Override
        public Map<String, String> details() {
            return given("feeDisclosed", consent.feeDisclosed(), "clientAgrees", consent.clientAgrees());
        }
    }

    /** The client rated the service; its words stay with the referral. */
    record SatisfactionRated(Occurrence occurrence, Rating rating) implements ReferralEvent {
        @Override
        public String what() {
            return "satisfaction-rated";
        }

        @Override
        public Map<String, String> details() {
            return given("rating", rating.score(), "dealId", rating.dealId());
        }
    }

    /**
     * Another referral claims the same client, or one that seems to be the same.
     *
     * @param score how alike the two are, as a part of 1
     * @param matchedFields what is alike
     */
    record ConflictDetected(
            Occurrence occurrence,
            ReferralId conflictingReferralId,
            String conflictingPartnerId,
            BigDecimal score,
            List<String> matchedFields)
            implements ReferralEvent {

        public ConflictDetected {
            matchedFields = List.copyOf(matchedFields);
        }

        @Override
        public String what() {
            return "conflict-detected";
        }

        @Override
        public Map<String, String> details() {
            return given("conflictingReferralId", conflictingReferralId, "score", score.toPlainString());
        }
    }

    /** An operator decided between two referrals of one client. */
    record ConflictDecided(
            Occurrence occurrence,
            ReferralId conflictingReferralId,
            String rule,
            String outcome,
            @Nullable ReferralId duplicateOf,
            List<CreditShare> credit,
            String reason,
            int round)
            implements ReferralEvent {
        /** In the history, beside {@code outcome}. */
        public static final String ROUND = "round";

        public ConflictDecided {
            credit = List.copyOf(credit);
        }

        @Override
        public String what() {
            return "conflict-decided";
        }

        @Override
        public Map<String, String> details() {
            return given(
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
                    round);
        }
    }

    /** Something happened on one of its clocks: the program's own doing, at the time that the clock says. */
    record ClockTold(Occurrence occurrence, SlaEvent event) implements ReferralEvent {

        public static List<ReferralEvent> of(List<SlaEvent> events) {
            return events.stream()
                    .<ReferralEvent>map(event -> new ClockTold(Occurrence.ofClock(event.at()), event))
                    .toList();
        }

        @Override
        public String what() {
            if (event instanceof SlaEvent.ReminderDue) {
                return "sla-reminder-due";
            }
            if (event instanceof SlaEvent.Breached) {
                return "sla-breached";
            }
            return event instanceof SlaEvent.Escalated ? "sla-escalated" : "sla-met";
        }

        boolean isForTheRecord() {
            return event instanceof SlaEvent.Breached || event instanceof SlaEvent.Escalated;
        }

        @Override
        public Map<String, String> details() {
            return given(
                    "clock", event.clock().kind(),
                    "dueAt", event.clock().dueAt(),
                    "escalatedTo",
                            event instanceof SlaEvent.Escalated ? event.clock().owner() : null);
        }
    }

    /** Names with their values, without those that are absent. */
    private static Map<String, String> given(@Nullable Object... namesAndValues) {
        Map<String, String> details = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                details.put(String.valueOf(namesAndValues[i]), value.toString());
            }
        }
        return details;
    }
}
