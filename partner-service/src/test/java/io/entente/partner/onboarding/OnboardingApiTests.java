package io.entente.partner.onboarding;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Onboarding over HTTP, in a service that a test class has started. */
public interface OnboardingApiTests {

    RunningService service();

    @Test
    default void
            a_partner_becomes_active_when_the_last_required_step_is_done_and_its_first_referral_completes_a_step() {
        String partner = onboarding("Lagoon Research", "REFERRAL");
        String path = "/api/partners/" + partner + "/onboarding";
        JsonNode begun = service().get(path + "?locale=de").json();
        assertThat(begun.path("steps").get(0).path("title").asString())
                .isEqualTo("Leistungen, Idealkunden und Vorgehen der anderen Seite kennenlernen");
        assertThat(begun.path("steps").get(1).path("owner").asString()).isEqualTo("partner:" + partner);

        assertThat(service()
                        .post(path + "/steps/meet-the-team/complete", "", asPartner(partner))
                        .body())
                .contains("The step meet-the-team is the firm's.");
        assertThat(service()
                        .post(path + "/steps/share-material/complete", "", asPartner(partner))
                        .status())
                .as("without evidence")
                .isEqualTo(409);
        complete(path, "share-material", asPartner(partner));
        complete(path, "learn-each-other", asPartnerManager("u-51"));
        complete(path, "meet-the-team", asPartnerManager("u-51"));
        assertThat(status(partner)).isEqualTo("ONBOARDING");
        JsonNode met = complete(path, "referral-process", asPartnerManager("u-51"));
        assertThat(met.path("requirementsMetAt").isMissingNode()).isFalse();
        assertThat(met.path("status").asString()).isEqualTo("RUNNING");
        awaitStatus(partner, "ACTIVE");

        ObjectNode referral =
                (ObjectNode) JsonMapper.shared().readTree(Contracts.sample("referral.referral-submitted.v1"));
        referral.put("partnerId", partner).put("referralId", "ref_lagoon");
        service()
                .publish(
                        "referral.events",
                        "referral.referral-submitted.v1",
                        "ref_lagoon",
                        1,
                        partner,
                        referral.toString());
        JsonNode first = Awaitility.await("the first referral")
                .until(
                        () -> step(service().get(path).json(), "first-referral"),
                        step -> step.path("state").asString().equals("DONE"));
        assertThat(first.path("text").asString()).isEqualTo("ref_lagoon");
        assertThat(first.path("actor").asString()).isEqualTo("system");

        List<PublishedRecord> events = events(partner, "partner.onboarding-", 6);
        assertThat(events).extracting(PublishedRecord::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(events.toString()).doesNotContain("Shown on");
        PublishedRecord activated =
                events(partner, "partner.partner-activated", 1).get(0);
        assertThat(activated.data().path("onboardingWaived").asBoolean(true)).isFalse();
        assertThat(activated.data().path("actor").asString()).isEqualTo("system");
    }

    @Test
    default void a_step_is_waived_reopened_and_given_to_somebody_else_and_an_overdue_one_reminds() {
        String partner = onboarding("Mangrove Partners", "TECHNOLOGY");
        String path = "/api/partners/" + partner + "/onboarding";
        assertThat(service()
                        .post(path + "/steps/no-such-step/waive", "{\"reason\":\"None\"}")
                        .status())
                .isEqualTo(404);
        Answer waived = service().post(path + "/steps/meet-the-team/waive", "{\"reason\":\"They are friends.\"}");
        assertThat(step(waived.json(), "meet-the-team").path("state").asString())
                .isEqualTo("WAIVED");
        assertThat(step(waived.json(), "meet-the-team").path("text").asString()).isEqualTo("They are friends.");
        JsonNode toPartner =
                service().request("GET", path, null, asPartner(partner)).json();
        assertThat(step(toPartner, "meet-the-team").path("state").asString()).isEqualTo("WAIVED");
        assertThat(toPartner.toString()).doesNotContain("They are friends.");
        assertThat(complete(path, "share-material", asPartner(partner)).toString())
                .contains("Shown on the wall.")
                .doesNotContain("They are friends.");
        assertThat(service()
                        .post(path + "/steps/meet-the-team/reopen", "{\"reason\":\"New people.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(service()
                        .request("PUT", path + "/steps/meet-the-team", "{\"owner\":\"anybody\"}")
                        .body())
                .contains("owner", "dueOn");
        Answer changed = service()
                .request(
                        "PUT",
                        path + "/steps/meet-the-team",
                        "{\"owner\":\"user:pm-77\",\"dueOn\":\"2026-01-15\"}",
                        "If-Match: \"4\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        PublishedRecord overdue =
                events(partner, "partner.onboarding-step-overdue", 1).get(0);
        assertThat(overdue.data().path("owner").asString()).isEqualTo("user:pm-77");
        assertThat(overdue.data().path("dueOn").asString()).isEqualTo("2026-01-15");
        assertThat(service()
                        .get("/api/onboarding?overdue=true&owner=user:pm-77")
                        .json()
                        .path("items")
                        .get(0)
                        .path("partnerId")
                        .asString())
                .isEqualTo(partner);
        for (String list : List.of("/api/onboarding", "/api/onboarding/export")) {
            Answer asked = service().request("GET", list + "?owner=user:pm-77", null, asPartner(partner));
            assertThat(asked.status()).as(list).isEqualTo(400);
            Answer own = service().request("GET", list + "?owner=partner:" + partner, null, asPartner(partner));
            assertThat(own.status()).as(own.body()).isEqualTo(200);
        }
        assertThat(service()
                        .get("/api/onboarding/export?q=mangr&sort=due")
                        .body()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(partner + ",Mangrove Partners,RUNNING,TECHNOLOGY"));
    }

    @Test
    default void
            a_partner_that_is_activated_before_its_onboarding_is_complete_keeps_the_steps_that_were_not_required() {
        String partner = onboarding("Seagrass Tax", "REFERRAL");
        String path = "/api/partners/" + partner;
        assertThat(service()
                        .post(path + "/activate", "{\"reason\":\"Known since 2018.\"}", asPartnerManager("u-52"))
                        .status())
                .isEqualTo(200);
        JsonNode waived = Awaitility.await("the waiver")
                .until(() -> service().get(path + "/onboarding").json(), each -> !each.path("requirementsMetAt")
                        .isMissingNode());
        assertThat(step(waived, "share-material").path("text").asString()).isEqualTo("Known since 2018.");
        assertThat(step(waived, "share-material").path("actor").asString()).isEqualTo("user:u-52");
        assertThat(step(waived, "tell-clients").path("state").asString()).isEqualTo("OPEN");

        assertThat(service()
                        .post(path + "/deactivate", "{\"reason\":\"They closed.\"}")
                        .status())
                .isEqualTo(200);
        Awaitility.await("the end of the onboarding").until(() -> service()
                .get(path + "/onboarding")
                .json()
                .path("status")
                .asString()
                .equals("CLOSED"));
    }

    private JsonNode complete(String path, String step, String caller) {
        Answer answer =
                service().post(path + "/steps/" + step + "/complete", "{\"evidence\":\"Shown on the wall.\"}", caller);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode step(JsonNode onboarding, String code) {
        return onboarding
                .path("steps")
                .valueStream()
                .filter(step -> step.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A partner whose onboarding has begun. */
    private String onboarding(String name, String model) {
        String partner = service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"%s","tier":"ACTIVE","country":"DE","timeZone":"Europe/Berlin","locale":"de",
                         "contacts":[{"name":"Uwe","email":"uwe@lagoon.example","role":"Inhaber"}]}"""
                                .formatted(name, model))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + partner;
        assertThat(service().post(path + "/start-review", "").status()).isEqualTo(200);
        assertThat(service()
                        .post(path + "/approve", "{\"reason\":\"They fit.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(service().get(path + "/onboarding").status()).isEqualTo(404);
        assertThat(service().post(path + "/start-onboarding", "").status()).isEqualTo(200);
        Awaitility.await("the onboarding of " + name)
                .until(() -> service().get(path + "/onboarding").status() == 200);
        return partner;
    }

    private String status(String partner) {
        return service().get("/api/partners/" + partner).json().path("status").asString();
    }

    private void awaitStatus(String partner, String status) {
        Awaitility.await(partner + " is " + status).until(() -> status(partner).equals(status));
    }

    private List<PublishedRecord> events(String partner, String type, int count) {
        List<PublishedRecord> events = service()
                .awaitRecords(
                        "partner.events", all -> ofType(partner, type, all).size() == count);
        events = ofType(partner, type, events);
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        return events;
    }

    private static List<PublishedRecord> ofType(String partner, String type, List<PublishedRecord> all) {
        return all.stream()
                .filter(event -> event.key().equals(partner) && event.type().startsWith(type))
                .toList();
    }
}
