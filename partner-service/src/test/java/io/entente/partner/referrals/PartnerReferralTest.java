package io.entente.partner.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.referrals.ReferralProgress.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerReferralTest {

    private static final Instant DAY = Instant.parse("2026-05-11T08:00:00Z");

    @Test
    void a_submitted_referral_is_open_until_it_ends_and_again_when_it_is_reopened() {
        PartnerReferral submitted = PartnerReferral.firstKnownBy(event(Kind.BEGAN, 1, 0));
        assertThat(submitted.isOpen()).isTrue();
        assertThat(submitted.since()).isEqualTo(DAY);

        PartnerReferral lost = submitted.after(event(Kind.ENDED, 4, 30));
        assertThat(lost.isOpen()).isFalse();
        assertThat(lost.after(event(Kind.BEGAN, 5, 60)).isOpen()).isTrue();
    }

    @Test
    void a_won_referral_is_open_again_only_if_its_deals_are_reversed_later() {
        PartnerReferral won =
                PartnerReferral.firstKnownBy(event(Kind.BEGAN, 1, 0)).after(event(Kind.WON, 1, 20));
        assertThat(won.isOpen()).isFalse();

        PartnerReferral resumed = won.after(event(Kind.RESUMED, 6, 50));
        assertThat(resumed.isOpen()).isTrue();
        assertThat(resumed.after(event(Kind.WON, 1, 20)))
                .as("the deal is delivered again")
                .isSameAs(resumed);
        assertThat(resumed.after(event(Kind.WON, 1, 90)).isOpen())
                .as("another deal")
                .isFalse();
    }

    @Test
    void the_order_of_deals_and_of_the_referral_itself_does_not_matter() {
        List<ReferralProgress> ofReferral =
                List.of(event(Kind.BEGAN, 1, 0), owned(2, 5, "role:ops"), event(Kind.RESUMED, 7, 50));
        ReferralProgress deal = event(Kind.WON, 1, 20);
        List<Boolean> outcomes = new ArrayList<>();
        for (int place = 0; place <= ofReferral.size(); place++) {
            List<ReferralProgress> mixed = new ArrayList<>(ofReferral);
            mixed.add(place, deal);
            PartnerReferral referral = PartnerReferral.firstKnownBy(mixed.get(0));
            for (ReferralProgress progress : mixed.subList(1, mixed.size())) {
                referral = referral.after(progress);
            }
            outcomes.add(referral.isOpen());
            assertThat(referral.owner()).isEqualTo("role:ops");
        }
        assertThat(outcomes).isEqualTo(Collections.nCopies(4, true));
    }

    @Test
    void an_event_that_was_handled_before_changes_nothing() {
        PartnerReferral owned =
                PartnerReferral.firstKnownBy(event(Kind.BEGAN, 1, 0)).after(owned(3, 10, "user:am-8"));
        assertThat(owned.after(event(Kind.BEGAN, 1, 0))).isSameAs(owned);
        assertThat(owned.after(owned(2, 5, "role:ops")).owner()).isEqualTo("user:am-8");
        assertThat(owned.version()).isEqualTo(2);
    }

    private static ReferralProgress owned(long sequence, int days, @Nullable String owner) {
        return new ReferralProgress(
                "ref_8",
                "par_8",
                "OUTBOUND",
                "Elm Dental",
                "Tax advice",
                Kind.OWNED,
                DAY.plusSeconds(86_400L * days),
                sequence,
                owner);
    }

    private static ReferralProgress event(Kind kind, long sequence, int days) {
        return new ReferralProgress(
                "ref_8",
                "par_8",
                "OUTBOUND",
                "Elm Dental",
                "Tax advice",
                kind,
                DAY.plusSeconds(86_400L * days),
                sequence,
                null);
    }
}
