package io.entente.referral.crm.signatures;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies that a request comes from a CRM and was sent recently. */
public interface SignatureScheme {

    /**
     * Verifies a request.
     *
     * @param secrets shared with the CRM; several while one secret replaces another
     * @param tolerance the longest time between the request's timestamp and now, so that a recorded request can't be sent
     *     again later
     * @return why the request is refused; empty if it is valid
     */
    Optional<String> refusal(SignedRequest request, List<String> secrets, Instant now, Duration tolerance);

    /**
     * Verifies a timestamp.
     *
     * @param unit reads the number in the header, as seconds or milliseconds since 1970
     * @return why the timestamp is refused; empty if it is within the tolerance
     */
    static Optional<String> untimely(String timestamp, LongFunction<Instant> unit, Instant now, Duration tolerance) {
        Instant sent;
        try {
            sent = unit.apply(Long.parseLong(timestamp));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return Optional.of("The timestamp must be a number of seconds or milliseconds since 1970.");
        }
        return Duration.between(sent, now).abs().compareTo(tolerance) > 0
                ? Optional.of("The timestamp must be within %d s of the current time.".formatted(tolerance.toSeconds()))
                : Optional.empty();
    }

    /** The HMAC-SHA256 of the concatenated parts, as Base64. */
    static String hmac(byte[] secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform supports HmacSHA256 with a key of any length", e);
        }
    }

    /** Compares two signatures. The time it takes doesn't depend on the position of the first difference. */
    static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
