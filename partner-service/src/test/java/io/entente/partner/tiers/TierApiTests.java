package io.entente.partner.tiers;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tiers over HTTP, in a service that a test class has started. */
public interface TierApiTests {

    RunningService service();

    @Test
    default void a_tier_is_decided_for_a_later_day_and_the_profile_says_so_at_once() {
        String partner = strategicPartner("Tierside");
        String path = "/api/partners/" + partner;

        Answer early = service().post(path + "/change-tier", body("ACTIVE", today().plusDays(29)));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body()).contains(today().plusDays(30).toString());
        assertThat(service()
                        .post(path + "/change-tier", body("ACTIVE", today().plusDays(44)), "If-Match: \"1\"")
                        .status())
                .isEqualTo(412);
        Answer decided = service().post(path + "/change-tier", body("ACTIVE", null), asPartnerManager("u-41"));

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().path("tier").asString()).isEqualTo("STRATEGIC");
        JsonNode shown = service()
                .request("GET", path + "/tiers", null, asPartner(partner))
                .json();
        assertThat(shown.path("next").toString())
                .isEqualTo("{\"tier\":\"ACTIVE\",\"effectiveOn\":\"%s\"}".formatted(today().plusDays(30)));
        assertThat(service()
                        .post(path + "/change-tier", body("ACTIVE", null), asPartner(partner))
                        .status())
                .isEqualTo(403);
        PublishedRecord event = awaited("partner.events", partner, 3).get(2);
        Contracts.assertMatches("partner.partner-tier-changed.v1", event.text());
        assertThat(event.data().path("effectiveOn").asString())
                .isEqualTo(today().plusDays(30).toString());
        PublishedRecord profile = awaited("partner.profiles", partner, 2).get(1);
        Contracts.assertMatches("partner.profile.v1", profile.text());
        assertThat(profile.data().path("tier").asString()).isEqualTo("STRATEGIC");
        assertThat(profile.data().path("tiers").get(1).path("effectiveOn").asString())
                .isEqualTo(today().plusDays(30).toString());
    }

    private List<PublishedRecord> awaited(String topic, String partner, int count) {
        return of(partner, service().awaitRecords(topic, all -> of(partner, all).size() == count));
    }

    private static List<PublishedRecord> of(String partner, List<PublishedRecord> all) {
        return all.stream().filter(record -> record.key().equals(partner)).toList();
    }

    private String strategicPartner(String name) {
        String id = service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"STRATEGIC","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]}"""
                                .formatted(name))
                .json()
                .path("id")
                .asString();
        service().post("/api/partners/" + id + "/activate", "");
        return id;
    }

    private static String body(String tier, LocalDate effectiveOn) {
        String day = effectiveOn == null ? "" : ",\"effectiveOn\":\"%s\"".formatted(effectiveOn);
        return "{\"tier\":\"%s\",\"reason\":\"A quiet year.\"%s}".formatted(tier, day);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
