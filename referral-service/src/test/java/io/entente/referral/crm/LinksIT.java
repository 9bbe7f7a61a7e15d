package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A wrong link of a CRM's deal can be corrected, unless the deal has closed a deal that isn't reversed. */
class LinksIT {

    private static ConnectedCrms crms;

    @BeforeAll
    static void start() {
        crms = new ConnectedCrms();
    }

    @AfterAll
    static void stop() {
        crms.close();
    }

    @Test
    void a_referral_that_the_crm_corrects_is_the_one_that_is_won() {
        String wrong = crms.submitted();
        String right = crms.submitted();
        String deal = number();
        crms.hubspot(property(deal, "entente_referral_id", wrong, T0));
        crms.hubspot(property(deal, "entente_referral_id", right, T0 + 1000));

        won(deal);

        assertThat(crms.status(wrong)).isEqualTo("SUBMITTED");
        assertThat(crms.status(right)).isEqualTo("WON");
        assertThat(crms.deal("hubspot", deal).path("namedReferralId").asString())
                .isEqualTo(right);
        JsonNode earlier = crms.deal("hubspot", deal).path("earlierLinks").get(0);
        assertThat(earlier.path("referralId").asString()).isEqualTo(wrong);
        assertThat(earlier.path("by").asString()).isEqualTo("crm:hubspot");
    }

    @Test
    void a_person_links_a_deal_anew_with_a_reason_and_its_last_stage_is_applied_there() {
        String wrong = crms.submitted();
        String right = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, wrong);
        crms.hubspot(property(deal, "dealstage", "contractsent", T0));

        Answer withoutReason = relink(deal, right, "");
        Answer relinked = relink(deal, right, ",\"reason\":\"The ids were mixed up.\"");

