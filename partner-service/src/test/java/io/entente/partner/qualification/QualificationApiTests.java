package io.entente.partner.qualification;

import static io.entente.testkit.security.Callers.asAdmin;
import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Qualification over HTTP, in a service that a test class has started. */
public interface QualificationApiTests {

    RunningService service();

    @Test
    default void the_fit_is_computed_from_the_record_and_explained_and_a_reviewer_adds_the_rest() {
        String partner = applicant("Estuary Tax", "estuary.example");
        String path = "/api/partners/" + partner + "/qualification";
        JsonNode first = service().get(path).json();
        assertThat(first.path("version").asInt()).isZero();
        assertThat(first.path("recommendation").asString()).isEqualTo("FIND_OUT_MORE");
        assertThat(first.path("fit").get(0).path("because").get(0).asString())
                .isEqualTo("Clients need tax advice during the firm's services.");
        assertThat(service().request("GET", path, null, asPartner(partner)).status())
                .isEqualTo(403);

        assertThat(service()
                        .request(
                                "PUT",
                                path,
                                """
                                {"points":[{"criterion":"potential","points":5},{"criterion":"charm","points":1},
                                 {"criterion":"quality","points":2},{"criterion":"quality","points":3}],"redFlags":["tall"]}""")
                        .body())
                .contains("points[0].criterion", "points[1].criterion", "points[3].criterion", "redFlags[0]")
                .doesNotContain("points[2].criterion");
        Answer assessed = service()
                .request(
                        "PUT",
                        path,
                        """
                        {"expectedReferrals":10,"wouldRefer":"Family firms before a sale.","points":[
                         {"criterion":"quality","points":4,"note":"Two samples of Mr Planted."},
                         {"criterion":"commitment","points":5}],"redFlags":["vague-commitments"]}""",
                        asPartnerManager("u-61"));
        assertThat(assessed.status()).as(assessed.body()).isEqualTo(200);
        assertThat(assessed.json().path("missing").toString()).isEqualTo("[\"references\"]");
        String reference =
                """
                {"source":"A client since 2022","responsiveness":5,"quality":4,"collaboration":4,"followThrough":5,
                 "comment":"Ms Planted never lets go."}""";
        assertThat(service()
                        .post(path + "/references", reference, "Idempotency-Key: first", asPartnerManager("u-61"))
                        .status())
                .isEqualTo(201);
        assertThat(service()
                        .post(path + "/references", reference, "Idempotency-Key: first", asPartnerManager("u-61"))
                        .json()
                        .path("references")
                        .size())
                .isEqualTo(1);
        assertThat(service()
                        .post(
                                path + "/references",
                                reference.replace("4", "3"),
                                "Idempotency-Key: first",
                                asPartnerManager("u-61"))
                        .status())
                .isEqualTo(422);
        JsonNode second = service()
                .post(path + "/references", reference, "Idempotency-Key: second", asPartnerManager("u-61"))
                .json();

        assertThat(second.path("recommendation").asString()).isEqualTo("TALK_ABOUT_RED_FLAGS");
        assertThat(second.path("version").asInt()).isEqualTo(3);
        assertThat(second.path("missing").size()).isZero();
        List<PublishedRecord> events = events(partner, 3);
        assertThat(events).extracting(PublishedRecord::sequence).containsExactly(1L, 2L, 3L);
        assertThat(events.get(2).data().path("score").asInt())
                .isEqualTo(second.path("score").asInt());
        assertThat(events.toString()).doesNotContain("Planted");

        service()
                .post(
                        "/api/erasures",
                        "{\"owner\":\"%s\",\"reason\":\"Asked for.\"}".formatted(partner),
                        asAdmin("adm-61"));
        assertThat(service()
                        .post("/api/erasures/" + partner + "/approve", "", asAdmin("adm-62"))
                        .status())
                .isEqualTo(200);
        assertThat(service().get(path).body()).doesNotContain("Planted", "Family firms");
        assertThat(service()
                        .post(path + "/references", reference, asPartnerManager("u-61"))
                        .status())
                .as("after the erasure")
                .isEqualTo(409);
    }

    @Test
    default void records_with_the_same_domain_or_the_same_name_are_named_as_duplicates() {
        String first = applicant("Tidewater Société", "tidewater.example");
        String sameDomain = applicant("TW Holding", "tidewater.example");
        String sameName = applicant("TIDEWATER Societe", "other-tidewater.example");
        String another = applicant("Tidewater Société Anonyme", "third-tidewater.example");

        JsonNode duplicates = service()
                .get("/api/partners/" + first + "/qualification")
                .json()
                .path("duplicates");

        assertThat(duplicates
                        .valueStream()
                        .map(each -> each.path("partnerId").asString() + " "
                                + each.path("sameDomain").asBoolean()))
                .containsExactlyInAnyOrder(sameDomain + " true", sameName + " false");
        assertThat(duplicates.toString()).doesNotContain(another);
    }

    private String applicant(String name, String domain) {
        return service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"DE","timeZone":"Europe/Berlin","locale":"de",
                         "contacts":[{"name":"Uwe","email":"uwe@estuary.example","role":"Inhaber"}],
                         "details":{"domain":"%s","services":["tax advice"],"industries":["retail"],"territory":["DE"],
                          "positioning":"PREMIUM"}}"""
                                .formatted(name, domain))
                .json()
                .path("id")
                .asString();
    }

    private List<PublishedRecord> events(String partner, int count) {
        List<PublishedRecord> events = service()
                .awaitRecords("partner.events", all -> ofPartner(partner, all).size() == count);
        events = ofPartner(partner, events);
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        return events;
    }

    private static List<PublishedRecord> ofPartner(String partner, List<PublishedRecord> all) {
        return all.stream()
                .filter(event -> event.key().equals(partner) && event.type().startsWith("partner.qualification-"))
                .toList();
    }
}
