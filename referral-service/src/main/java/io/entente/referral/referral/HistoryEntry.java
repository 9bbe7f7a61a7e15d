package io.entente.referral.referral;

import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.SlaEvent;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to a referral. History is appended, never edited.
 *
 * @param what the event's name on the wire without context and version, {@code referral-accepted}, or {@code note-added} of an internal note
 * @param actor {@code system}, or a kind and an id; never a name
 * @param status the referral's, after it
 * @param internal whether it is the firm's business only
 * @param details what there is to say about it, by the names of the API's fields
 */
public record HistoryEntry(
        Instant at, String what, String actor, ReferralStatus status, boolean internal, Map<String, String> details) {

    /** Entries of one referral, past which people's commands are refused; what the program does itself still goes on record. */
    public static final int MAX_PER_REFERRAL = 1_000;

    /** Somebody of the firm wrote a note for the firm; {@code details} has its id. */
    public static final String NOTE_ADDED = "note-added";

    public HistoryEntry {
        details = Map.copyOf(details);
    }

    /** A partner sees that a promise to it was broken; who in the firm hears of it is the firm's business. */
    static HistoryEntry ofClock(ReferralEvent.ClockTold told, ReferralStatus status) {
        HistoryEntry entry = of(told, status);
        boolean internal = told.event() instanceof SlaEvent.Escalated;
        return new HistoryEntry(entry.at(), entry.what(), entry.actor(), status, internal, entry.details());
    }

    public static HistoryEntry of(ReferralEvent event, ReferralStatus status) {
        Occurrence when = event.occurrence();
        return new HistoryEntry(when.at(), event.what(), when.actor(), status, false, event.details());
    }
}
