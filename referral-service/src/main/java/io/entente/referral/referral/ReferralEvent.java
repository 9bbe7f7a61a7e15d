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

/** An event in the life of a referral. */
public sealed interface ReferralEvent {

    /** When the event happened, who caused it, and whether it is history. */
    Occurrence occurrence();

    /** The event's name on the wire, without its context and version: {@code referral-submitted}. */
    String wireName();

    /** The details that the history of the referral keeps, by the names of the API's fields. */
    default Map<String, String> details() {
        return Map.of();
    }

    /**
     * A referral was submitted.
     *
     * @param responseDueAt when the answer is due; absent in history, which starts no clock
     */
    record ReferralSubmitted(Occurrence occurrence, @Nullable Instant responseDueAt) implements ReferralEvent {
        @Override
        public String wireName() {
            return "referral-submitted";
        }

        @Override
        public Map<String, String> details() {
            return given("responseDueAt", responseDueAt);
        }
    }

    /** The review has begun. */
    record ReviewStarted(Occurrence occurrence) implements ReferralEvent {
        @Override
        public String wireName() {
            return "review-started";
        }
    }

    /** Questions were asked that must be answered before the referral can be decided. */
    record InformationRequested(Occurrence occurrence, List<String> questions, @Nullable Instant answerDueAt)
            implements ReferralEvent {

        public InformationRequested {
            questions = List.copyOf(questions);
        }

        @Override
        public String wireName() {
            return "information-requested";
        }

        @Override
        public Map<String, String> details() {
            return given("questions", String.join("\n", questions), "answerDueAt", answerDueAt);
        }
    }

    /** The questions were answered. The answers stay with the referral. */
    record InformationProvided(Occurrence occurrence, @Nullable Instant responseDueAt) implements ReferralEvent {
        @Override
        public String wireName() {
            return "information-provided";
        }

        @Override
        public Map<String, String> details() {
            return given("responseDueAt", responseDueAt);
        }
    }

