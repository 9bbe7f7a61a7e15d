package io.entente.partner.references;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a referee answers, each rating from 1, bad, to 5, good. */
public record Ratings(int responsiveness, int quality, int collaboration, int followThrough, @Nullable String comment) {

    Ratings redacted(UnaryOperator<String> withoutPerson) {
        String redacted = comment == null ? null : withoutPerson.apply(comment);
        return new Ratings(responsiveness, quality, collaboration, followThrough, redacted);
    }

    /** Leaves out the comment, because this may end up in a log. */
    @Override
    public String toString() {
        return "Ratings[%d, %d, %d, %d]".formatted(responsiveness, quality, collaboration, followThrough);
    }
}
