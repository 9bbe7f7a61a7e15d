package io.entente.referral.referral;

import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.sla.SlaEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the life of a referral. */
public sealed interface ReferralEvent
        permits ClaimEvent,
                ReferralEvent.ReferralSubmitted,
                ReferralEvent.ReviewStarted,
                ReferralEvent.InformationRequested,
                ReferralEvent.InformationProvided,
                ReferralEvent.ReferralAccepted,
                ReferralEvent.ReferralDeclined,
                ReferralEvent.ReferralWithdrawn,
                ReferralEvent.ClientContacted,
                ReferralEvent.MeetingHeld,
                ReferralEvent.ProposalSent,
                ReferralEvent.ReferralLost,
                ReferralEvent.ReferralReopened,
                ReferralEvent.ReferralResumed,
                ReferralEvent.NoteShared,
                ReferralEvent.ConsentRecorded,
                ReferralEvent.SatisfactionRated,
                ReferralEvent.ClockTold {

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
            return HistoryEntry.detailsOf("responseDueAt", responseDueAt);
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
            return HistoryEntry.detailsOf("questions", String.join("\n", questions), "answerDueAt", answerDueAt);
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
            return HistoryEntry.detailsOf("responseDueAt", responseDueAt);
        }
    }

    /**
     * The referral was accepted.
     *
     * @param isContested whether a conflict about the client is open, so that the client may still become another partner's
     */
    record ReferralAccepted(Occurrence occurrence, Instant protectedUntil, boolean isContested)
            implements ReferralEvent {
        @Override
        public String wireName() {
            return "referral-accepted";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf("protectedUntil", protectedUntil);
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
            return HistoryEntry.detailsOf(
                    "reasonCode", reason.code(), "reason", reason.text(), "alternative", alternative);
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
            return reason == null
                    ? Map.of()
                    : HistoryEntry.detailsOf("reasonCode", reason.code(), "reason", reason.text());
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
            return HistoryEntry.detailsOf("contactedOn", contactedOn);
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
            return HistoryEntry.detailsOf("heldOn", heldOn);
        }
    }

    /** The client got a proposal. */
    record ProposalSent(Occurrence occurrence, Progress.Proposal proposal) implements ReferralEvent {
        @Override
        public String wireName() {
            return "proposal-sent";
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf("sentOn", proposal.sentOn(), "amount", proposal.amount());
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
            return HistoryEntry.detailsOf("reasonCode", reason.code(), "reason", reason.text());
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
            return HistoryEntry.detailsOf(
                    "reasonCode", reason.code(), "reason", reason.text(), "responseDueAt", responseDueAt);
        }
    }

    /**
     * The last deal of a referral was reversed, and the referral is again in the state before its first deal.
     *
     * @param protectedUntil until when the claim is protected; absent if the protection has ended
     */
    record ReferralResumed(
            Occurrence occurrence,
            ReferralStatus status,
            String dealId,
            @Nullable Instant protectedUntil,
            boolean announced)
            implements ReferralEvent {

        public static final String WHAT = "referral-resumed";

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf("dealId", dealId, "status", status, "protectedUntil", protectedUntil);
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
            return HistoryEntry.detailsOf("noteId", noteId);
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
            return HistoryEntry.detailsOf(
                    "feeDisclosed", consent.feeDisclosed(), "clientAgrees", consent.clientAgrees());
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
            return HistoryEntry.detailsOf("rating", rating.score(), "dealId", rating.dealId());
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
            if (event instanceof SlaEvent.HandedOver) {
                return "sla-handed-over";
            }
            return event instanceof SlaEvent.Escalated ? "sla-escalated" : "sla-met";
        }

        boolean isForTheRecord() {
            return event instanceof SlaEvent.Breached
                    || event instanceof SlaEvent.Escalated
                    || event instanceof SlaEvent.HandedOver
                    || event instanceof SlaEvent.Moved;
        }

        @Override
        public Map<String, String> details() {
            return HistoryEntry.detailsOf(
                    "clock",
                    event.clock().kind(),
                    "dueAt",
                    event.clock().dueAt(),
                    "previousDueAt",
                    event instanceof SlaEvent.Moved moved ? moved.previousDueAt() : null,
                    "escalatedTo",
                    event instanceof SlaEvent.Escalated escalated ? escalated.to() : null,
                    "person",
                    event instanceof SlaEvent.HandedOver handed ? handed.clock().person() : null);
        }
    }
}