        assertThat(withoutReason.status()).isEqualTo(422);
        assertThat(withoutReason.body())
                .contains("must say why the deal belongs to another referral than %s".formatted(wrong));
        assertThat(relinked.status()).as(relinked.body()).isEqualTo(201);
        assertThat(crms.status(right)).isEqualTo("PROPOSAL_SENT");
        JsonNode earlier = relinked.json().path("earlierLinks").get(0);
        assertThat(earlier.path("referralId").asString()).isEqualTo(wrong);
        assertThat(earlier.path("reason").asString()).isEqualTo("The ids were mixed up.");
        assertThat(earlier.path("lastStage").asString()).isEqualTo("contractsent");
        assertThat(lastNote(relinked.json()))
                .startsWith(
                        "was linked to referral %s before; the last stage that was applied or dismissed there is contractsent"
                                .formatted(wrong));
        won(deal);
        assertThat(crms.status(right)).isEqualTo("WON");
        assertThat(crms.status(wrong)).isEqualTo("PROPOSAL_SENT");
    }

    @Test
    void a_deal_that_was_closed_has_to_be_reversed_before_the_link_is_corrected() {
        String wrong = crms.submitted();
        String right = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, wrong);
        won(deal);
        String closed = crms.referral(wrong).path("deals").get(0).path("dealId").asString();

        Answer refused = relink(deal, right, ",\"reason\":\"Wrong client.\"");
        crms.command(wrong, "reverse-deal", "{\"dealId\":\"%s\",\"reason\":\"Wrong client.\"}".formatted(closed));
        Answer relinked = relink(deal, right, ",\"reason\":\"Wrong client.\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Reverse that deal first").contains(closed);
        assertThat(relinked.status()).as(relinked.body()).isEqualTo(201);
        assertThat(relinked.json()
                        .path("earlierLinks")
                        .get(0)
                        .path("reversedDealId")
                        .asString())
                .isEqualTo(closed);
        assertThat(crms.status(right)).isEqualTo("WON");
        JsonNode deals = crms.referral(right).path("deals");
        assertThat(deals.size()).isEqualTo(1);
        assertThat(deals.get(0).path("dealId").asString()).isEqualTo(closed + "-2");
        assertThat(deals.get(0).path("amount").path("amount").asString()).isEqualTo("900.00");
    }

    @Test
    void a_deal_can_be_linked_anew_twenty_times_and_the_refusal_says_so() {
        String one = crms.submitted();
        String other = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, one);
        for (int i = 0; i < 20; i++) {
            assertThat(relink(deal, i % 2 == 0 ? other : one, ",\"reason\":\"Once more.\"")
                            .status())
                    .as("link %d", i)
                    .isEqualTo(201);
        }

        Answer tooMany = relink(deal, other, ",\"reason\":\"Once more.\"");

        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.body()).contains("linked to other referrals 20 times, which is the most that is possible");
        assertThat(crms.deal("hubspot", deal).path("earlierLinks").size()).isEqualTo(20);
    }

    @Test
    void a_name_that_contradicts_a_persons_link_waits_for_a_decision() {
        String chosen = crms.submitted();
        String named = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, chosen);

        crms.hubspot(property(deal, "entente_referral_id", named, T0));

        assertThat(crms.reasons(deal)).containsExactly("LINK_DIFFERS");
        assertThat(crms.deal("hubspot", deal).path("referralId").asString()).isEqualTo(chosen);
        ConnectedCrms.done(crms.service.post(
                "/api/crm/deals/hubspot/%s/dismiss".formatted(deal),
                "{\"subject\":\"LINK\",\"reason\":\"The CRM is wrong.\"}"));
        crms.hubspot(property(deal, "entente_referral_id", named, T0 + 1000));
        assertThat(crms.reasons(deal)).isEmpty();
    }

    @Test
    void a_referral_that_does_not_exist_is_listed_with_its_name_until_the_deal_is_linked() {
        String deal = number();

        crms.hubspot(property(deal, "entente_referral_id", "ref_nope", T0));

        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_UNKNOWN");
        JsonNode view = crms.deal("hubspot", deal);
        assertThat(view.path("namedReferralId").asString()).isEqualTo("ref_nope");
        assertThat(view.path("waits").get(0).path("explanation").asString())
                .startsWith("the CRM names the referral ref_nope, which doesn't exist");
        crms.link("hubspot", deal, crms.submitted());
        assertThat(crms.reasons(deal)).isEmpty();
    }

    @Test
    void a_change_that_waits_on_a_duplicate_names_the_other_referral_and_is_applied_there_once_linked() {
        String client = "client-" + number() + ".example";
        String holder = crms.submitted("par_crm", client);
        String duplicate = crms.submitted("par_other", client);
        String deal = number();
        crms.link("hubspot", deal, duplicate);
        won(deal);
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        crms.decide(holder, duplicate);
        ConnectedCrms.retried(
                () -> assertThat(explanation(deal)).startsWith("the referral is DUPLICATE of referral " + holder));

        Answer relinked = relink(deal, holder, ",\"reason\":\"The holder has the sale.\"");

        assertThat(relinked.status()).as(relinked.body()).isEqualTo(201);
        assertThat(crms.status(holder)).isEqualTo("WON");
        assertThat(crms.status(duplicate)).isEqualTo("DUPLICATE");
        assertThat(crms.reasons(deal)).isEmpty();
    }

    private static String explanation(String deal) {
        return crms.deal("hubspot", deal)
                .path("waits")
                .get(0)
                .path("explanation")
                .asString();
    }

    private static String lastNote(JsonNode deal) {
        return deal.path("notes")
                .get(deal.path("notes").size() - 1)
                .path("text")
                .asString();
    }

    private static Answer relink(String deal, String referral, String reason) {
        return crms.service.post(
                "/api/crm/links",
                "{\"crm\":\"hubspot\",\"crmDealId\":\"%s\",\"referralId\":\"%s\"%s}".formatted(deal, referral, reason));
    }

    private static void won(String deal) {
        crms.hubspot(
                property(deal, "amount", "900", T0 + 5000),
                property(deal, "deal_currency_code", "EUR", T0 + 5000),
                property(deal, "dealstage", "closedwon", T0 + 5000));
    }
}
