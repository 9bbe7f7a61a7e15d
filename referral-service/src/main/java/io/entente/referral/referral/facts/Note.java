package io.entente.referral.referral.facts;

import java.time.Instant;

/**
 * Something worth keeping with a referral, in the writer's words.
 *
 * @param author {@code system}, or a kind and an id; never a name
 */
public record Note(String id, Instant at, String author, Visibility visibility, String text) {

    /** Notes of one referral. */
    public static final int MAX_PER_REFERRAL = 200;

    /** Characters of one note. */
    public static final int MAX_LENGTH = 2_000;

    /** Who may read a note. */
    public enum Visibility {
        /** The firm's people only. */
        INTERNAL,
        /** The partner too. */
        SHARED
    }

    @Override
    public String toString() {
        return "Note[%s, %s, withheld]".formatted(id, visibility);
    }
}
