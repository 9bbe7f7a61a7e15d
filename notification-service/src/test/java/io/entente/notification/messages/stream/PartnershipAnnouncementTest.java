package io.entente.notification.messages.stream;

import static io.entente.notification.messages.stream.AnnouncementVariants.texts;
import static io.entente.notification.messages.stream.AnnouncementVariants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
import io.entente.notification.templates.TemplateName;
import io.entente.notification.templates.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told about the steps of a partnership and about the people in it. */
class PartnershipAnnouncementTest {

    private static final String PAUSED = "partner.partner-paused.v1";
    private static final String OVERDUE = "partner.onboarding-step-overdue.v1";
    private static final String DEPARTED = "partner.partner-contact-departed.v1";

    @Test
    void a_pause_is_explained_to_the_partner_with_the_day_on_which_it_is_looked_at_again() {
        Announcement paused = variant(PAUSED, "until", event -> event.put("reason", "Five promises missed.")
                        .put("until", "2027-02-28"))
                .announcement();
        Map.of("en", "28 February 2027", "de", "28. Februar 2027", "pt", "28 de fevereiro de 2027")
                .forEach((language, day) ->
                        assertThat(texts(paused, language).get(0).body()).contains("Five promises missed.", day));

        Announcement open =
                variant(PAUSED, "open", event -> event.remove("until")).announcement();
        assertThat(texts(open, "en").get(0).body()).doesNotContain("again by");
    }

    @Test
    void a_partner_is_welcomed_after_its_onboarding_and_not_if_it_was_only_recorded_as_active() {
        String activated = "partner.partner-activated.v1";
        assertThat(variant(activated, "onboarded", event -> event.put("onboardingWaived", false))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("partner-activated"));
        assertThat(variant(activated, "recorded", event -> event.put("onboardingWaived", true))
                        .announcement()
                        .partnerTemplate())
                .isNull();
    }

    @Test
    void whoever_is_responsible_hears_of_a_pause_that_somebody_else_decided() {
        Announcement byTheProgram = variant(
                        PAUSED, "system", event -> event.put("actor", "system").put("owner", "user:pm-4"))
                .announcement();
        assertThat(byTheProgram.toPerson())
                .isEqualTo(new Announcement.ToPerson("user:pm-4", TemplateName.of("person-partner-paused")));
        assertThat(variant(PAUSED, "own", event -> event.put("actor", "user:PM-4")
                                .put("owner", "user:pm-4"))
                        .announcement()
                        .toPerson())
                .isNull();
        assertThat(variant(PAUSED, "nobody", event -> event.remove("owner"))
                        .announcement()
                        .toPerson())
                .isNull();
    }

    @Test
    void a_departure_is_told_to_whoever_is_responsible_and_otherwise_to_all_partner_managers() {
        Announcement owned = variant(DEPARTED, "owned", event -> event.put("owner", "user:pm-4"))
                .announcement();
        assertThat(owned.toPerson()).isNotNull();
        assertThat(owned.teamTemplate()).isNull();
        assertThat(owned.partnerTemplate()).isNull();

        Announcement unowned =
                variant(DEPARTED, "unowned", event -> event.remove("owner")).announcement();
        assertThat(unowned.toPerson()).isNull();
        assertThat(unowned.teamTemplate()).isEqualTo(TemplateName.of("contact-departed"));
    }

    @Test
    void an_overdue_step_is_told_to_its_owner_in_the_readers_language() {
        Announcement partners = variant(OVERDUE, "the partner's", event -> event.put("dueOn", "2026-02-09"))
                .announcement();
        assertThat(partners.toPerson()).isNull();
        assertThat(partners.teamTemplate()).isNull();
        assertThat(texts(partners, "ms").get(0).subject())
                .isEqualTo("Lewat: Kongsi pembentangan, kajian kes dan julat harga");
        assertThat(texts(partners, "de").get(0).body())
                .as("a language that the checklist doesn't have")
                .contains("9. Februar 2026", "Share the pitch, case studies and price frame");

        Announcement persons = variant(OVERDUE, "a person's", event -> event.put("owner", "user:am-3"))
                .announcement();
        assertThat(persons.partnerTemplate()).isNull();
        assertThat(persons.teamTemplate()).isNull();
        assertThat(persons.toPerson().person()).isEqualTo("user:am-3");

        Announcement nobodys = variant(OVERDUE, "nobody's", event -> event.put("owner", "role:account-manager"))
                .announcement();
        assertThat(nobodys.partnerTemplate()).isNull();
        assertThat(nobodys.toPerson()).isNull();
        assertThat(nobodys.teamTemplate()).isEqualTo(TemplateName.of("team-onboarding-step-overdue"));
    }

    @Test
    void a_departure_names_the_level_and_each_risk_and_leaves_out_what_is_not_known() {
        Text text = texts(
                        variant(DEPARTED, "risks", event -> event.put("level", "EXECUTIVE_SPONSOR")
                                        .put("contacts", 1)
                                        .putArray("risks")
                                        .add("SINGLE_CONTACT")
                                        .add("NO_EXECUTIVE_SPONSOR"))
                                .announcement(),
                        "de")
                .get(0);
        assertThat(text.subject()).isEqualTo("Ein Kontakt ist gegangen: Harbour Pine Advisory");
        assertThat(text.body())
                .contains("der Kontakt in der Geschäftsleitung")
                .contains("Beim Partner ist nur eine Person bekannt.\nEs fehlt jemand aus der Geschäftsleitung.");

        Text calm = texts(
                        variant(DEPARTED, "no risk", event -> event.putArray("risks"))
                                .announcement(),
                        "en")
                .get(0);
        assertThat(calm.body()).doesNotContain("risk for the partnership");
    }
}
