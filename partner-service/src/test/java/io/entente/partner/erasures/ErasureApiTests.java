package io.entente.partner.erasures;

import static io.entente.testkit.security.Callers.asAdmin;
import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.agreements.AgreementJson;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.mongo.SealOldDocuments;
import io.entente.testkit.Answer;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** Erasures over HTTP, in a service that a test class has started: names are planted in every free text, erased and looked for. */
public interface ErasureApiTests {

    /** The answers to requests of the firm, by path with {@code %s} for the partner. */
    List<String> READS = List.of(
            "/api/partners/%s",
            "/api/partners?q=wanderlight",
            "/api/partners/export",
            "/api/partners/%s/onboarding",
            "/api/onboarding/export",
            "/api/partners/%s/qualification",
            "/api/agreements?partnerId=%s",
            "/api/agreements/export",
            "/api/tier-proposals/export",
            "/api/erasures?limit=200");

    RunningService service();

    @Test
    default void a_person_who_is_erased_is_named_in_no_text_afterwards_and_in_the_report_before() {
        Planted planted = new Planted(service(), "Wanderlight Advisers", "Ottokar Greenhalgh");

        JsonNode report = service()
                .request("GET", "/api/access-reports/" + planted.partner + "/persons/con_1", null, asAdmin("adm-1"))
                .json();
        assertThat(report.path("texts").valueStream().map(text -> text.path("field")
                        .asString()))
                .as(report.toString())
                .contains(
                        "contacts.0.name",
                        "contacts.1.role",
                        "details.idealClient",
                        "versions.v01.partner.name",
                        "notice.reason",
                        "title",
                        "wouldRefer",
                        "points.quality.note",
                        "references.0.comment")
                .anyMatch(field -> field.matches("steps\\.\\d+\\.text"));
        assertThat(plain(service())).as("what a reader of the database sees").doesNotContain("ottokar@");

        planted.erase("\"personId\":\"con_1\",");

        Map<String, String> left = planted.left();
        // What both sides have accepted, and who has, stays as long as the partner isn't erased.
        left.computeIfPresent("the access report", (place, text) -> text.lines()
                .filter(line -> !line.matches("versions\\.v\\d+\\.(partner\\.name|document|terms\\.).*|receipt.*"))
                .collect(Collectors.joining("\n")));
        left.forEach((place, text) -> assertNone(place, text, "Greenhalgh", "Ottokar", "ottokar@"));
        assertThat(left.get("/api/partners/%s")).contains("Wanderlight Advisers", "[erased]");
        assertThat(left.get("/api/agreements?partnerId=%s")).contains("Terms of [erased]");
        JsonNode agreement = service().get(planted.agreement).json();
        assertThat(agreement
                        .path("versions")
                        .get(0)
                        .path("partner")
                        .path("name")
                        .asString())
                .as("who has accepted stays with what was accepted")
                .isEqualTo("Ottokar Greenhalgh");
        assertThat(agreement.path("notice").path("reason").asString()).isEqualTo("[erased] left");
    }

