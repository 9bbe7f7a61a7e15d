package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Plants names, addresses and accounts of persons in everything that callers can send, right and wrong, and then looks for them in
 * everything that the services wrote for operators: logs of the whole run, metrics, traces, parked events and audit logs. Events have
 * none of a client's contact either.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class PlantedNamesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SERVICES =
            List.of(Cluster.PARTNER, Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION);
    private static final List<String> TOPICS = List.of(
            Topics.PARTNER_EVENTS,
            Topics.PARTNER_PROFILES,
            Topics.PARTNER_MEMBERS,
            Topics.REFERRAL_EVENTS,
            Topics.COMMISSION_EVENTS,
            Topics.NOTIFICATION_EVENTS);

    /** Of the client's contact. */
    private static final List<String> CLIENTS =
            List.of("Zephyrine", "Quillfeather", "zephyrine@plankton.example", "7418529", "GB29NWBK60161331926819");

    /** Of the partner's contact, which the profile on Kafka has for the services that write to it. */
    private static final List<String> PARTNERS =
            List.of("Ottoline", "Vanterpool", "ottoline@vanterpool.example", "GB33BUKB20201555555555", "7654329");

    private final Cluster cluster;
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    PlantedNamesIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void nothing_that_a_run_writes_for_operators_has_a_persons_name_address_or_account() throws IOException {
        try (TraceCollector traces = new TraceCollector()) {
            restart(traces.arguments());
            Map<String, String> written = new LinkedHashMap<>();
            try {
                String partner = partner();
                String referral = referral(partner);
                paymentDetails(partner);
                wrongRequests(partner, referral);
                unreadableEvent(partner);
                await("traces")
                        .atMost(PATIENCE)
                        .until(() -> traces.text().contains("/api/referrals")
                                && traces.text().contains("/api/payees/{partnerId}"));
                collect(written);
                written.put("traces", traces.text());
            } finally {
                discardParked();
                restart();
            }
            logs(written);
            assertThat(written.get("parked events of " + Cluster.COMMISSION)).contains("planted-" + run);
            assertThat(written.get("metrics of " + Cluster.REFERRAL)).contains("uri=\"/api/referrals/{id}\"");
            written.forEach(
                    (where, text) -> assertNone(where, text, Stream.concat(CLIENTS.stream(), PARTNERS.stream())));
            for (String topic : TOPICS) {
                events(topic).forEach(event -> assertNone("an event on " + topic, event, CLIENTS.stream()));
            }
        }
    }

    /** The events of services, without the one that this test has published. */
    private List<String> events(String topic) {
        return new Topics(cluster)
                .read(topic).stream()
                        .map(event -> new String(value(event.value()), UTF_8))
                        .filter(event -> !event.contains("\"referralId\":\"planted-" + run))
                        .toList();
    }

    private static byte[] value(byte[] value) {
        return value == null ? new byte[0] : value;
    }

    private static void assertNone(String where, String text, Stream<String> planted) {
        String lower = text.toLowerCase(Locale.ROOT);
        planted.forEach(word -> {
            int at = lower.indexOf(word.toLowerCase(Locale.ROOT));
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100)))
                    .as("%s in %s", word, where)
                    .isEmpty();
        });
    }

    private void restart(String... arguments) {
        for (String service : List.of(Cluster.REFERRAL, Cluster.COMMISSION)) {
            cluster.service(service).close();
            cluster.service(service).start(arguments);
        }
    }

    private String partner() {
        ServiceProcess service = cluster.service(Cluster.PARTNER);
        Answer created = Http.post(
                service.url("/api/partners"),
                """
                {"name":"Planted %s","model":"REFERRAL","tier":"ACTIVE","country":"SG","timeZone":"Asia/Singapore","locale":"en",
                 "contacts":[{"name":"Ottoline Vanterpool","email":"ottoline@vanterpool.example","role":"Director"}]}
                """
                        .formatted(run));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.json().path("id").asString();
        assertThat(Http.post(service.url("/api/partners/" + id + "/activate"), "")
                        .status())
                .isEqualTo(200);
        return id;
    }

    private String referral(String partner) {
        String url = cluster.service(Cluster.REFERRAL).url("/api/referrals");
        String body =
                """
                {"partnerId":"%s","direction":"INBOUND",
                 "client":{"organisation":"Planted Client %s","domain":"planted-%s.example","country":"DE",
                           "contactName":"Zephyrine Quillfeather","contactEmail":"zephyrine@plankton.example",
                           "contactPhone":"+49 171 7418529"},
                 "service":"Data platform","challenge":"Zephyrine Quillfeather waits for reports",
                 "context":"Ask Zephyrine","promises":"Call Zephyrine Quillfeather","involvement":"STANDARD"}
                """
                        .formatted(partner, run, run);
        Answer submitted = await("the partner known")
                .atMost(PATIENCE)
                .until(() -> Http.post(url, body), answer -> answer.status() == 201);
        String id = submitted.json().path("id").asString();
        String referral = url + "/" + id;
        accepted(Http.post(referral + "/accept", ""));
        accepted(
                Http.post(
                        referral + "/notes",
                        "{\"text\":\"Zephyrine Quillfeather, zephyrine@plankton.example, is away\",\"visibility\":\"SHARED\"}"));
        accepted(Http.post(
                referral + "/deals",
                "{\"dealId\":\"planted-deal-%s\",\"amount\":{\"amount\":\"1000.00\",\"currency\":\"USD\"},\"closedOn\":\"2026-01-02\"}"
                        .formatted(run)));
        accepted(Http.get(referral + "/timeline"));
        return id;
    }

    private void paymentDetails(String partner) {
        ServiceProcess commission = cluster.service(Cluster.COMMISSION);
        String payee = commission.url("/api/payees/" + partner);
        await("the profile known")
                .atMost(PATIENCE)
                .until(() -> Http.putAs(
                                        "user:fin-1",
                                        payee,
                                        """
                                {"holder":"Ottoline Vanterpool","iban":"GB33BUKB20201555555555","country":"GB","currency":"USD",
                                 "bic":"BUKBGB22"}""")
                                .status()
                        < 300);
        Answer taxes = Http.putAs(
                "user:fin-1",
                payee + "/tax-profile",
                """
                {"effectiveFrom":"2026-01-01","status":"FOREIGN","legalName":"Ottoline Vanterpool",
                 "address":{"street":"Vanterpool Road 1","city":"Leeds","postalCode":"LS1","country":"GB"},
                 "taxNumber":"12-7654329","selfBillingAgreedOn":"2026-01-15"}""");
        assertThat(taxes.status()).as(taxes.body()).isLessThan(500);
    }

    /** Each is refused, and the refusal must not be logged with what was sent. */
    private void wrongRequests(String partner, String referral) {
        String referrals = cluster.service(Cluster.REFERRAL).url("/api/referrals");
        String payee = cluster.service(Cluster.COMMISSION).url("/api/payees/" + partner);
        for (String path : List.of(
                "/zephyrine@plankton.example",
                "/GB29NWBK60161331926819",
                "/Zephyrine%20Quillfeather/notes",
                "?email=zephyrine@plankton.example",
                "?q=Quillfeather",
                "?from=Zephyrine",
                "/%7BZephyrine%7D")) {
            Http.get(referrals + path);
            Http.post(referrals + path, "{\"zephyrine@plankton.example\":\"Quillfeather\"}");
        }
        for (String body : List.of(
                "{\"Zephyrine",
                "{\"partnerId\":\"%s\",\"direction\":\"Zephyrine Quillfeather\"}".formatted(partner),
                "{\"partnerId\":\"Zephyrine Quillfeather\",\"client\":{\"contactPhone\":7418529}}",
                "{\"client\":{\"domain\":\"zephyrine@plankton.example\"},\"expectedValue\":{\"amount\":\"Quillfeather\"}}")) {
            assertThat(Http.post(referrals, body).status()).isBetween(400, 499);
        }
        Http.post(referrals + "/" + referral + "/decline", "{\"reason\":\"Zephyrine Quillfeather said no\"}");
        Http.post(referrals + "/" + referral + "/meeting", "{\"heldOn\":\"Zephyrine\"}");
        Http.post(referrals, "{}", "X-Correlation-Id", "Zephyrine Quillfeather");
        Http.post(referrals, "{}", "Idempotency-Key", "zephyrine@plankton.example");
        Http.putAs("user:fin-1", payee, "{\"holder\":7654329,\"iban\":\"GB29NWBK60161331926819x\"}");
        Http.putAs("user:fin-1", payee, "{\"holder\":\"Ottoline\",\"account\":{\"iban\":\"GB33BUKB20201555555555\"}}");
        Http.postFile(
                cluster.service(Cluster.REFERRAL).url("/api/imports"),
                "contact,mail\nZephyrine Quillfeather,zephyrine@plankton.example\n\"Zephyrine".getBytes(UTF_8));
        Http.post(
                cluster.service(Cluster.REFERRAL).url("/api/crm/hubspot"),
                "[{\"email\":\"zephyrine@plankton.example\",\"name\":\"Quillfeather\"}]");
    }

    /** An event that no consumer can read, with a name in place of each value. */
    private void unreadableEvent(String partner) {
        String data =
                """
                {"referralId":"planted-%1$s","partnerId":"%2$s","dealId":"planted-%1$s/1","amount":"Zephyrine Quillfeather",
                 "client":{"key":"x","organisation":"zephyrine@plankton.example"},"closedOn":"Zephyrine Quillfeather",
                 "involvement":"Quillfeather","origin":"GB29NWBK60161331926819"}"""
                        .formatted(run, partner);
        try (ForeignEvents events = new ForeignEvents(cluster, "")) {
            events.publish("referral.deal-closed.v1", "planted-" + run, partner, 1, data.getBytes(UTF_8));
        }
        for (String service : List.of(Cluster.COMMISSION, Cluster.NOTIFICATION)) {
            await("parked").atMost(PATIENCE).until(() -> parked(service).stream()
                    .anyMatch(item -> item.path("aggregate").asString().contains("planted-" + run)));
        }
    }

    private void collect(Map<String, String> written) {
        for (String name : SERVICES) {
            ServiceProcess service = cluster.service(name);
            written.put(
                    "metrics of " + name,
                    Http.get(service.url("/actuator/prometheus")).body());
            written.put(
                    "health of " + name,
                    Http.get(service.url("/actuator/health")).body());
            written.put(
                    "parked events of " + name,
                    Http.get(service.url("/actuator/parked?limit=200")).body());
            String audit = Http.get(service.url("/api/audit?limit=200")).body();
            assertThat(audit).as("audit log of " + name).contains("\"items\":[");
            written.put("audit log of " + name, audit);
        }
    }

    private static void logs(Map<String, String> written) throws IOException {
        try (Stream<Path> files = Files.list(Cluster.DIRECTORY)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                written.put(file.getFileName().toString(), Files.readString(file, UTF_8));
            }
        }
        assertThat(written)
                .containsKeys(SERVICES.stream().map(name -> name + ".log").toArray(String[]::new));
    }

    private List<JsonNode> parked(String service) {
        Answer answer = Http.get(cluster.service(service).url("/actuator/parked?limit=200"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    /** The next test expects that nothing is parked. */
    private void discardParked() {
        for (String service : SERVICES) {
            for (JsonNode item : parked(service)) {
                Http.post(
                        cluster.service(service).url("/actuator/parked"),
                        "{\"action\":\"discard\",\"id\":\"%s\"}"
                                .formatted(item.path("id").asString()));
            }
        }
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
