package io.entente.partner.references;

import static io.entente.testkit.security.Callers.asAdmin;
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

/** References by mail over HTTP, in a service that a test class has started. */
public interface ReferenceApiTests {

    RunningService service();

    @Test
    default void a_referee_answers_once_by_the_link_and_the_third_bad_answer_is_a_trend() {
        String partner = candidate("Gangway");
        String qualification = "/api/partners/" + partner + "/qualification";
        String path = path(asked(partner, "planted-lars@pier.example", "r-1")
                .json()
                .path("id")
                .asString());

        JsonNode form = service().anonymous().get(path).json();
        assertThat(form.path("partner").asString()).isEqualTo("Gangway");
        assertThat(form.path("schema").path("title").asString()).isEqualTo("Wie arbeitet das Unternehmen?");
        assertThat(service().anonymous().post(path, ratings(6)).body()).contains("responsiveness");
        assertThat(service().anonymous().post(path, ratings(1)).status()).isEqualTo(200);
        assertThat(service().anonymous().post(path, ratings(5)).status())
                .as("the second answer")
                .isEqualTo(404);
        assertThat(service().anonymous().get(path).status()).isEqualTo(404);
        for (int i = 2; i <= 3; i++) {
            assertThat(service().get(qualification).json().path("redFlags").toString())
                    .doesNotContain("bad-references");
            String next = path(asked(partner, "two@pier.example", "r-" + i)
                    .json()
                    .path("id")
                    .asString());
            service().anonymous().post(next, ratings(1));
            int count = i;
            Awaitility.await("reference " + i)
                    .until(() -> service()
                                    .get(qualification)
                                    .json()
                                    .path("references")
                                    .size()
                            == count);
        }
        assertThat(service().get(qualification).json().path("redFlags").toString())
                .contains("bad-references");
        assertThat(service()
                        .get(qualification)
                        .json()
                        .path("references")
                        .get(0)
                        .path("recordedBy")
                        .asString())
                .isEqualTo("user:u-81");

        service()
                .awaitRecords(
                        "partner.events",
                        all -> about(partner, all).stream()
                                        .filter(event -> event.type().equals("partner.reference-received.v1"))
                                        .count()
                                == 3);
        about(partner, service().records("partner.events"))
                .forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(service().records("partner.events").toString()).doesNotContain("planted-lars", "Ms Planted");
        assertThat(stored()).contains(partner).doesNotContain("planted-lars", "Ms Planted");
    }

    @Test
    default void a_request_that_is_repeated_sends_one_mail_and_one_that_is_withdrawn_takes_no_answer() {
        String partner = candidate("Capstan");
        Answer first = asked(partner, "ivo@pier.example", "w-1");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(asked(partner, "ivo@pier.example", "w-1").body()).isEqualTo(first.body());
        assertThat(asked(partner, "other@pier.example", "w-1").status()).isEqualTo(422);
        String id = first.json().path("id").asString();
        String path = path(id);
        String command = "/api/reference-requests/" + id + "/withdraw";

        assertThat(service()
                        .post(command, "", asPartnerManager("u-82"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(service().post(command, "", asPartnerManager("u-82")).status())
                .isEqualTo(200);
        assertThat(service().anonymous().post(path, ratings(5)).status()).isEqualTo(404);
        service().awaitRecords("partner.events", all -> all.stream()
                .anyMatch(event -> event.subject().equals(id)
                        && event.type().equals("partner.outside-message-withdrawn.v1")
                        && event.sequence() == 2));
        JsonNode listed = service()
                .get("/api/partners/" + partner + "/reference-requests")
                .json()
                .path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).path("email").asString()).isEqualTo("ivo@pier.example");
    }

    @Test
    default void the_erasure_of_a_partner_withdraws_what_was_asked_and_erases_the_referees() {
        String partner = candidate("Bowline");
        String id = asked(partner, "eve@pier.example", "e-1").json().path("id").asString();
        String path = path(id);
        service()
                .post(
                        "/api/erasures",
                        "{\"owner\":\"%s\",\"reason\":\"Asked for.\"}".formatted(partner),
                        asAdmin("adm-81"));
        assertThat(service()
                        .post("/api/erasures/" + partner + "/approve", "", asAdmin("adm-82"))
                        .status())
                .isEqualTo(200);

        JsonNode request = service().get("/api/reference-requests/" + id).json();
        assertThat(request.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(request.path("email").asString()).isEqualTo("erased");
        assertThat(service().anonymous().get(path).status()).isEqualTo(404);
        assertThat(asked(partner, "eve@pier.example", "e-2").status()).isEqualTo(409);
    }

    private Answer asked(String partner, String email, String key) {
        return service()
                .post(
                        "/api/partners/" + partner + "/reference-requests",
                        "{\"name\":\"Lars\",\"email\":\"%s\",\"source\":\"client since 2019\",\"locale\":\"de\"}"
                                .formatted(email),
                        "Idempotency-Key: " + key,
                        asPartnerManager("u-81"));
    }

    private String candidate(String name) {
        return service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"DE","timeZone":"Europe/Berlin","locale":"de",
                         "contacts":[{"name":"Uwe","email":"uwe@estuary.example","role":"Inhaber"}]}"""
                                .formatted(name))
                .json()
                .path("id")
                .asString();
    }

    /** The path of the link in the mail, which whoever has the keyset of messages can read. */
    private String path(String request) {
        JsonNode event = service()
                .awaitRecords("partner.events", all -> all.stream()
                        .anyMatch(each -> each.subject().equals(request)))
                .stream()
                .filter(each -> each.subject().equals(request))
                .findFirst()
                .orElseThrow()
                .data();
        String link = new MessageSeal(Keysets.read(TestKeyset.json()))
                .open(event.path("messageId").asString(), event.path("sealed").asString())
                .split("\n")[1];
        assertThat(link).startsWith("http://localhost:8081/api/references/");
        return link.substring("http://localhost:8081".length());
    }

    private String stored() {
        return service()
                .mongo()
                .getCollection("reference_requests")
                .find()
                .into(new ArrayList<>())
                .toString();
    }

    private static String ratings(int points) {
        return """
                {"responsiveness":%d,"quality":2,"collaboration":2,"followThrough":2,"comment":"Ms Planted was slow."}"""
                .formatted(points);
    }

    private static List<PublishedRecord> about(String partner, List<PublishedRecord> all) {
        return all.stream().filter(event -> partner.equals(event.key())).toList();
    }
}
