package io.entente.referral.crm;

import static io.entente.testkit.security.Callers.asOps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.crm.signatures.HubSpotSignature;
import io.entente.referral.crm.signatures.SalesforceSignature;
import io.entente.referral.crm.signatures.SignatureScheme;
import io.entente.referral.crm.signatures.SignedRequest;
import io.entente.referral.crm.signatures.StandardWebhooksSignature;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** A referral service with connected CRMs and a clock that the test can move. */
final class ConnectedCrms implements AutoCloseable {

    static final String SECRET = "app-client-secret";
    static final String PORTAL = "33";
    static final String ORGANIZATION = "00D5g000008XyZa";
    static final Instant START = Instant.parse("2026-04-02T09:00:00Z");
    /** When the changes happen in the CRM: 31 March 2026, 09:30 UTC. */
    static final long T0 = 1774949400000L;

    private static final String WHSEC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PUBLIC_URL = "https://partners.firm.example";
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    final MovableClock clock = new MovableClock(START);
    final RunningService service;

    ConnectedCrms(String... arguments) {
        service = RunningService.start(
                ReferralServiceApplication.service().initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> clock)),
                Stream.concat(
                                Stream.of(
                                        "--entente.referral.crm.connections.hubspot.secrets=" + SECRET,
                                        "--entente.referral.crm.connections.hubspot.public-url=" + PUBLIC_URL,
                                        "--entente.referral.crm.connections.hubspot.accounts=" + PORTAL,
                                        "--entente.referral.crm.connections.hubspot.time-zone=Asia/Kuala_Lumpur",
                                        "--entente.referral.crm.connections.salesforce.secrets=" + SECRET,
                                        "--entente.referral.crm.connections.salesforce.accounts=" + ORGANIZATION,
                                        "--entente.referral.crm.connections.generic.secrets=" + WHSEC,
                                        "--entente.referral.crm.sweep-interval=100ms"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (String partner : List.of("par_crm", "par_other")) {
            partners.keep(new KnownPartner(partner, "Partner " + partner, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        }
    }

    @Override
    public void close() {
        service.close();
    }

    static String number() {
        return Integer.toString(NUMBERS.incrementAndGet());
    }

    /** Submits a referral of a client that nobody else has introduced, and returns its id. */
    String submitted() {
        return submitted("par_crm", "client-" + number() + ".example");
    }

    String submitted(String partnerId, String domain) {
        Answer answer = service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","client":{"organisation":"Client %s","domain":"%s","contactName":"Mia Lang",
                 "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                        .formatted(partnerId, domain, domain));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    JsonNode command(String referralId, String command, String body) {
        return done(service.post("/api/referrals/%s/%s".formatted(referralId, command), body));
    }

    static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json();
    }

    void link(String crm, String crmDealId, String referralId) {
        done(service.post(
                "/api/crm/links",
                "{\"crm\":\"%s\",\"crmDealId\":\"%s\",\"referralId\":\"%s\"}".formatted(crm, crmDealId, referralId)));
    }

    static String property(String dealId, String property, String value, long at) {
        return """
                {"objectId":%s,"propertyName":"%s","propertyValue":"%s","eventId":%s,"subscriptionId":26,"portalId":%s,
                 "occurredAt":%d,"subscriptionType":"deal.propertyChange","attemptNumber":0}"""
                .formatted(dealId, property, value, number(), PORTAL, at);
    }

    Answer hubspot(String... events) {
        return signedHubspot("[" + String.join(",", events) + "]");
    }

    Answer signedHubspot(String body) {
        String now = Long.toString(clock.instant().toEpochMilli());
        SignedRequest signed =
                new SignedRequest("POST", PUBLIC_URL + "/api/crm/hubspot", Map.of(), body.getBytes(UTF_8));
        return service.post(
                "/api/crm/hubspot",
                body,
                "X-HubSpot-Signature-v3: " + HubSpotSignature.sign(signed, SECRET, now),
                "X-HubSpot-Request-Timestamp: " + now);
    }

    Answer salesforce(String body) {
        String now = Long.toString(clock.instant().getEpochSecond());
        return service.post(
                "/api/crm/salesforce",
                body,
                "X-Entente-Timestamp: " + now,
                "X-Entente-Signature: " + SalesforceSignature.sign(body.getBytes(UTF_8), SECRET, now));
    }

    /** An event of the generic format. */
    static String event(String dealId, String stage, String more, int secondsLater) {
        return """
                {"type":"deal.updated","timestamp":"%s","data":{"dealId":"%s","stage":"%s"%s}}"""
                .formatted(Instant.ofEpochMilli(T0).plusSeconds(secondsLater), dealId, stage, more);
    }

    static String amount(String amount, String currency) {
        return ",\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
    }

    JsonNode generic(String body) {
        String id = "msg_" + number();
        String now = Long.toString(clock.instant().getEpochSecond());
        String signature = SignatureScheme.hmac(
                StandardWebhooksSignature.key(WHSEC), (id + "." + now + "." + body).getBytes(UTF_8));
        return done(service.post(
                "/api/crm/generic",
                body,
                "webhook-id: " + id,
                "webhook-timestamp: " + now,
                "webhook-signature: v1," + signature));
    }

    JsonNode deal(String crm, String crmDealId) {
        return service.get("/api/crm/deals/%s/%s".formatted(crm, crmDealId)).json();
    }

    /** The reasons for which changes of a deal wait, according to the list of waiting changes. */
    List<String> reasons(String crmDealId) {
        List<String> reasons = new ArrayList<>();
        service.get("/api/crm/waiting-changes?limit=200").json().path("items").forEach(deal -> {
            if (deal.path("crmDealId").asString().equals(crmDealId)) {
                deal.path("waits")
                        .forEach(wait -> reasons.add(wait.path("reason").asString()));
            }
        });
        return reasons;
    }

    /** Decides the open conflict of two referrals in favour of one. */
    void decide(String winner, String other) {
        JsonNode conflict = service.get("/api/conflicts?status=OPEN&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains(winner) && one.toString().contains(other))
                .findFirst()
                .orElseThrow();
        done(service.post(
                "/api/conflicts/%s/decide".formatted(conflict.path("id").asString()),
                "{\"winner\":\"%s\",\"reason\":\"The client chose.\",\"rule\":\"CLIENT_CHOOSES\"}".formatted(winner),
                asOps("o-1")));
    }

    /** Waits until an assertion holds. */
    static void retried(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    JsonNode referral(String id) {
        return service.get("/api/referrals/" + id).json();
    }

    String status(String id) {
        return referral(id).path("status").asString();
    }
}
