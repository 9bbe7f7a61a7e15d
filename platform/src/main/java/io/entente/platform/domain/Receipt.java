package io.entente.platform.domain;

/**
 * Remembers the request that created a resource, so that the same request gets the first answer again and another request
 * with the same idempotency key is refused. It is stored with the resource.
 *
 * @param fingerprint SHA-256 of the request as it was understood; white space and the order of fields make no difference
 * @param answer the response's body as JSON
 */
public record Receipt(String fingerprint, String answer) {

    /** In the place of a first answer that has erased data. No request is a repetition of the first one any more. */
    public static final Receipt ERASED = new Receipt("erased", "{}");
}
