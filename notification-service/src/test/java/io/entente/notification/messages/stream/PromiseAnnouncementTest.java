package io.entente.notification.messages.stream;

import static io.entente.notification.messages.stream.AnnouncementVariants.texts;
import static io.entente.notification.messages.stream.AnnouncementVariants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
import io.entente.notification.templates.TemplateName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told about promises and their due dates. */
class PromiseAnnouncementTest {

    @Test
    void a_promise_of_an_outbound_referral_is_the_partners_even_if_somebody_of_the_firm_looks_after_it() {
        Map<String, String> answers = Map.of(
                "en", "The partner's answer",
                "de", "Antwort des Partners",
                "ms", "Jawapan daripada rakan",
                "ja", "パートナーからの回答",
                "es", "Respuesta del socio",
                "pt", "Resposta do parceiro");
        for (String type : List.of("sla-reminder-due", "sla-breached", "sla-escalated", "sla-handed-over")) {
            answers.forEach((language, answer) -> {
                Announcement outbound = variant(
                                "referral." + type + ".v1", "outbound", event -> event.put("clock", "RESPONSE")
                                        .put("direction", "OUTBOUND")
                                        .put("owner", "role:ops"))
                        .announcement();
                assertThat(texts(outbound, language))
                        .as("%s %s", type, language)
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text.subject()).contains(answer));
            });
        }
        assertThat(variant("referral.sla-moved.v1", "outbound", event -> event.put("clock", "RESPONSE")
                                .put("direction", "OUTBOUND")
                                .put("owner", "role:ops"))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("follow-up-moved"));
    }

    @Test
    void a_partner_is_notified_only_of_the_promises_that_it_has_to_keep_itself() {
        for (String type : List.of("referral.sla-reminder-due.v1", "referral.sla-breached.v1")) {
            for (String clock : List.of("RESPONSE", "NEXT_UPDATE", "PARTNER_FOLLOW_UP")) {
                Announcement partners = variant(type, clock, event -> event.put("clock", clock)
                                .put(
                                        "owner",
                                        "partner:" + event.path("partnerId").asString()))
                        .announcement();
                assertThat(partners.partnerTemplate()).as("%s %s", type, clock).isNotNull();
            }
            Announcement firms = variant(type, "the firm's", event -> event.put("clock", "RESPONSE")
                            .put("owner", "role:account-manager"))
                    .announcement();
            assertThat(firms.partnerTemplate()).as(type).isNull();
        }
    }

    @Test
    void a_partner_is_reminded_of_the_questions_about_its_own_referral_in_words_of_their_own() {
        Map.of("sla-reminder-due", "answers-due", "sla-breached", "answers-overdue", "sla-moved", "answers-moved")
                .forEach((type, template) -> {
                    Announcement asked = followUp(type, "INBOUND");
                    Announcement referred = followUp(type, "OUTBOUND");
                    assertThat(asked.partnerTemplate()).isEqualTo(TemplateName.of(template));
                    assertThat(referred.partnerTemplate())
                            .isEqualTo(TemplateName.of(template.replace("answers", "follow-up")));
                });
        Map.of("en", "our questions", "de", "unsere Fragen", "es", "nuestras preguntas", "ms", "soalan kami")
                .forEach((language, words) -> assertThat(texts(followUp("sla-reminder-due", "INBOUND"), language))
                        .as(language)
                        .anySatisfy(text -> assertThat(text.subject()).contains(words)));
        assertThat(texts(followUp("sla-reminder-due", "INBOUND"), "ja"))
                .anySatisfy(text -> assertThat(text.subject()).contains("ご質問"));
        assertThat(texts(followUp("sla-reminder-due", "INBOUND"), "pt"))
                .anySatisfy(text -> assertThat(text.subject()).contains("as nossas perguntas"));
    }

    private static Announcement followUp(String type, String direction) {
        return variant("referral." + type + ".v1", direction, event -> event.put("clock", "PARTNER_FOLLOW_UP")
                        .put("direction", direction)
                        .put("owner", "partner:" + event.path("partnerId").asString()))
                .announcement();
    }

    @Test
    void a_partner_is_notified_of_every_new_due_date_of_its_own_promises_and_of_the_firms() {
        String type = "referral.sla-moved.v1";

        assertThat(variant(type, "the firm's", event -> event.put("owner", "role:account-manager"))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("promise-moved"));
        assertThat(variant(
                                type,
                                "its own",
                                event -> event.put(
                                        "owner",
                                        "partner:" + event.path("partnerId").asString()))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("follow-up-moved"));
    }
}
