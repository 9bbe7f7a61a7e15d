package io.entente.referral.crm.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureSchemeTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:30:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final byte[] BODY = "{\"example_field\":\"example_value\"}".getBytes(UTF_8);

    /** Test case 2 of RFC 4231, a known answer from an independent source. */
    @Test
    void the_code_is_hmac_sha_256() {
        String code = SignatureScheme.hmac(
                "Jefe".getBytes(UTF_8), "what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(code)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void hubspots_version_3_covers_method_uri_body_and_timestamp() {
        String uri = "https://www.example.com/webhook_uri?at=a%3Ab%2Fc&n=%C3%A4";
        String timestamp = Long.toString(NOW.toEpochMilli());
        String signature = SignatureScheme.hmac(
                SECRET.getBytes(UTF_8),
                ("POSThttps://www.example.com/webhook_uri?at=a:b/c&n=%C3%A4" + new String(BODY, UTF_8) + timestamp)
                        .getBytes(UTF_8));
        SignedRequest request = hubspot(uri, BODY, timestamp, signature);
        HubSpotSignature scheme = new HubSpotSignature();

        assertThat(scheme.refusal(request, List.of(SECRET), NOW, TOLERANCE)).isEmpty();
        assertThat(scheme.refusal(request, List.of("another", SECRET), NOW, TOLERANCE))
                .isEmpty();
        assertThat(scheme.refusal(request, List.of("another"), NOW, TOLERANCE)).isPresent();
        assertThat(scheme.refusal(request, List.of(), NOW, TOLERANCE)).isPresent();
        assertThat(scheme.refusal(hubspot(uri + "0", BODY, timestamp, signature), List.of(SECRET), NOW, TOLERANCE))
                .isPresent();
        assertThat(scheme.refusal(
                        hubspot(uri, "{}".getBytes(UTF_8), timestamp, signature), List.of(SECRET), NOW, TOLERANCE))
                .isPresent();
        assertThat(scheme.refusal(hubspot(uri, BODY, "1", signature), List.of(SECRET), NOW, TOLERANCE))
                .isPresent();
        assertThat(scheme.refusal(hubspot(uri, BODY, timestamp, ""), List.of(SECRET), NOW, TOLERANCE))
                .isPresent();
    }

    @Test
    void a_request_is_refused_more_than_five_minutes_before_or_after_its_time() {
        String timestamp = Long.toString(NOW.toEpochMilli());
        SignedRequest unsigned = hubspot("https://x.example/api/crm/hubspot", BODY, timestamp, "x");
        SignedRequest request = hubspot(
                "https://x.example/api/crm/hubspot",
                BODY,
                timestamp,
                HubSpotSignature.sign(unsigned, SECRET, timestamp));
        HubSpotSignature scheme = new HubSpotSignature();

        for (long seconds : new long[] {-300, 0, 300}) {
            assertThat(scheme.refusal(request, List.of(SECRET), NOW.plusSeconds(seconds), TOLERANCE))
                    .as("%d s", seconds)
                    .isEmpty();
        }
        for (long seconds : new long[] {-301, 301}) {
            assertThat(scheme.refusal(request, List.of(SECRET), NOW.plusSeconds(seconds), TOLERANCE))
                    .as("%d s", seconds)
                    .isPresent();
        }
    }

    @Test
    void the_signature_of_salesforces_trigger_covers_time_and_body() {
        String timestamp = Long.toString(NOW.getEpochSecond());
        String signature = SalesforceSignature.sign(BODY, SECRET, timestamp);
        SalesforceSignature scheme = new SalesforceSignature();

        assertThat(signature)
                .isEqualTo(SignatureScheme.hmac(
                        SECRET.getBytes(UTF_8), (timestamp + "." + new String(BODY, UTF_8)).getBytes(UTF_8)));
        assertThat(scheme.refusal(salesforce(timestamp, signature), List.of(SECRET), NOW, TOLERANCE))
                .isEmpty();
        assertThat(scheme.refusal(salesforce("177494940x", signature), List.of(SECRET), NOW, TOLERANCE))
                .isPresent();
        assertThat(scheme.refusal(salesforce(timestamp, signature), List.of(SECRET), NOW.plusSeconds(301), TOLERANCE))
                .isPresent();
    }

    /** The example with which the libraries of the standard are tested. */
    @Test
    void a_signature_of_standard_webhooks_equals_that_of_its_libraries() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        Instant then = Instant.ofEpochSecond(1614265330);
        StandardWebhooksSignature scheme = new StandardWebhooksSignature();
        Map<String, String> headers = new HashMap<>(Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1a,other v1,b3RoZXI= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

        assertThat(scheme.refusal(generic(headers), List.of(secret), then, TOLERANCE))
                .isEmpty();
        assertThat(scheme.refusal(generic(headers), List.of(secret.substring(6)), then, TOLERANCE))
                .isEmpty();
        assertThat(scheme.refusal(generic(headers), List.of("b3RoZXI="), then, TOLERANCE))
                .isPresent();
        assertThat(scheme.refusal(generic(headers), List.of(secret), then.plusSeconds(301), TOLERANCE))
                .isPresent();
        headers.put("webhook-id", "msg_other");
        assertThat(scheme.refusal(generic(headers), List.of(secret), then, TOLERANCE))
                .isPresent();
    }

    private static SignedRequest hubspot(String uri, byte[] body, String timestamp, String signature) {
        return new SignedRequest(
                "POST",
                uri,
                Map.of("x-hubspot-signature-v3", signature, "x-hubspot-request-timestamp", timestamp),
                body);
    }

    private static SignedRequest salesforce(String timestamp, String signature) {
        return new SignedRequest(
                "POST",
                "https://x.example/api/crm/salesforce",
                Map.of("x-entente-signature", signature, "x-entente-timestamp", timestamp),
                BODY);
    }

    private static SignedRequest generic(Map<String, String> headers) {
        return new SignedRequest(
                "POST", "https://x.example/api/crm/generic", headers, "{\"test\": 2432232314}".getBytes(UTF_8));
    }
}
