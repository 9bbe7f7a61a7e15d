package io.entente.referral.crm;

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

/** How a CRM proves that a request is its own, and of now. */
public interface SignatureScheme {

    /**
     * Checks a request.
     *
     * @param secrets shared with the CRM; several while one takes the place of another
     * @param tolerance how far its time may be from now: a request that somebody recorded is worth nothing after it
     * @return why it isn't believed; empty where it is
     */
    Optional<String> refusal(SignedRequest request, List<String> secrets, Instant now, Duration tolerance);

    /** @param unit of the number in the header: seconds or milliseconds since 1970 */
    static Optional<String> untimely(String timestamp, LongFunction<Instant> unit, Instant now, Duration tolerance) {
        Instant sent;
        try {
            sent = unit.apply(Long.parseLong(timestamp));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return Optional.of("The timestamp is no number of the time.");
        }
        return Duration.between(sent, now).abs().compareTo(tolerance) > 0
                ? Optional.of("The timestamp is more than %d s from now.".formatted(tolerance.toSeconds()))
                : Optional.empty();
    }

    /** Base64 of the HMAC-SHA256 of parts one after the other. */
    static String hmac(byte[] secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256, and a key of any length", e);
        }
    }

    /** In the same time wherever they differ. */
    static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