    @Test
    default void a_partner_that_is_erased_leaves_no_word_and_later_events_say_nothing() {
        Planted planted = new Planted(service(), "Fernmoor Counsel", "Leocadia Birtwhistle");

        planted.erase("");
        Answer terminated = service()
                .post(planted.second + "/terminate", "{\"reason\":\"The partner is gone.\"}", asPartnerManager("u-92"));

        assertThat(terminated.status()).as(terminated.body()).isEqualTo(200);
        planted.left()
                .forEach((place, text) ->
                        assertNone(place, text, "Birtwhistle", "Leocadia", "Fernmoor", "First project"));
        List<PublishedRecord> later = service().awaitRecords("partner.events", all -> all.stream()
                .anyMatch(record -> record.key().equals(planted.partner)
                        && record.type().equals("partner.agreement-terminated.v1")
                        && record.data().path("title").asString().equals("erased")));
        assertThat(later).isNotEmpty();
        JsonNode agreement = service().get(planted.agreement).json();
        assertThat(agreement.path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(agreement.path("versions").get(0).path("documentHash").asString())
                .hasSize(64);
        assertThat(agreement
                        .path("versions")
                        .get(0)
                        .path("terms")
                        .path("term")
                        .path("noticeDays")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    default void people_and_texts_from_before_they_were_encrypted_are_encrypted_and_read_as_before() {
        Planted planted = new Planted(service(), "Oldmarsh Partners", "Balthasar Nightingale");
        String partner = service().get("/api/partners/" + planted.partner).body();
        Map<String, List<String>> sealed = Map.of(
                "partners", List.of("contacts", "steps", "receipt"),
                "qualifications", List.of("wouldRefer", "points", "references"),
                "onboardings", List.of("steps"));
        sealed.forEach((collection, fields) -> {
            Document plain = service()
                    .context()
                    .getBean(MongoOperations.class)
                    .findOne(about(planted, collection), Document.class, collection);
            plain.remove(SealedCollection.OWN_KEY);
            fields.forEach(field -> assertThat(String.valueOf(plain.get(field))).contains("Nightingale"));
            service().mongo().getCollection(collection).replaceOne(new Document("_id", plain.get("_id")), plain);
            service().mongo().getCollection("sealed_collections").deleteOne(new Document("_id", collection));
        });
        service().context().getBean(SealOldDocuments.class).run();

        sealed.forEach((collection, fields) -> {
            Document stored = service()
                    .mongo()
                    .getCollection(collection)
                    .find(about(planted, collection).getQueryObject())
                    .first();
            fields.forEach(field ->
                    assertThat(String.valueOf(stored.get(field))).as(field).doesNotContain("Nightingale"));
        });
        assertThat(service().get("/api/partners/" + planted.partner).body()).isEqualTo(partner);
        assertThat(service()
                        .get("/api/partners/" + planted.partner + "/qualification")
                        .body())
                .contains("Samples of Balthasar Nightingale", "Balthasar Nightingale answers at once");
    }

    private static Query about(Planted planted, String collection) {
        return new BasicQuery(new Document(collection.equals("partners") ? "_id" : "partnerId", planted.partner));
    }

    private static void assertNone(String place, String text, String... words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            int at = lower.indexOf(word.toLowerCase(Locale.ROOT));
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 60)))
                    .as("%s in %s", word, place)
                    .isEmpty();
        }
    }

    /** All documents as they are stored. Encrypted fields are binary. */
    private static String plain(RunningService service) {
        StringBuilder all = new StringBuilder();
        for (String collection : service.mongo().getCollectionNames()) {
            service.mongo()
                    .getCollection(collection)
                    .find()
                    .map(Document::toJson)
                    .forEach(document -> all.append(document).append('\n'));
        }
        return all.toString();
    }

    /** A partner of whom each text names the person that is its first contact. */
    final class Planted {

        private final RunningService service;
        private final String partner;
        private final String agreement;
        private final String second;

        Planted(RunningService service, String company, String person) {
            this.service = service;
            String first = person.split(" ")[0];
            this.partner = created(service.post(
                            "/api/partners",
                            """
                            {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                             "locale":"ms","details":{"idealClient":"Friends of %s"},
                             "contacts":[{"name":"%s","email":"%s@moor.example","role":"Director"},
                              {"name":"Ada Other","email":"ada@moor.example","role":"Deputy of %s"}]}"""
                                    .formatted(company, person, person, first.toLowerCase(Locale.ROOT), person)))
                    .path("id")
                    .asString();
            String path = "/api/partners/" + partner;
            done(service.post(path + "/start-review", ""));
            done(service.post(path + "/request-information", "{\"questions\":\"Who is %s?\"}".formatted(person)));
            done(service.post(path + "/provide-information", "{\"answers\":\"%s is our head.\"}".formatted(person)));
            done(service.request(
                    "PUT",
                    path + "/qualification",
                    """
                    {"wouldRefer":"Those whom %1$s knows","points":[
                     {"criterion":"quality","points":4,"note":"Samples of %1$s"}],"redFlags":[]}"""
                            .formatted(person),
                    asPartnerManager("u-91")));
            created(service.post(
                    path + "/qualification/references",
                    """
                    {"source":"A client of %1$s","responsiveness":4,"quality":4,"collaboration":4,"followThrough":4,
                     "comment":"%1$s answers at once"}"""
                            .formatted(person),
                    asPartnerManager("u-91")));
            done(service.post(path + "/approve", "{\"reason\":\"%s convinced us\"}".formatted(person)));
            done(service.post(path + "/start-onboarding", ""));
            Awaitility.await("the onboarding")
                    .until(() -> service.get(path + "/onboarding").status() == 200);
            done(service.post(
                    path + "/onboarding/steps/share-material/complete",
                    "{\"evidence\":\"Sent by %s\"}".formatted(person),
                    asPartner(partner)));
            done(service.post(path + "/activate", "{\"reason\":\"%s is ready\"}".formatted(person)));
            done(service.post(
                    path + "/pause", "{\"reason\":\"%s is away\",\"until\":\"2099-01-01\"}".formatted(person)));
            this.second = agreed(person, "Second project with " + person);
            this.agreement = agreed(person, "Terms of " + person);
            done(service.post(
                    agreement + "/terminate", "{\"reason\":\"%s left\"}".formatted(person), asPartner(partner)));
            Awaitility.await("everything is published")
                    .until(() -> !plain(service).contains("\"outbox\""));
        }

        private String agreed(String person, String title) {
            String path = "/api/agreements/"
                    + created(service.post(
                                    "/api/agreements",
                                    AgreementJson.draft(partner, title)
                                            .replace("A tenth of", "First project by %s, of".formatted(person)),
                                    asPartnerManager("u-91")))
                            .path("id")
                            .asString();
            done(service.post(path + "/propose", "", asPartnerManager("u-91")));
            String hash = service.get(path)
                    .json()
                    .path("versions")
                    .get(0)
                    .path("documentHash")
                    .asString();
            String accept = "{\"name\":\"%s\",\"documentHash\":\"" + hash + "\"}";
            done(service.post(path + "/accept", accept.formatted("Ann Firm"), asPartnerManager("u-91")));
            done(service.post(path + "/accept", accept.formatted(person), asPartner(partner)));
            return path;
        }

        void erase(String person) {
            Answer asked = service.post(
                    "/api/erasures",
                    "{\"owner\":\"%s\",%s\"reason\":\"Ottokar Greenhalgh and Leocadia Birtwhistle asked.\"}"
                            .formatted(partner, person),
                    asAdmin("adm-1"));
            String path = "/api/erasures/" + created(asked).path("id").asString();
            done(service.post(path + "/approve", "", asAdmin("adm-2")));
            Awaitility.await("everything is published")
                    .until(() -> !plain(service).contains("\"outbox\""));
        }

        /** What is stored and answered. */
        Map<String, String> left() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("the database", plain(service));
            for (String read : READS) {
                Answer answer = service.get(read.formatted(partner));
                assertThat(answer.status()).as(read).isEqualTo(200);
                all.put(read, answer.body());
            }
            JsonNode report = service.request("GET", "/api/access-reports/" + partner, null, asAdmin("adm-1"))
                    .json();
            List<String> stored = new ArrayList<>();
            report.path("documents").forEach(document -> document.path("fields")
                    .forEach(field -> stored.add(field.path("field").asString() + "="
                            + field.path("value").asString())));
            assertThat(stored).as(report.toString()).isNotEmpty();
            all.put("the access report", String.join("\n", stored));
            return all;
        }

        private static JsonNode created(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return answer.json();
        }

        private static void done(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }
}
