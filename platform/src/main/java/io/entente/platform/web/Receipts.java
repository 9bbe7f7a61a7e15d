package io.entente.platform.web;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.Receipt;
import tools.jackson.databind.ObjectMapper;

/** Creates and compares the receipts of requests that create a resource. */
public final class Receipts {

    private Receipts() {}

    public static Receipt of(Object request, Object answer, ObjectMapper json) {
        return new Receipt(fingerprint(request, json), json.writeValueAsString(answer));
    }

    /** Whether a receipt belongs to this request. */
    public static boolean isFor(Receipt receipt, Object request, ObjectMapper json) {
        return receipt.fingerprint().equals(fingerprint(request, json));
    }

    /** The SHA-256 of a request, taken from the object it was read to. */
    public static String fingerprint(Object request, ObjectMapper json) {
        return DerivedId.sha256(json.writeValueAsString(request));
    }
}
