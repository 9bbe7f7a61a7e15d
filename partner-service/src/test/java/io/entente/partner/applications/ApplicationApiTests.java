package io.entente.partner.applications;

import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.secrets.MessageSeal;
import io.entente.platform.secrets.tink.Keysets;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.TestKeyset;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Applications over HTTP without sign-in, in a service that a test class has started. */
public interface ApplicationApiTests {

    RunningService service();

    @Test
    default void a_company_applies_confirms_its_address_and_follows_its_application_by_the_link() {
        String body = application("Mooring Tax", "planted-mara@mooring.example");
        Answer submitted = apply(body, "k-1");
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(202);
        String id = submitted.json().path("id").asString();
        String link = link(id);
        assertThat(link).startsWith("http://localhost:8081/api/partner-applications/" + id + ".");
        String path = link.substring("http://localhost:8081".length());

        String looked = anonymous().get(path).body();
        assertThat(looked).contains("UNCONFIRMED").doesNotContain("planted");
        assertThat(anonymous().get(path).body()).as("looking changes nothing").isEqualTo(looked);
        assertThat(service().get("/api/partners?q=mooring").json().path("items").size())
                .isZero();
        assertThat(service()
                        .mongo()
                        .getCollection("partner_applications")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .contains(id)
                .doesNotContain("planted", "Mooring", "Mara");

        assertThat(anonymous().post(path + "/confirm", "").json().path("state").asString())
                .isEqualTo("RECEIVED");
        assertThat(anonymous().post(path + "/confirm", "").status())
                .as("confirmed again")
                .isEqualTo(200);
        String partner = awaitPartner("mooring");
        JsonNode qualification =
                service().get("/api/partners/" + partner + "/qualification").json();
        assertThat(qualification.path("expectedReferrals").asInt()).isEqualTo(9);
        assertThat(qualification.path("wouldRefer").asString()).isEqualTo("Family firms");
        JsonNode record = service().get("/api/partners/" + partner).json();
        assertThat(record.path("contacts").get(0).path("email").asString()).isEqualTo("planted-mara@mooring.example");
        assertThat(record.path("tier").asString()).isEqualTo("REFERRAL_NETWORK");

        step(partner, "start-review", "");
        step(partner, "request-information", "{\"questions\":\"Since when?\"}");
        assertThat(anonymous().get(path).json().path("reason").asString()).isEqualTo("Since when?");
        assertThat(anonymous()
                        .post(path + "/provide-information", "{\"answers\":\"Since 2011.\"}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("IN_REVIEW");
        assertThat(anonymous()
                        .post(path + "/provide-information", "{\"answers\":\"Or 2012.\"}")
                        .status())
                .isEqualTo(409);
        step(partner, "decline", "{\"reason\":\"Too few referrals.\",\"reapplyFrom\":\"2032-02-01\"}");
        JsonNode declined = anonymous().get(path).json();
        assertThat(declined.path("state").asString()).isEqualTo("DECLINED");
        assertThat(declined.path("reason").asString()).isEqualTo("Too few referrals.");
        assertThat(declined.path("reapplyFrom").asString()).isEqualTo("2032-02-01");

        List<PublishedRecord> events = events(id, 3);
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "partner.outside-message-requested.v1",
                        "partner.application-confirmed.v1",
                        "partner.application-received.v1");
        assertThat(service().records("partner.events").toString())
                .doesNotContain("planted-mara", path.substring(path.lastIndexOf('.')));
    }

    @Test
    default void a_repeated_application_is_the_same_one_and_nobody_gets_more_mails_than_the_limit() {
        String body = application("Ferry Law", "ben@ferry.example");
        Answer first = apply(body, "k-2");
        for (int i = 0; i < 4; i++) {
            Answer again = apply(body, "k-2");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Idempotency-Replayed")).contains("true");
        }
        assertThat(apply(body.replace("Ferry Law", "Ferry Tax"), "k-2").status())
                .isEqualTo(422);
        String stranger = apply(application("Other Law", "ben@other-ferry.example"), "k-2")
                .json()
                .path("id")
                .asString();
        assertThat(stranger).isNotEqualTo(first.json().path("id").asString());

        assertThat(apply(body, "k-3").status()).isEqualTo(202);
        assertThat(apply(body.replace("ben@ferry", "BEN@ferry"), "k-4").status())
                .isEqualTo(202);
        Answer refused = apply(body, "k-5");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1100, 1201);
        assertThat(events(first.json().path("id").asString(), 1)).hasSize(1);
    }

    @Test
    default void an_application_without_consent_or_with_fields_of_the_firm_is_refused() {
        String body = application("Pontoon", "pia@pontoon.example");
        assertThat(apply(body.replace("true", "false"), "k-6").body()).contains("consent.agreed");
        assertThat(apply(body.replace("\"version\":1", "\"version\":2"), "k-6").body())
                .contains("consent.version", "must be 1");
        assertThat(apply(body.replace("\"model\"", "\"tier\":\"STRATEGIC\",\"model\""), "k-6")
                        .status())
                .isEqualTo(400);
        assertThat(apply(body.replace("pia@pontoon.example", "pia"), "k-6").body())
                .contains("contact.email");
        for (String link : List.of("app_1", "app_1." + "a".repeat(43), "mem_1." + "b".repeat(43), "x")) {
            assertThat(anonymous().get("/api/partner-applications/" + link).status())
                    .isEqualTo(404);
            assertThat(anonymous()
                            .post("/api/partner-applications/" + link + "/confirm", "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void an_application_of_a_company_that_is_known_already_says_so_to_the_managers() {
        String first = confirmed("Bollard Audit", "ada@bollard.example", "k-7");
        assertThat(first).isNotEmpty();
        String second = confirmed("BOLLARD audit", "ada@bollard-two.example", "k-8");

        assertThat(events(second, 3).get(2).data().path("duplicates").asInt()).isEqualTo(1);
        assertThat(events(first, 3).get(2).data().path("duplicates").asInt()).isZero();
    }

    @Test
    default void the_form_is_there_in_each_language_with_the_text_of_the_consent() {
        JsonNode german =
                anonymous().get("/api/partner-application-form?locale=de-AT").json();
        assertThat(german.path("consent").path("text").asString()).startsWith("Wir speichern Ihre Angaben");
        assertThat(german.path("submit").path("href").asString()).isEqualTo("/api/partner-applications");
        assertThat(german.path("schema").path("title").asString()).isEqualTo("Partner werden");
        assertThat(anonymous().get("/api/partner-application-form?locale=tlh").status())
                .isEqualTo(400);
        assertThat(anonymous()
                        .get("/api/partner-application-form")
                        .json()
                        .path("locale")
                        .asString())
                .isEqualTo("en");
    }

    private String confirmed(String name, String email, String key) {
        String id = apply(application(name, email), key).json().path("id").asString();
        String link = link(id);
        anonymous().post(link.substring("http://localhost:8081".length()) + "/confirm", "");
        events(id, 3);
        return id;
    }

    private Answer apply(String body, String key) {
        return anonymous().post("/api/partner-applications", body, "Idempotency-Key: " + key);
    }

    private RunningService.Client anonymous() {
        return service().anonymous();
    }

    private void step(String partner, String command, String body) {
        Answer answer = service().post("/api/partners/" + partner + "/" + command, body, asPartnerManager("u-71"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String awaitPartner(String word) {
        return Awaitility.await("the partner of " + word)
                .until(() -> service().get("/api/partners?q=" + word).json().path("items"), found -> found.size() == 1)
                .get(0)
                .path("id")
                .asString();
    }

    /** The link of the mail, which whoever has the keyset of messages can read. */
    private String link(String application) {
        JsonNode requested = events(application, 1).get(0).data();
        return new MessageSeal(Keysets.read(TestKeyset.json()))
                .open(
                        requested.path("messageId").asString(),
                        requested.path("sealed").asString())
                .split("\n")[1];
    }

    private List<PublishedRecord> events(String application, int count) {
        return about(
                application,
                service()
                        .awaitRecords(
                                "partner.events", all -> about(application, all).size() >= count));
    }

    private static List<PublishedRecord> about(String application, List<PublishedRecord> all) {
        return all.stream().filter(event -> event.subject().equals(application)).toList();
    }

    private static String application(String name, String email) {
        return """
                {"organisation":"%s","country":"DE","timeZone":"Europe/Berlin","locale":"de","model":"REFERRAL",
                 "services":["Tax Advice"],"industries":["retail"],"positioning":"PREMIUM","expectedReferrals":9,
                 "wouldRefer":"Family firms","contact":{"name":"Mara","email":"%s","role":"Inhaberin"},
                 "consent":{"version":1,"agreed":true}}"""
                .formatted(name, email);
    }
}
