package io.entente.referral.crm.signatures;

import static io.entente.referral.crm.signatures.SignatureScheme.bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HubSpot's signature v3: HMAC-SHA256 with the app's client secret over method, URI, body and timestamp.
 *
 * @see <a href="https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation">Validating
 *     requests</a>
 */
public final class HubSpotSignature implements SignatureScheme {

    public static final String SIGNATURE = "X-HubSpot-Signature-v3";
    public static final String TIMESTAMP = "X-HubSpot-Request-Timestamp";

    /** HubSpot decodes these characters in the URI before it signs. Everything else stays as it was sent. */
    private static final Map<String, String> DECODED = Map.ofEntries(
            Map.entry("%3A", ":"),
            Map.entry("%2F", "/"),
            Map.entry("%3F", "?"),
            Map.entry("%40", "@"),
            Map.entry("%21", "!"),
            Map.entry("%24", "$"),
            Map.entry("%27", "'"),
            Map.entry("%28", "("),
            Map.entry("%29", ")"),
            Map.entry("%2A", "*"),
            Map.entry("%2C", ","),
            Map.entry("%3B", ";"));

    @Override
    public Optional<String> refusal(SignedRequest request, List<String> secrets, Instant now, Duration tolerance) {
        String signature = request.header(SIGNATURE).orElse("");
        String timestamp = request.header(TIMESTAMP).orElse("");
        if (signature.isEmpty() || timestamp.isEmpty()) {
            return Optional.of("The headers %s and %s must be present.".formatted(SIGNATURE, TIMESTAMP));
        }
        boolean signed = secrets.stream()
                .anyMatch(secret -> SignatureScheme.isSame(sign(request, secret, timestamp), signature));
        return signed
                ? SignatureScheme.untimely(timestamp, Instant::ofEpochMilli, now, tolerance)
                : Optional.of("The signature does not match the request.");
    }

    public static String sign(SignedRequest request, String secret, String timestamp) {
        return SignatureScheme.hmac(
                bytes(secret), bytes(request.method() + decoded(request.uri())), request.body(), bytes(timestamp));
    }

    private static String decoded(String uri) {
        String decoded = uri;
        for (Map.Entry<String, String> code : DECODED.entrySet()) {
            decoded = decoded.replaceAll(
                    "(?i)" + code.getKey(), java.util.regex.Matcher.quoteReplacement(code.getValue()));
        }
        return decoded;
    }
}
