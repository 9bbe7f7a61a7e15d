package io.entente.referral.referral;

import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.SlaEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of a referral. History is appended to and never edited.
 *
 * @param what the event's name on the wire without context and version, such as {@code referral-accepted};
 *     {@code note-added} for an internal note
 * @param actor {@code system}, or a kind and an id; never a name
 * @param status the status of the referral after the event
 * @param internal whether only the firm may read the entry
 * @param details further values, by the names of the API's fields
 * @param sequence the number of the event that was published; absent if none was, or if the entry is older than this field
 */
public record HistoryEntry(
        Instant at,
        String what,
        String actor,
        ReferralStatus status,
        boolean internal,
        Map<String, String> details,
        @Nullable Long sequence) {

    /**
     * The maximum number of entries of one referral. Beyond it, commands of people are refused; the program's own
     * actions are still recorded.
     */
    public static final int MAX_PER_REFERRAL = 1_000;

    /** An internal note was added. The {@code details} have its id. */
    public static final String NOTE_ADDED = "note-added";

    public HistoryEntry {
        details = Map.copyOf(details);
    }

    /** An entry without an event. */
    public HistoryEntry(
            Instant at,
            String what,
            String actor,
            ReferralStatus status,
            boolean internal,
            Map<String, String> details) {
        this(at, what, actor, status, internal, details, null);
    }

    /**
     * Returns the entry for an event of a clock. A partner sees that a promise to it was broken, but not who in the
     * firm was told.
     */
    static HistoryEntry ofClock(ReferralEvent.ClockTold told, ReferralStatus status, long sequence) {
        HistoryEntry entry = of(told, status, sequence);
        boolean internal = told.event() instanceof SlaEvent.Escalated || told.event() instanceof SlaEvent.HandedOver;
        return new HistoryEntry(entry.at(), entry.what(), entry.actor(), status, internal, entry.details(), sequence);
    }

    /** @param sequence the number of the event among those of its referral */
    public static HistoryEntry of(ReferralEvent event, ReferralStatus status, long sequence) {
        Occurrence when = event.occurrence();
        return new HistoryEntry(
                when.at(), event.wireName(), when.actor().value(), status, false, event.details(), sequence);
    }

    /** Details by their names. Leaves out absent values. */
    static Map<String, String> detailsOf(@Nullable Object... namesAndValues) {
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
