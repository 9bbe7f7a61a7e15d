package io.entente.referral.referral.facts;

import java.time.Instant;

/**
 * A note on a referral, in the words of its author.
 *
 * @param author {@code system}, or a kind and an id; never a name
 */
public record Note(String id, Instant at, String author, Visibility visibility, String text) {

    /** The maximum number of notes on one referral. */
    public static final int MAX_PER_REFERRAL = 200;

    /** The maximum number of characters in one note. */
    public static final int MAX_LENGTH = 2_000;

    /** Who may read a note. */
    public enum Visibility {
        /** Only the people of the firm. */
        INTERNAL,
        /** The firm and the partner. */
        SHARED
    }

    @Override
    public String toString() {
        return "Note[%s, %s, withheld]".formatted(id, visibility);
    }
}
