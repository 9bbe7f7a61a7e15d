package io.entente.partner.agreements;

import java.time.Instant;

/**
 * One side's acceptance of a version.
 *
 * @param name of the person, as the person wrote it
 * @param actor the person's id, from the token
 * @param documentHash SHA-256 of the document that the person accepted, in hexadecimal digits
 */
public record Acceptance(String name, String actor, Instant at, String documentHash) {

    /** Leaves out the name, because this may end up in a log. */
    @Override
    public String toString() {
        return "Acceptance[%s, %s, %s]".formatted(actor, at, documentHash);
    }
}
