package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.MAKER;
import static io.entente.commission.commissions.RunningCommissions.act;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.service;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.lists.FollowLedger;
import io.entente.commission.partners.PartnerId;
import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** Searches, filters, sorts and exports commissions over HTTP. */
@ExtendWith(RunningCommissions.class)
class CommissionListIT {

    private static final String PARTNER = "par_listed";
    private static final String OTHER = "par_listed_too";
    private static final String OWN = "/api/commissions?partnerId=" + PARTNER;

    @BeforeAll
    static void closeDeals() {
        publishProfile(PARTNER);
        publishProfile(OTHER);
        close(PARTNER, "nordlys-3", "Nordlys Ørsted", "300.00 EUR", "2026-03-01");
        close(PARTNER, "nordlys-1", "Nordlys Ørsted", "100.00 EUR", "2026-02-01");
        close(PARTNER, "straße", "Straße & Co", "2000.00 USD", "2026-01-15");
        close(OTHER, "nordlys-9", "Nordlys Ørsted", "900.00 EUR", "2026-02-15");
        String held = commissionOf("nordlys-1");
        Answer hold = act(held, "hold", "{\"reason\":\"Asked why.\"}", MAKER, "If-Match: \"1\"");
        assertThat(hold.status()).as(hold.body()).isEqualTo(200);
    }

    private static void close(String partner, String deal, String client, String amount, String closedOn) {
        service()
                .publish(
                        "referral.events",
                        "referral.deal-closed.v1",
                        "ref_" + deal,
                        1,
                        partner,
                        """
                {"referralId":"ref_%s","partnerId":"%s","dealId":"%s","service":"Audit","involvement":"STANDARD",
                 "client":{"key":"%s.example","organisation":"%s"},
                 "amount":{"amount":"%s","currency":"%s"},"closedOn":"%s",
                 "credit":[{"partnerId":"%s","role":"ORIGINATOR","share":"1.00"}],
                 "occurredAt":"2026-04-02T09:00:00Z","actor":"system","origin":"LIVE"}
                """
                                .formatted(
                                        deal,
                                        partner,
                                        deal,
                                        deal,
                                        client,
                                        amount.split(" ")[0],
                                        amount.split(" ")[1],
                                        closedOn,
                                        partner));
        commissionOf(deal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&q=orsted                              | nordlys-3 nordlys-1",
                "&q=nordl                               | nordlys-3 nordlys-1",
                "&q=strasse                             | straße",
                "&q=nordlys%203                         | nordlys-3",
                "&status=ON_HOLD                        | nordlys-1",
                "&status=ACCRUED                        | nordlys-3 straße",
                "&status=ACCRUED,ON_HOLD                | nordlys-3 nordlys-1 straße",
                "&hold=FINANCE                          | nordlys-1",
                "&hold=COMPLIANCE                       |",
                "&currency=USD                          | straße",
                "&plan=ten                              | nordlys-3 nordlys-1 straße",
                "&plan=eleven                           |",
                "&from=2026-02-01                       | nordlys-3 nordlys-1",
                "&to=2026-02-01                         | nordlys-1 straße",
                "&from=2026-02-01&to=2026-02-01         | nordlys-1",
                "&currency=EUR&status=ACCRUED&q=nordlys | nordlys-3",
                "&sort=earned                           | straße nordlys-1 nordlys-3",
                "&sort=earned&order=desc                | nordlys-3 nordlys-1 straße",
                "&sort=earned&status=ACCRUED            | straße nordlys-3",
                "&sort=amount                           | nordlys-1 nordlys-3 straße",
                "&sort=amount&order=desc&currency=EUR   | nordlys-3 nordlys-1",
                "&order=desc                            | straße nordlys-1 nordlys-3",
                "                                       | nordlys-3 nordlys-1 straße"
            })
    void a_partners_commissions_are_searched_filtered_and_sorted(String query, String deals) {
        assertThat(paged(OWN + (query == null ? "" : query), 2))
                .containsExactly(deals == null ? new String[0] : deals.split(" "));
    }

    @Test
    void the_firm_searches_the_commissions_of_all_partners() {
        assertThat(paged("/api/commissions?q=nordlys&sort=earned", 2))
                .containsExactly("nordlys-1", "nordlys-9", "nordlys-3");
        assertThat(paged("/api/commissions?q=nordlys&sort=updated&order=desc", 1))
                .containsExactlyInAnyOrder("nordlys-1", "nordlys-3", "nordlys-9");
    }

    @Test
    void a_partner_finds_its_own_commissions_only() {
        Answer found = service().request("GET", "/api/commissions?q=nordlys", null, asPartner(OTHER));

        assertThat(found.body()).contains("nordlys-9").doesNotContain("nordlys-1", PARTNER + "\"");
    }

    @Test
    void the_export_has_the_filters_and_the_order_of_the_list() {
        List<String> rows = service()
                .get("/api/commissions/export?partnerId=" + PARTNER + "&q=nordlys&sort=amount&order=desc")
                .body()
                .lines()
                .toList();

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("commissionId,partnerId,dealId,");
        assertThat(rows.get(1)).contains(",nordlys-3,", ",ACCRUED,EUR,300.00,30.00,");
        assertThat(rows.get(2)).contains(",nordlys-1,", ",ON_HOLD,EUR,100.00,10.00,");
    }

    @Test
    void reading_a_chain_again_changes_nothing() {
        Query entries = Query.query(Criteria.where("list.filters").is("partner:" + PARTNER));
        paged(OWN + "&sort=earned", 50);
        List<Document> before = service().mongo().find(entries, Document.class, "listed_commissions");
        service().mongo().remove(Query.query(Criteria.where("_id").is(PARTNER)), "listed_commissions_read");

        service().context().getBean(FollowLedger.class).read(new PartnerId(PARTNER));

        assertThat(service().mongo().find(entries, Document.class, "listed_commissions"))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?q=*                                   | q",
                "?status=                               | status",
                "?status=LATE                           | status",
                "?hold=WHY                              | hold",
                "?currency=EURO                         | currency",
                "?plan=                                 | plan",
                "?from=2026-02-01&to=2026-01-01         | from",
                "?from=yesterday                        | from",
                "?sort=size&order=up                    | sort order",
                "?client=Pg                             | client",
                "?sort=earned&cursor=eA                 | cursor",
                "/export?period=2026&status=PAID        | period",
                "/export?period=soon                    | period"
            })
    void a_filter_that_selects_nothing_on_purpose_is_refused(String query, String bad) {
        Answer refused = service().get("/api/commissions" + query);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString()))
                .containsExactly(bad.split(" "));
    }

    private static List<String> paged(String path, int limit) {
        List<String> deals = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = service().get(path + "&limit=" + limit + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode page = answer.json();
            page.path("items").forEach(item -> deals.add(item.path("dealId").asString()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return deals;
    }
}
