package io.entente.partner.references;

import java.util.function.UnaryOperator;

/**
 * Somebody who has worked with a partner.
 *
 * @param source who that is without a name, such as "client since 2021"; it stays with the reference
 * @param locale the language of the mail and of the form
 */
public record Referee(String name, String email, String source, String locale) {

    Referee redacted(UnaryOperator<String> withoutPerson) {
        return new Referee(name, email, withoutPerson.apply(source), locale);
    }

    /** Leaves out personal data, because this may end up in a log. */
    @Override
    public String toString() {
        return "Referee[%s]".formatted(source);
    }
}
