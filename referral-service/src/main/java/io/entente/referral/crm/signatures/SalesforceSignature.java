package io.entente.referral.crm.signatures;

import static io.entente.referral.crm.signatures.SignatureScheme.bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signature that the Apex trigger of {@code docs/crm.md} adds to its callout: HMAC-SHA256 over the time in seconds, a dot
 * and the body. Salesforce itself does not sign callouts.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_crypto.htm">Apex:
 *     Crypto.generateMac</a>
 */
public final class SalesforceSignature implements SignatureScheme {

    public static final String SIGNATURE = "X-Entente-Signature";
    public static final String TIMESTAMP = "X-Entente-Timestamp";

    @Override
    public Optional<String> refusal(SignedRequest request, List<String> secrets, Instant now, Duration tolerance) {
        String signature = request.header(SIGNATURE).orElse("");
        String timestamp = request.header(TIMESTAMP).orElse("");
        if (signature.isEmpty() || timestamp.isEmpty()) {
            return Optional.of("The headers %s and %s must be present.".formatted(SIGNATURE, TIMESTAMP));
        }
        boolean signed = secrets.stream()
                .anyMatch(secret -> SignatureScheme.isSame(sign(request.body(), secret, timestamp), signature));
        return signed
                ? SignatureScheme.untimely(timestamp, Instant::ofEpochSecond, now, tolerance)
                : Optional.of("The signature does not match the request.");
    }

    public static String sign(byte[] body, String secret, String timestamp) {
        return SignatureScheme.hmac(bytes(secret), bytes(timestamp + "."), body);
    }
}
