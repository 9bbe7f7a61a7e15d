package io.entente.notification.messages.stream;

import static io.entente.notification.messages.stream.AnnouncementVariants.texts;
import static io.entente.notification.messages.stream.AnnouncementVariants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
import io.entente.notification.templates.TemplateName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What partners are told about referrals, deals and notes. */
class ReferralAnnouncementTest {

    @Test
    void the_last_reversal_is_told_in_one_message_with_the_referral_and_the_commission() {
        Announcement reversed = variant("referral.deal-reversed.v1", "last", event -> event.put("referralResumes", true)
                        .put("protectedUntil", "2026-11-30T04:30:00Z")
                        .putArray("credit")
                        .add(share("par_origin"))
                        .add(share("par_second")))
                .announcement();

        assertThat(texts(reversed, "en").get(0).body())
                .contains("has been reversed with effect from", "was refunded", "no longer counts as won")
                .contains("It is protected until", "Any commission on this deal is taken back with it");
        assertThat(reversed.partnerIds()).contains("par_origin", "par_second");
        assertThat(reversed.creditedTemplate()).isEqualTo(TemplateName.of("deal-reversed"));
        assertThat(variant("referral.referral-resumed.v1", "told", event -> event.put("announced", true))
                        .announcement()
                        .partnerTemplate())
                .isNull();
        for (String type : List.of("commission.commission-voided.v1", "commission.commission-clawed-back.v1")) {
            assertThat(variant(type, "told", event -> event.put("dealReversed", true))
                            .announcement()
                            .partnerTemplate())
                    .as(type)
                    .isNull();
            assertThat(variant(type, "another cause", event -> event.remove("dealReversed"))
                            .announcement()
                            .partnerTemplate())
                    .as(type)
                    .isNotNull();
        }
    }

    @Test
    void a_partner_is_notified_of_the_notes_of_the_firm_and_not_of_its_own() {
        String type = "referral.note-shared.v1";

        assertThat(variant(type, "the firm's", event -> {}).announcement().partnerTemplate())
                .isEqualTo(TemplateName.of("note-shared"));
        for (String person : List.of("", "/usr-4")) {
            assertThat(variant(
                                    type,
                                    "its own" + person,
                                    event -> event.put(
                                            "actor",
                                            "partner:" + event.path("partnerId").asString() + person))
                            .announcement()
                            .partnerTemplate())
                    .isNull();
        }
    }

    @Test
    void a_partner_is_not_told_again_that_its_client_is_contested() {
        assertThat(variant("referral.conflict-detected.v1", "known", event -> event.put("known", true))
                        .announcement()
                        .partnerTemplate())
                .isNull();
    }

    @Test
    void a_partner_whose_client_is_contested_is_not_promised_that_nobody_else_can_claim_it() {
        Map<String, String> promises = Map.of(
                "en", "nobody else",
                "de", "Niemand sonst",
                "es", "nadie más",
                "ja", "他の方が権利を主張することはできません",
                "ms", "tiada pihak lain",
                "pt", "ninguém mais");
        promises.forEach((language, promise) -> {
            assertThat(acceptance(false, language)).contains(promise);
            assertThat(acceptance(true, language)).doesNotContain(promise);
        });
        assertThat(acceptance(true, "en")).contains("the claim on this client is not finally yours");
        assertThat(acceptance(true, "de")).contains("noch nicht endgültig Ihnen");
    }

    private static String acceptance(boolean isContested, String language) {
        Announcement accepted = variant(
                        "referral.referral-accepted.v1", "accepted", event -> event.put("contested", isContested))
                .announcement();
        return texts(accepted, language).get(0).body();
    }

    @Test
    void partners_that_share_a_client_are_told_in_their_language_that_earlier_deals_keep_their_credit() {
        Map<String, String> expected = Map.of(
                "en", "Deals that were closed before this decision keep their credit. The shares apply to later deals.",
                "de", "Die Anteile gelten für spätere Abschlüsse.",
                "es", "Las ventas cerradas antes de esta decisión conservan su reparto.",
                "ja", "この判断より前に成約した案件の持ち分は変わりません。",
                "ms", "Urus niaga yang ditutup sebelum keputusan ini mengekalkan kreditnya.",
                "pt", "Os negócios fechados antes desta decisão mantêm o seu crédito.");
        for (boolean isContestedFurther : List.of(false, true)) {
            Announcement shared = variant(
                            "referral.conflict-decided.v1", "shared", event -> event.put("outcome", "SHARES_CLAIM")
                                    .put("contestedFurther", isContestedFurther)
                                    .putArray("credit")
                                    .add(share("par_origin")))
                    .announcement();
            expected.forEach((language, text) ->
                    assertThat(texts(shared, language).get(0).body()).contains(text));
        }
    }

    private static ObjectNode share(String partner) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("partnerId", partner)
                .put("role", "ORIGINATOR")
                .put("share", "0.50");
    }
}
