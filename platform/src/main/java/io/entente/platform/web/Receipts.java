package io.entente.platform.web;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.Receipt;
import tools.jackson.databind.ObjectMapper;

/** Makes and compares the receipts of creating requests. */
public final class Receipts {

    private Receipts() {}

    public static Receipt of(Object request, Object answer, ObjectMapper json) {
        return new Receipt(fingerprint(request, json), json.writeValueAsString(answer));
    }

    /** Whether a receipt belongs to this request. */
    public static boolean isFor(Receipt receipt, Object request, ObjectMapper json) {
        return receipt.fingerprint().equals(fingerprint(request, json));
    }

    /** SHA-256 of a request as it was understood. */
    public static String fingerprint(Object request, ObjectMapper json) {
        return DerivedId.sha256(json.writeValueAsString(request));
    }
}
