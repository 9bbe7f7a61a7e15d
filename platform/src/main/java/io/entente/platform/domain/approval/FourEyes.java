package io.entente.platform.domain.approval;

import io.entente.platform.domain.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The rule that another person decides on what one person asked for. Persons are compared by the subject of their tokens, so
 * somebody with both roles can't do both. The program and machine clients are nobody's second person.
 */
public final class FourEyes {

    private static final String MACHINE = "client:";

    private FourEyes() {}

    /**
     * Whether somebody may decide.
     *
     * @param asked the actor who asked for it, in its wire form; null if nobody did
     * @param decides the actor who wants to decide, in its wire form
     */
    public static boolean allow(@Nullable String asked, String decides) {
        return isPerson(decides) && !Actor.isSamePerson(asked, decides);
    }

    private static boolean isPerson(String actor) {
        return !actor.startsWith(MACHINE) && new Actor(actor).kind() == Actor.Kind.PERSON;
    }
}
