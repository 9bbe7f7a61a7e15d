package io.entente.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final String BEN = "partner:par_5/ben";

    @Test
    void the_whole_inbox_has_everything() {
        assertThat(Sight.EVERYTHING.covers(about("commission.payout-paid.v1", null)))
                .isTrue();
        assertThat(Sight.EVERYTHING.covers(about("partner.partner-paused.v1", null)))
                .isTrue();
    }

    @Test
    void without_the_right_to_see_money_there_is_none_even_about_ones_own_referral() {
        Sight sight = new Sight(BEN, false, false);

        assertThat(sight.covers(about("commission.payout-paid.v1", BEN))).isFalse();
        assertThat(sight.covers(about("referral.meeting-held.v1", BEN))).isTrue();
        assertThat(new Sight(null, false, false).covers(about("referral.meeting-held.v1", null)))
                .isTrue();
    }

    @Test
    void who_sees_its_own_referrals_only_sees_nothing_of_others_and_nothing_about_the_partner() {
        Sight sight = new Sight(BEN, true, true);

        assertThat(sight.covers(about("referral.meeting-held.v1", "partner:par_5/ana")))
                .isFalse();
        assertThat(sight.covers(about("partner.partner-paused.v1", null))).isFalse();
        assertThat(sight.covers(about("commission.payout-paid.v1", null))).isTrue();
    }

    @Test
    void what_is_about_agreements_is_for_those_who_may_read_them() {
        String signed = "partner.agreement-signed.v1";

        assertThat(new Sight(null, false, false).covers(about(signed, null))).isFalse();
        assertThat(new Sight(BEN, false, false).covers(about(signed, BEN))).isFalse();
        assertThat(new Sight(BEN, false, true).covers(about(signed, null))).isTrue();
        assertThat(new Sight(null, false, true).covers(about("commission.payout-paid.v1", null)))
                .isFalse();
    }

    private static Notification about(String type, @Nullable String author) {
        return new Notification(
                "ntf_1",
                Audiences.PARTNER,
                "par_5",
                "evt_1",
                type,
                "en",
                "Subject",
                "Body",
                Instant.parse("2026-02-03T04:05:06Z"),
                new AboutReferral("ref_5", author),
                null);
    }
}
