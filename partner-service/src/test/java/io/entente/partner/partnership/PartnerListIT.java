package io.entente.partner.partnership;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPerson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.PartnerServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Searches, filters, sorts and exports partners over HTTP. */
class PartnerListIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PartnerServiceApplication.service());
        String first = register("Østergård Rådgivning", "ACTIVE", "DK");
        register("Äußere Neustadt Beratung", "ACTIVE", "DE");
        register("Brightwater", "STRATEGIC", "MY");
        service.post("/api/partners/" + first + "/activate", "", asPerson("u-17"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String register(String name, String tier, String country) {
        Answer answer = service.post(
                "/api/partners",
                """
                {"name":"%s","model":"REFERRAL","tier":"%s","country":"%s","timeZone":"UTC","locale":"en",
                 "contacts":[{"name":"Aisyah Geheim","email":"aisyah@example.com","role":"Owner"}]}"""
                        .formatted(name, tier, country));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    @Test
    void names_are_found_without_accents_and_people_are_not() {
        assertThat(found("q=ostergard radg")).containsExactly("Østergård Rådgivning");
        assertThat(found("q=aussere")).containsExactly("Äußere Neustadt Beratung");
        assertThat(found("q=neustadt ber")).containsExactly("Äußere Neustadt Beratung");
        assertThat(found("q=aisyah")).isEmpty();
        assertThat(found("q=geheim")).isEmpty();
    }

    @Test
    void filters_combine_and_both_orders_have_two_directions() {
        assertThat(found("status=ACTIVE")).containsExactly("Østergård Rådgivning");
        assertThat(found("status=ACTIVE,APPLIED&tier=ACTIVE"))
                .containsExactly("Østergård Rådgivning", "Äußere Neustadt Beratung");
        assertThat(found("country=my")).containsExactly("Brightwater");
        assertThat(found("model=REFERRAL&q=brightwater&country=DE")).isEmpty();
        assertThat(found("sort=name"))
                .containsExactly("Äußere Neustadt Beratung", "Brightwater", "Østergård Rådgivning");
        assertThat(found("order=desc"))
                .containsExactly("Brightwater", "Äußere Neustadt Beratung", "Østergård Rådgivning");
    }

    @Test
    void a_partner_lists_and_exports_itself_only() {
        JsonNode own =
                service.get("/api/partners?q=brightwater").json().path("items").get(0);
        String asOwn = asPartner(own.path("id").asString());

        JsonNode listed = service.request("GET", "/api/partners", null, asOwn).json();
        String csv = service.request("GET", "/api/partners/export", null, asOwn).body();

        assertThat(names(listed)).containsExactly("Brightwater");
        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv).contains("Brightwater").doesNotContain("Neustadt");
    }

    @Test
    void the_export_names_no_person() {
        List<String> rows = Arrays.asList(
                service.get("/api/partners/export?sort=name&order=desc").body().split("\r\n"));

        assertThat(rows.get(0)).startsWith("partnerId,name,status,");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).contains("Østergård Rådgivning,ACTIVE,");
        assertThat(String.join("", rows)).doesNotContain("Aisyah", "@");
    }

    @Test
    void partners_of_earlier_versions_are_listed_after_a_start() {
        service.mongo().updateMulti(new Query(), new Update().unset("list"), "partners");
        service.mongo().remove(new Query(), "list_entries");

        service.context()
                .getBean("partnersInTheList", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated();

        assertThat(found("q=ostergard")).containsExactly("Østergård Rådgivning");
        assertThat(found("sort=name")).hasSize(3);
    }

    private static List<String> found(String query) {
        StringBuilder encoded = new StringBuilder();
        for (String pair : query.split("&")) {
            int at = pair.indexOf('=') + 1;
            encoded.append(pair, 0, at)
                    .append(URLEncoder.encode(pair.substring(at), UTF_8))
                    .append('&');
        }
        Answer answer = service.get("/api/partners?" + encoded);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return names(answer.json());
    }

    private static List<String> names(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("name").asString())
                .toList();
    }
}
