package io.entente.partner.qualification;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer gives for one criterion.
 *
 * @param points from 0 to {@value #MAX}
 * @param note why; null if nobody said it
 */
public record Points(int points, @Nullable String note) {

    public static final int MAX = 5;

    private static final int PERCENT = 100;

    Points redacted(UnaryOperator<String> withoutPerson) {
        return note == null ? this : new Points(points, withoutPerson.apply(note));
    }

    int percent() {
        return PERCENT * points / MAX;
    }
}
