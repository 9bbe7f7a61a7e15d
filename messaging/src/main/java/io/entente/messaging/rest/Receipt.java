package io.entente.messaging.rest;

import io.entente.messaging.ids.DerivedId;
import tools.jackson.databind.ObjectMapper;

/**
 * What a creation remembers of its request, stored in what it created: enough to give the first answer again, or to see
 * that the same key came with another body.
 *
 * @param fingerprint SHA-256 of the request as it was understood, so that spacing and field order don't matter
 * @param answer the response's body as JSON
 */
public record Receipt(String fingerprint, String answer) {

    public static Receipt of(Object request, Object answer, ObjectMapper json) {
        return new Receipt(fingerprint(request, json), json.writeValueAsString(answer));
    }

    /** Whether this receipt is for the same request. */
    public boolean isFor(Object request, ObjectMapper json) {
        return fingerprint.equals(fingerprint(request, json));
    }

    private static String fingerprint(Object request, ObjectMapper json) {
        return DerivedId.sha256(json.writeValueAsString(request));
    }
}
