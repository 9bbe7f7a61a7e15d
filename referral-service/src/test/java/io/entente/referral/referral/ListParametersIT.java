package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.AS_FIRM;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.partners;
import static io.entente.referral.referral.RunningReferrals.post;
import static io.entente.referral.referral.RunningReferrals.publishProfile;
import static io.entente.referral.referral.RunningReferrals.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists refuse filters that select nothing on purpose, and stay complete while referrals change. */
@ExtendWith(RunningReferrals.class)
class ListParametersIT {

    private static final String OF_PARTNER = "/api/referrals?partnerId=par_pages";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/referrals?q=*                    | q",
                "/api/referrals?q=%F0%9F%99%82         | q",
                "/api/referrals?q=                     | q",
                "/api/referrals?q=a+b+c+d+e+f+g+h+i    | q",
                "/api/referrals?status=                | status",
                "/api/referrals?status=WON,            | status",
                "/api/referrals?partnerId=             | partnerId",
                "/api/referrals?owner=                 | owner",
                "/api/referrals?owner=user:            | owner",
                "/api/referrals?owner=boss:anna        | owner",
                "/api/referrals?service=%20            | service",
                "/api/referrals?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | from",
                "/api/referrals/export?q=.*            | q",
                "/api/sla/clocks?owner=role:           | owner",
                "/api/sla/clocks?state=&kind=          | state kind",
                "/api/sla/clocks?state=MET&sort=started | sort",
                "/api/conflicts?q=%21&status=          | q status",
            })
    void a_filter_that_selects_nothing_on_purpose_is_refused(String path, String bad) {
        Answer refused = service().get(path);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(bad.split(" "));
    }

    @Test
    void a_list_by_the_last_change_is_complete_while_referrals_change() {
        publishProfile("par_pages", "Pages", "ACTIVE", "ACTIVE", 1);
        await().until(() -> partners().find("par_pages").isPresent());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            ids.add(submitted("明珠" + (char) ('甲' + i) + "有限公司", "pages-%d.example".formatted(i)));
        }
        for (String order : List.of("asc", "desc")) {
            List<String> read = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = service()
                        .get(OF_PARTNER + "&sort=updated&limit=2&order=" + order + cursor)
                        .json();
                page.path("items").forEach(item -> read.add(item.path("id").asString()));
                cursor =
                        page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
                // The next to come and one that has been read change.
                note(ids.get(read.size() < 9 ? 8 - read.size() : 0));
                note(read.get(0));
                note(ids.get(Math.min(8, read.size())));
            } while (!cursor.isEmpty());

            assertThat(read).as(order).containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(found("明珠")).hasSize(9);
        assertThat(found("珠明")).isEmpty();
        assertThat(found("限公司")).hasSize(9);
    }

    private static List<String> found(String q) {
        List<String> found = new ArrayList<>();
        service()
                .get(OF_PARTNER + "&q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8))
                .json()
                .path("items")
                .forEach(item -> found.add(item.path("id").asString()));
        return found;
    }

    private static void note(String id) {
        post(id, "notes", "{\"text\":\"Changed\",\"visibility\":\"INTERNAL\"}", AS_FIRM);
    }

    private static String submitted(String client, String domain) {
        Answer answer = service()
                .post(
                        "/api/referrals",
                        """
                        {"partnerId":"par_pages","direction":"INBOUND","client":{"organisation":"%s","domain":"%s","country":"MY",
                         "contactName":"Tan Mei","contactEmail":"mei@%s"},"service":"Audit"}"""
                                .formatted(client, domain, domain));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
