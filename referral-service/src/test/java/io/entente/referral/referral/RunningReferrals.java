package io.entente.referral.referral;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The referral service, started once for all tests of referrals, and the requests and events that they need. */
final class RunningReferrals implements BeforeAllCallback {

    static final String AS_PARTNER = asPartner("par_a");
    static final String AS_FIRM = asPerson("u-17");
    static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01"}""";
    static final String DEAL_WITH_SHARE =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01","revenueShare":"0.40"}""";

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private static @Nullable RunningService running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningReferrals.class))
                .computeIfAbsent(RunningService.class, unused -> start(), RunningService.class);
    }

    private static RunningService start() {
        RunningService started = RunningService.start(
                ReferralServiceApplication.service(), "--entente.referral.policy.profile-patience=1s");
        running = started;
        KnownPartners partners = partners();
        for (String id : new String[] {"par_a", "par_b"}) {
            partners.keep(new KnownPartner(id, "Partner " + id, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        }
        publishProfile("par_active", "Active Partner", "ACTIVE", "ACTIVE", 3);
        publishProfile("par_network", "Network Partner", "ACTIVE", "REFERRAL_NETWORK", 1);
        publishProfile("par_paused", "Paused Partner", "PAUSED", "ACTIVE", 1);
        await().until(() -> partners.find("par_active").isPresent()
                && partners.find("par_network").isPresent()
                && partners.find("par_paused").isPresent());
        return started;
    }

    static KnownPartners partners() {
        return service().context().getBean(KnownPartners.class);
    }

    static RunningService service() {
        return Objects.requireNonNull(running, "the service has not been started");
    }

    static String submitted() {
        return service()
                .post("/api/referrals", referralOf("par_active"))
                .json()
                .path("id")
                .asString();
    }

    static String submitted(String direction, String more) {
        Answer answer = service().post("/api/referrals", referral(direction, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    static String accepted() {
        String id = submitted();
        service().post("/api/referrals/" + id + "/accept", "");
        return id;
    }

    static Answer close(String id, String deal, String... headers) {
        return service().post("/api/referrals/" + id + "/deals", deal, headers);
    }

    /** A referral of a new client. */
    static String referralOf(String partnerId) {
        return referralOf(partnerId, CLIENTS.incrementAndGet());
    }

    static String referralOf(String partnerId, int client) {
        return """
               {"partnerId":"%s","client":{"organisation":"Brightwater %d","domain":"Brightwater-%d.example",
                "country":"MY","contactName":"Aisyah Secret","contactPhone":"+60 12 345"},"service":"Data platform",
                "challenge":"Reports take days","expectedValue":{"amount":"12000","currency":"USD"}}"""
                .formatted(partnerId, client, client);
    }

    /** A referral of a new client by or to the partner par_a. */
    static String referral(String direction, String more) {
        int client = CLIENTS.incrementAndGet();
        return """
               {"partnerId":"par_a","direction":"%s",%s"client":{"organisation":"Client %d","domain":"client-%d.example",
                "country":"MY","contactName":"Aisyah Secret","contactPhone":"+60 12 345"},"service":"Data platform"}"""
                .formatted(direction, more, client, client);
    }

    static Answer post(String id, String command, String body, String... headers) {
        return service().post("/api/referrals/" + id + "/" + command, body, headers);
    }

    static Answer getAs(String actor, String path) {
        return service().request("GET", path, null, actor);
    }

    /** Sends a command until it succeeds. The service refuses it with 409 if it loses ten races in a row. */
    static Answer untilAccepted(String id, String command, String body, String... headers) {
        return await().until(() -> post(id, command, body, headers), answer -> answer.status() != 409);
    }

    static void expect(String status, Answer answer) {
        assertThat(answer.json().path("status").asString()).as(answer.body()).isEqualTo(status);
    }

    static String inDays(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    static Duration dueAfter(Answer submitted) {
        return Duration.between(
                Instant.parse(submitted.json().path("submittedAt").asString()),
                Instant.parse(submitted.json().path("responseDueAt").asString()));
    }

    static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }

    static List<String> fields(Answer refused) {
        return texts(refused.json().path("errors"), "field");
    }

    static void publishProfile(String id, String name, String status, String tier, int version) {
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        id,
                        version,
                        id,
                        """
                {"partnerId":"%s","name":"%s","status":"%s","tier":"%s","model":"REFERRAL","locale":"en",
                 "timeZone":"Asia/Kuala_Lumpur","country":"MY","contacts":[],"version":%d,
                 "updatedAt":"2026-02-02T01:00:00Z"}"""
                                .formatted(id, name, status, tier, version));
    }

    /**
     * The events of a referral and its deals, as a consumer that deduplicates sees them: if one write soon follows another, the
     * service may publish the earlier event again. Events about due dates have their own tests.
     */
    static List<PublishedRecord> eventsOf(String id, int count) {
        return distinctOf(
                id,
                service()
                        .awaitRecords(
                                "referral.events", all -> distinctOf(id, all).size() >= count));
    }

    static List<PublishedRecord> distinctOf(String id, List<PublishedRecord> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(event -> event.data().path("referralId").asString().equals(id)
                        && !event.type().startsWith("referral.sla-")
                        && seen.add(event.envelope().id()))
                .toList();
    }

    /** The events whose subject is this referral or deal, each once. */
    static List<PublishedRecord> eventsAbout(String id, int count) {
        return distinctAbout(
                id,
                service()
                        .awaitRecords(
                                "referral.events", all -> distinctAbout(id, all).size() >= count));
    }

    static List<PublishedRecord> distinctAbout(String id, List<PublishedRecord> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(event -> event.subject().equals(id)
                        && !event.type().startsWith("referral.sla-")
                        && seen.add(event.envelope().id()))
                .toList();
    }
}
