package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.AS_FIRM;
import static io.entente.referral.referral.RunningReferrals.AS_PARTNER;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.getAs;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.referral.referral.RunningReferrals.texts;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Searches, filters, sorts and exports conflicts and clocks over HTTP. */
@ExtendWith(RunningReferrals.class)
class ConflictAndClockListIT {

    private static final String AS_OTHER = asPartner("par_b");

    private static String holder = "";
    private static String challenger = "";

    @BeforeAll
    static void introduceOneClientTwice() {
        holder = submit("par_a", "Grüne Übersee GmbH", "uebersee-lists.example");
        challenger = submit("par_b", "Overseas Green", "uebersee-lists.example");
        await().until(() ->
                service().get("/api/conflicts?q=ubersee&status=OPEN").body().contains(challenger));
    }

    private static String submit(String partnerId, String client, String domain) {
        Answer answer = service()
                .post(
                        "/api/referrals",
                        """
                        {"partnerId":"%s","client":{"organisation":"%s","domain":"%s","country":"MY",
                         "contactName":"Aisyah Geheim","contactEmail":"a@x.example"},"service":"Übersetzung"}"""
                                .formatted(partnerId, client, domain));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    @Test
    void the_firm_finds_a_conflict_by_both_clients() {
        for (String q : List.of("ubersee", "grune%20ube", "overseas%20gre", "uebersee")) {
            JsonNode found = service().get("/api/conflicts?q=" + q).json().path("items");
            assertThat(found).as(q).hasSize(1);
            assertThat(found.get(0).path("holder").path("referralId").asString())
                    .isEqualTo(holder);
        }
        assertThat(service()
                        .get("/api/conflicts?q=overseas&status=DECIDED,CLOSED")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(service()
                        .get("/api/conflicts?q=overseas&partnerId=par_a")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service()
                        .get("/api/conflicts?q=overseas&partnerId=par_active")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(fields(service().get("/api/conflicts?sort=score"))).containsExactly("sort");
    }

    @Test
    void a_partner_finds_a_conflict_by_its_own_client_only() {
        assertThat(getAs(AS_OTHER, "/api/conflicts?q=overseas").json().path("items"))
                .hasSize(1);
        assertThat(getAs(AS_OTHER, "/api/conflicts?q=grune").json().path("items"))
                .isEmpty();
        assertThat(getAs(AS_PARTNER, "/api/conflicts?q=grune").json().path("items"))
                .hasSize(1);
        assertThat(getAs(AS_PARTNER, "/api/conflicts?q=overseas&sort=updated&order=desc")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(getAs(asPartner("par_active"), "/api/conflicts?q=ubersee")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(getAs(AS_OTHER, "/api/conflicts/export?q=overseas").body())
                .contains(challenger, "par_b")
                .doesNotContain("par_a");
    }

    @Test
    void conflicts_are_exported_and_those_of_earlier_versions_are_found_after_a_start() {
        service().mongo().updateMulti(new Query(), new Update().unset("list"), "conflict_cases");
        service().mongo().remove(new Query(), "list_entries");
        service()
                .context()
                .getBean("conflictsInTheList", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated();

        List<String> rows = Arrays.asList(service()
                .get("/api/conflicts/export?q=ubersee&status=OPEN")
                .body()
                .split("\r\n"));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("conflictId,status,openedAt,score,");
        assertThat(rows.get(1)).contains(",OPEN,", holder, challenger, "par_a", "par_b");
    }

    @Test
    void clocks_are_found_by_the_client_and_the_service_of_their_referral() {
        JsonNode found = service()
                .get("/api/sla/clocks?q=ubersetz&partnerId=par_a")
                .json()
                .path("items");

        assertThat(texts(found, "referralId")).contains(holder).doesNotContain(challenger);
        assertThat(texts(service().get("/api/sla/clocks?q=overs").json().path("items"), "referralId"))
                .contains(challenger)
                .doesNotContain(holder);
        assertThat(service().get("/api/sla/clocks?q=aisyah").json().path("items"))
                .isEmpty();
    }

    @Test
    void clocks_are_sorted_in_both_directions_over_pages() {
        List<String> ascending = started("asc", 200);

        assertThat(ascending).isSorted();
        assertThat(started("asc", 2)).isEqualTo(ascending);
        List<String> descending = started("desc", 2);
        assertThat(descending).hasSameSizeAs(ascending).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(fields(service().get("/api/sla/clocks?order=down"))).containsExactly("order");
    }

    private static List<String> started(String order, int limit) {
        java.util.ArrayList<String> started = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service()
                    .get("/api/sla/clocks?partnerId=par_b&sort=started&order=" + order + "&limit=" + limit + cursor)
                    .json();
            started.addAll(texts(page.path("items"), "startedAt"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return started;
    }

    @Test
    void a_partner_lists_and_exports_clocks_of_its_own_referrals() {
        assertThat(texts(getAs(AS_OTHER, "/api/sla/clocks").json().path("items"), "partnerId"))
                .contains("par_b")
                .containsOnly("par_b");
        assertThat(getAs(AS_OTHER, "/api/sla/clocks?partnerId=par_a").status()).isEqualTo(404);
        String csv = getAs(AS_OTHER, "/api/sla/clocks/export?q=uebersee").body();
        assertThat(csv)
                .startsWith("referralId,partnerId,client,service,kind,")
                .contains(challenger, "Overseas Green")
                .doesNotContain(holder, "par_a");
        assertThat(getAs(AS_FIRM, "/api/sla/clocks/export?q=uebersee").body()).contains(holder, challenger);
    }
}
