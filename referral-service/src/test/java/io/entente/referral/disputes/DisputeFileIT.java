package io.entente.referral.disputes;

import static io.entente.testkit.security.Callers.asOps;
import static io.entente.testkit.security.Callers.asPartner;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.disputes.signing.Verified;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Three partners introduce one client, a conflict is decided, and the loser appeals. */
class DisputeFileIT {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-06-15T08:00:00Z"));
    private static final String OPERATOR = asOps("o-1");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path directory;

    private static RunningService service;
    private static String first;
    private static String second;
    private static String third;
    private static String conflict;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service().initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> CLOCK)),
                "--entente.referral.disputes.key-store=" + directory.resolve("dispute-files.p12"),
                "--entente.referral.disputes.key-store-password=secret",
                "--entente.referral.disputes.create-key-store=true");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (String id : List.of("anna", "bert", "上海")) {
            String partner = id.equals("上海") ? "par_shanghai" : "par_" + id;
            partners.keep(new KnownPartner(partner, "Partner " + id, "ACTIVE", Tier.ACTIVE, "REFERRAL", "DE", 1));
        }
        ask("par_bert");
        first = minutesLater("par_anna");
        second = minutesLater("par_bert");
        third = minutesLater("par_shanghai");
        conflict = conflictOf(second);
        CLOCK.move(Duration.ofHours(1));
        done(service.post("/api/conflicts/" + conflict + "/decide", "{\"reason\":\"Anna was first.\"}", OPERATOR));
        CLOCK.move(Duration.ofHours(1));
        done(service.post(
                "/api/conflicts/" + conflict + "/appeal",
                "{\"reason\":\"We met the client in May.\"}",
                asPartner("par_bert")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_file_has_the_introductions_of_all_partners_with_evidence_policy_decision_and_appeal() {
        JsonNode file = file();

        assertThat(texts(items(file, "INTRODUCTION"), "id")).containsExactly(first, second, third);
        assertThat(texts(items(file, "INTRODUCTION"), "at"))
                .containsExactly("2026-06-15T08:10:00Z", "2026-06-15T08:20:00Z", "2026-06-15T08:30:00Z");
        JsonNode evidence = items(file, "CONFLICT").get(0).path("content");
        assertThat(evidence.path("score").asString()).isEqualTo("1.00");
        assertThat(evidence.path("matchedFields").toString()).isEqualTo("[\"domain\",\"organisation\",\"country\"]");
        assertThat(evidence.path("policyVersion").asInt()).isEqualTo(1);
        assertThat(evidence.path("holder").path("referralId").asString()).isEqualTo(first);
        assertThat(items(file, "CONFLICT")).hasSize(2);
        assertThat(texts(items(file, "POLICY"), "id")).containsExactly("attribution-policy/1");
        JsonNode decision = items(file, "DECISION").get(0);
        assertThat(decision.path("at").asString()).isEqualTo("2026-06-15T09:30:00Z");
        assertThat(decision.path("content").path("winner").asString()).isEqualTo(first);
        assertThat(decision.path("content").path("decidedBy").asString()).isEqualTo("user:o-1");
        assertThat(decision.path("content").path("reason").asString()).isEqualTo("Anna was first.");
        assertThat(items(file, "APPEAL").get(0).path("content").path("reason").asString())
                .isEqualTo("We met the client in May.");
        assertThat(items(file, "CLIENT_CHECK")
                        .get(0)
                        .path("content")
                        .path("answer")
                        .asString())
                .isEqualTo("FREE");
        assertThat(file.path("parties")).hasSize(3);
    }

    @Test
    void the_file_is_the_same_for_each_of_its_conflicts_and_in_the_order_of_time() {
        JsonNode file = file();
        JsonNode ofThird = service.get("/api/conflicts/" + conflictOf(third) + "/dispute-file")
                .json();

        assertThat(ofThird.path("sha256")).isEqualTo(file.path("sha256"));
        assertThat(texts(all(file), "at")).isSorted();
    }

    @Test
    void the_hashes_can_be_computed_from_the_json() {
        JsonNode file = file();

        List<String> hashes = new ArrayList<>();
        for (JsonNode item : all(file)) {
            Map<String, JsonNode> hashed = new TreeMap<>();
            item.properties().forEach(field -> hashed.put(field.getKey(), field.getValue()));
            hashed.remove("sha256");
            String canonical = hashed.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + canonical(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            hashes.add(sha256(canonical));
        }

        assertThat(texts(all(file), "sha256")).isEqualTo(hashes);
        assertThat(file.path("sha256").asString()).isEqualTo(sha256(String.join("\n", hashes)));
    }

    @Test
    void the_events_of_the_file_are_those_on_the_topic() {
        Map<String, PublishedRecord> published = published();
        List<JsonNode> events = items(file(), "EVENT").stream()
                .filter(item -> item.path("content").has("eventId"))
                .toList();

        assertThat(events).hasSizeGreaterThanOrEqualTo(8).allSatisfy(event -> {
            PublishedRecord its =
                    published.get(event.path("content").path("eventId").asString());
            assertThat(its).as(event.toString()).isNotNull();
            assertThat(its.type())
                    .isEqualTo("referral.%s.v1"
                            .formatted(event.path("content").path("what").asString()));
            assertThat(its.key())
                    .isEqualTo(event.path("content").path("partnerId").asString());
            assertThat(its.data().path("occurredAt").asString())
                    .isEqualTo(event.path("at").asString());
        });
        assertThat(file().path("deliveries").asString()).contains("names the event that it told");
    }

    @Test
    void the_file_says_what_each_partner_was_told_over_which_channel_with_which_result() {
        told("notification.message-delivered.v1", 1, "par_anna", first, "INBOX", "2026-06-15T08:10:01Z");
        told("notification.message-delivered.v1", 2, "par_anna", first, "EMAIL", "2026-06-15T08:10:03Z");
        told("notification.message-not-delivered.v1", 2, "par_bert", second, "EMAIL", "2026-06-15T08:20:04Z");
        told(
                "notification.message-delivered.v1",
                1,
                "par_bert",
                "ref_of_another_client",
                "INBOX",
                "2026-06-15T08:21:00Z");

        List<JsonNode> told = await().until(() -> items(file(), "DELIVERY"), items -> items.size() >= 3);

        assertThat(told)
                .extracting(
                        item -> item.path("at").asString(),
                        item -> item.path("content").path("partnerId").asString(),
                        item -> item.path("content").path("channel").asString(),
                        item -> item.path("content").path("result").asString())
                .containsExactly(
                        tuple("2026-06-15T08:10:01Z", "par_anna", "INBOX", "DELIVERED"),
                        tuple("2026-06-15T08:10:03Z", "par_anna", "EMAIL", "DELIVERED"),
                        tuple("2026-06-15T08:20:04Z", "par_bert", "EMAIL", "REJECTED"));
        List<String> events = items(file(), "EVENT").stream()
                .map(item -> item.path("content").path("eventId").asString())
                .toList();
        assertThat(told).allSatisfy(item -> assertThat(
                        item.path("content").path("eventId").asString())
                .isIn(events));
    }

    @Test
    void the_file_is_for_the_firm_and_names_no_contact() {
        for (String partner : List.of("par_anna", "par_bert", "par_nobody")) {
            for (String path : List.of("/dispute-file", "/dispute-file/pdf")) {
                assertThat(service.request("GET", "/api/conflicts/" + conflict + path, null, asPartner(partner))
                                .status())
                        .isEqualTo(403);
            }
        }
        assertThat(service.get("/api/conflicts/cnf_nothing/dispute-file").status())
                .isEqualTo(404);
        assertThat(service.get("/api/conflicts/" + conflict + "/dispute-file").body())
                .contains("Nordwind Energie")
                .doesNotContain("Mia Geheim", "mia@nordwind.example");
    }

    @Test
    void the_pdf_is_signed_shows_each_hash_and_has_the_json_inside() throws Exception {
        byte[] pdf = pdf();

        assertThat(Verified.of(pdf)).isEqualTo(new Verified(true, true, "CN=Entente dispute files"));
        byte[] changed = pdf.clone();
        changed[new String(pdf, ISO_8859_1).lastIndexOf("Dispute file")] = 'd';
        assertThat(Verified.of(changed).isValid()).isFalse();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            JsonNode inside = JSON.readTree(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("dispute-file.json")
                    .getEmbeddedFile()
                    .toByteArray());
            assertThat(inside.path("items")).isEqualTo(file().path("items"));
            assertThat(text).contains(texts(all(inside), "sha256"));
            assertThat(text).contains("Partner 上海", "Anna was first.");
        }
    }

    /** Publishes that a partner was told of its submission. The same is published again, as it can be after a crash. */
    private static void told(String type, int place, String partner, String referral, String channel, String at) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(type));
        event.put("notificationId", "ntf_" + partner)
                .put("partnerId", partner)
                .put("referralId", referral)
                .put("channel", channel)
                .put("eventId", "referral.events/" + referral + "/1")
                .put("occurredAt", at);
        Contracts.assertMatches(type, event.toString());
        for (int delivery = 1; delivery <= 2; delivery++) {
            service.publish("notification.events", type, "ntf_" + partner, place, partner, event.toString());
        }
    }

    private static JsonNode file() {
        Answer answer = service.get("/api/conflicts/" + conflict + "/dispute-file");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static byte[] pdf() {
        HttpResponse<byte[]> answer = service.download("/api/conflicts/%s/dispute-file/pdf".formatted(conflict));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private static List<JsonNode> all(JsonNode file) {
        return StreamSupport.stream(file.path("items").spliterator(), false).toList();
    }

    private static List<JsonNode> items(JsonNode file, String kind) {
        return all(file).stream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .toList();
    }

    private static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asString()).toList();
    }

    /** RFC 8785 for what a file contains, written here once more. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            return sorted.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + canonical(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(DisputeFileIT::canonical)
                        .collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the appeal's consequences and everything before are on the topic, by the ids of the events. */
    private static Map<String, PublishedRecord> published() {
        List<String> ids = items(file(), "EVENT").stream()
                .map(item -> item.path("content").path("eventId").asString())
                .filter(id -> !id.isEmpty())
                .toList();
        return await().until(
                        () -> service.records("referral.events").stream()
                                .collect(Collectors.toMap(
                                        record -> record.envelope().id(), Function.identity(), (one, again) -> one)),
                        records -> records.keySet().containsAll(ids));
    }

    private static String minutesLater(String partnerId) {
        CLOCK.move(Duration.ofMinutes(10));
        Answer submitted = service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","client":{"organisation":"Nordwind Energie","domain":"nordwind.example","country":"DE",
                 "contactName":"Mia Geheim","contactEmail":"mia@nordwind.example"},"service":"Data platform",
                 "context":"We met at a fair."}"""
                        .formatted(partnerId));
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
        return submitted.json().path("id").asString();
    }

    private static void ask(String partnerId) {
        Answer asked = service.post(
                "/api/client-checks",
                """
                {"partnerId":"%s","organisation":"Nordwind Energie","domain":"nordwind.example","country":"DE"}"""
                        .formatted(partnerId));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String conflictOf(String referral) {
        JsonNode conflicts = service.get("/api/conflicts?limit=200").json().path("items");
        return StreamSupport.stream(conflicts.spliterator(), false)
                .filter(each ->
                        each.path("challenger").path("referralId").asString().equals(referral))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseThrow();
    }
}