    /** The referral was accepted. The partner's claim on the client is protected until the given time. */
    record ReferralAccepted(Occurrence occurrence, Instant protectedUntil) implements ReferralEvent {
        @Override
        public String wireName() {
            return "referral-accepted";
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil);
        }
    }

    /** The referral was declined. */
    record ReferralDeclined(Occurrence occurrence, Reason reason, @Nullable String alternative)
            implements ReferralEvent {
        @Override
        public String wireName() {
            return "referral-declined";
        }

        @Override
        public Map<String, String> details() {
            return given("reasonCode", reason.code(), "reason", reason.text(), "alternative", alternative);
        }
    }

    /** The referral was withdrawn before it was accepted. */
    record ReferralWithdrawn(Occurrence occurrence, @Nullable Reason reason) implements ReferralEvent {
        @Override
        public String wireName() {
            return "referral-withdrawn";
        }

        @Override
        public Map<String, String> details() {
            return reason == null ? Map.of() : given("reasonCode", reason.code(), "reason", reason.text());
        }
    }

    /** The first contact with the client took place. */
    record ClientContacted(Occurrence occurrence, LocalDate contactedOn) implements ReferralEvent {
        @Override
        public String wireName() {
            return "client-contacted";
        }

        @Override
        public Map<String, String> details() {
            return given("contactedOn", contactedOn);
        }
    }

    /** A meeting with the client took place. */
    record MeetingHeld(Occurrence occurrence, LocalDate heldOn) implements ReferralEvent {
        @Override
        public String wireName() {
            return "meeting-held";
        }

        @Override
        public Map<String, String> details() {
            return given("heldOn", heldOn);
        }
    }

    /** The client got a proposal. Its amount stays with the referral. */
    record ProposalSent(Occurrence occurrence, Progress.Proposal proposal) implements ReferralEvent {
        @Override
        public String wireName() {
            return "proposal-sent";
        }

        @Override
        public Map<String, String> details() {
            return given("sentOn", proposal.sentOn(), "amount", proposal.amount());
        }
    }

    /** The opportunity was lost because the client didn't buy. */
    record ReferralLost(Occurrence occurrence, Reason reason) implements ReferralEvent {
        @Override
        public String wireName() {
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
        public String wireName() {
            return "referral-expired";
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil);
        }
    }

    /** A lost or expired referral is to be reviewed again. */
    record ReferralReopened(Occurrence occurrence, Reason reason, @Nullable Instant responseDueAt)
            implements ReferralEvent {
        @Override
        public String wireName() {
            return "referral-reopened";
        }

        @Override
        public Map<String, String> details() {
            return given("reasonCode", reason.code(), "reason", reason.text(), "responseDueAt", responseDueAt);
        }
    }

    /** A longer protection was requested. The reason stays with the referral. */
    record ExtensionRequested(Occurrence occurrence, Instant until, String reason) implements ReferralEvent {
        @Override
        public String wireName() {
            return ExtensionAsked.REQUESTED;
        }

        @Override
        public Map<String, String> details() {
            return given(ExtensionAsked.UNTIL, until, ExtensionAsked.REASON, reason);
        }
    }

    /** The requested longer protection was refused. */
    record ExtensionRefused(Occurrence occurrence, String reason) implements ReferralEvent {
        @Override
        public String wireName() {
            return "extension-refused";
        }

        @Override
        public Map<String, String> details() {
            return given(ExtensionAsked.REASON, reason);
        }
    }

    /** The protection of the claim was extended. */
    record ProtectionExtended(
            Occurrence occurrence, Instant protectedUntil, Instant previously, @Nullable String reason)
            implements ReferralEvent {
        @Override
        public String wireName() {
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
     * @param due when the reminder was due; distinguishes one reminder from the next
     */
    record ProtectionExpiring(Occurrence occurrence, Instant protectedUntil, Instant due) implements ReferralEvent {

        public static final String WHAT = "protection-expiring";
        public static final String DUE = "due";

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return given("protectedUntil", protectedUntil, DUE, due);
        }
    }

    /** A note was added that both sides may read. Its text stays with the referral. */
    record NoteShared(Occurrence occurrence, String noteId) implements ReferralEvent {
        @Override
        public String wireName() {
            return "note-shared";
        }

        @Override
        public Map<String, String> details() {
            return given("noteId", noteId);
        }
    }

    /** The client's consent was recorded. */
    record ConsentRecorded(Occurrence occurrence, Consent consent) implements ReferralEvent {
        @Override
        public String wireName() {
            return "consent-recorded";
        }

        @Override
        public Map<String, String> details() {
            return given("feeDisclosed", consent.feeDisclosed(), "clientAgrees", consent.clientAgrees());
        }
    }

    /** The client rated the service. Its comment stays with the referral. */
    record SatisfactionRated(Occurrence occurrence, Rating rating) implements ReferralEvent {
        @Override
        public String wireName() {
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
     * @param score similarity of the two, as a fraction of 1
     * @param matchedFields the fields that are alike
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
        public String wireName() {
            return "conflict-detected";
        }

        @Override
        public Map<String, String> details() {
            return given("conflictingReferralId", conflictingReferralId, "score", score.toPlainString());
        }
    }

    /** The conflict between two referrals of the same client was decided. */
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
        /** The name of a detail in the history, beside {@code outcome}. */
        public static final String ROUND = "round";

        public ConflictDecided {
            credit = List.copyOf(credit);
        }

        @Override
        public String wireName() {
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

    /** A clock of the referral reached an event. The program causes it, at the time that the clock gives. */
    record ClockTold(Occurrence occurrence, SlaEvent event) implements ReferralEvent {

        public static List<ReferralEvent> of(List<SlaEvent> events) {
            return events.stream()
                    .<ReferralEvent>map(event -> new ClockTold(Occurrence.ofClock(event.at()), event))
                    .toList();
        }

        @Override
        public String wireName() {
            if (event instanceof SlaEvent.ReminderDue) {
                return "sla-reminder-due";
            }
            if (event instanceof SlaEvent.Breached) {
                return "sla-breached";
            }
            if (event instanceof SlaEvent.Moved) {
                return "sla-moved";
            }
            return event instanceof SlaEvent.Escalated ? "sla-escalated" : "sla-met";
        }

        boolean isForTheRecord() {
            return event instanceof SlaEvent.Breached
                    || event instanceof SlaEvent.Escalated
                    || event instanceof SlaEvent.Moved;
        }

        @Override
        public Map<String, String> details() {
            return given(
                    "clock",
                    event.clock().kind(),
                    "dueAt",
                    event.clock().dueAt(),
                    "previousDueAt",
                    event instanceof SlaEvent.Moved moved ? moved.previousDueAt() : null,
                    "escalatedTo",
                    event instanceof SlaEvent.Escalated escalated ? escalated.to() : null);
        }
    }

    /** Returns names with their values and leaves out absent values. */
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
