package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.partners;
import static io.entente.referral.referral.RunningReferrals.publishProfile;
import static io.entente.referral.referral.RunningReferrals.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The profiles of partners that the referral service keeps. */
@ExtendWith(RunningReferrals.class)
class PartnerProfilesIT {

    @Test
    void the_newest_profile_is_kept_and_a_tombstone_erases_it() {
        publishProfile("par_moving", "Newer", "ACTIVE", "ACTIVE", 5);
        publishProfile("par_moving", "Older", "APPLIED", "ACTIVE", 4);
        publishProfile("par_moving", "Same", "APPLIED", "ACTIVE", 5);
        publishProfile("par_marker", "Marker", "ACTIVE", "ACTIVE", 1);
        await().until(() -> partners().find("par_marker").isPresent());
        // The marker may be on another partition, so the test also asks the guard directly.
        KnownPartner older = new KnownPartner("par_moving", "Older", "APPLIED", Tier.ACTIVE, "REFERRAL", "MY", 4);
        await().until(() -> partners().find("par_moving").isPresent());
        assertThat(partners().keep(older)).isFalse();
        assertThat(partners().find("par_moving")).map(KnownPartner::name).contains("Newer");

        service().publish("partner.profiles", "partner.profile.v1", "par_moving", 6, "par_moving", null);

        await().until(() -> partners().find("par_moving").equals(Optional.empty()));
    }

    @Test
    void the_sample_of_the_profile_contract_is_consumed() {
        service().publishSample("partner.profile.v1");

        await().until(() -> partners().find("01K1A7Q2M8V4R6T9W3X5Y7Z0BC").isPresent());
        assertThat(partners().named("  harbour PINE advisory"))
                .extracting(KnownPartner::id)
                .containsExactly("01K1A7Q2M8V4R6T9W3X5Y7Z0BC");
    }
}
