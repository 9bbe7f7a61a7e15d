package io.entente.referral.crm.signatures;

import static io.entente.referral.crm.signatures.SignatureScheme.bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The symmetric signature of Standard Webhooks. Its Java library is not used, because it reads the system clock, which a test
 * can't move.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
 *     specification</a>
 */
public final class StandardWebhooksSignature implements SignatureScheme {

    public static final String ID = "webhook-id";
    public static final String SIGNATURE = "webhook-signature";
    public static final String TIMESTAMP = "webhook-timestamp";

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    @Override
    public Optional<String> refusal(SignedRequest request, List<String> secrets, Instant now, Duration tolerance) {
        String id = request.header(ID).orElse("");
        String signatures = request.header(SIGNATURE).orElse("");
        String timestamp = request.header(TIMESTAMP).orElse("");
        if (id.isEmpty() || signatures.isEmpty() || timestamp.isEmpty()) {
            return Optional.of("The headers %s, %s and %s must be present.".formatted(ID, TIMESTAMP, SIGNATURE));
        }
        List<String> given = Arrays.stream(signatures.split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> signature.substring(VERSION.length()))
                .toList();
        boolean signed = secrets.stream()
                .map(secret -> SignatureScheme.hmac(key(secret), bytes(id + "." + timestamp + "."), request.body()))
                .anyMatch(expected -> given.stream().anyMatch(one -> SignatureScheme.isSame(expected, one)));
        return signed
                ? SignatureScheme.untimely(timestamp, Instant::ofEpochSecond, now, tolerance)
                : Optional.of("The signature does not match the request.");
    }

    /** The bytes of a secret, which is configured as Base64 with or without its prefix. */
    public static byte[] key(String secret) {
        return Base64.getDecoder()
                .decode(secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
    }
}
