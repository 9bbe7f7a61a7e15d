package io.entente.partner.qualification;

import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who has worked with the partner. Ratings are from 1, bad, to 5, good.
 *
 * @param source who says it, such as "client since 2021"; no name of a person
 * @param recordedBy the actor who has recorded it
 */
public record Reference(
        String id,
        String source,
        int responsiveness,
        int quality,
        int collaboration,
        int followThrough,
        @Nullable String comment,
        Instant recordedAt,
        String recordedBy) {

    /** A qualification has at most this many. */
    public static final int MAX = 30;

    private static final double RATINGS = 4;

    Reference redacted(UnaryOperator<String> withoutPerson) {
        return new Reference(
                id,
                withoutPerson.apply(source),
                responsiveness,
                quality,
                collaboration,
                followThrough,
                comment == null ? null : withoutPerson.apply(comment),
                recordedAt,
                recordedBy);
    }

    public double average() {
        return (responsiveness + quality + collaboration + followThrough) / RATINGS;
    }

    /** The same ratings. Who recorded them, and when, makes no difference to a repeated request. */
    public boolean isSameAs(Reference other) {
        return source.equals(other.source)
                && responsiveness == other.responsiveness
                && quality == other.quality
                && collaboration == other.collaboration
                && followThrough == other.followThrough
                && Objects.equals(comment, other.comment);
    }
}
