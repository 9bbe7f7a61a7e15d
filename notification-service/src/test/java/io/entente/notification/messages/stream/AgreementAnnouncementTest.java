package io.entente.notification.messages.stream;

import static io.entente.notification.messages.stream.AnnouncementVariants.texts;
import static io.entente.notification.messages.stream.AnnouncementVariants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
import org.junit.jupiter.api.Test;

/** What partners and the firm are told about agreements and tiers. */
class AgreementAnnouncementTest {

    private static final String DUE = "partner.agreement-renewal-due.v1";
    private static final String TIER = "partner.partner-tier-changed.v1";

    @Test
    void an_agreement_that_renews_names_the_last_day_for_a_notice_and_one_that_ends_does_not() {
        Announcement renews = variant(DUE, "renews", event -> event.put("title", "Quay and lake")
                        .put("endsOn", "2028-02-29")
                        .put("noticeBy", "2027-12-31"))
                .announcement();
        assertThat(texts(renews, "de").get(0).body())
                .contains("Quay and lake", "29. Februar 2028", "31. Dezember 2027");

        Announcement ends =
                variant(DUE, "ends", event -> event.put("renews", false)).announcement();
        assertThat(texts(ends, "en").get(0).subject()).isEqualTo("Your agreement ends soon");
        assertThat(texts(ends, "en").get(0).body()).doesNotContain("another year");
        assertThat(ends.teamTemplate()).isNotNull();
    }

    @Test
    void a_partner_reads_its_tiers_in_words_with_the_first_day_and_the_reason() {
        Announcement changed = variant(TIER, "demoted", event -> event.put("tier", "REFERRAL_NETWORK")
                        .put("previousTier", "STRATEGIC")
                        .put("effectiveOn", "2027-03-09")
                        .put("reason", "A quiet year."))
                .announcement();

        assertThat(texts(changed, "pt").get(0).body())
                .contains("9 de março de 2027", "rede de indicações", "parceiros estratégicos", "A quiet year.");
        assertThat(texts(changed, "en").get(0).subject()).isEqualTo("Your tier changes on 9 March 2027");
    }
}
