package io.entente.referral.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.values.DateFormats;
import org.junit.jupiter.api.Test;

class ShippedProfilesTest {

    @Test
    void every_shipped_profile_is_valid() {
        for (ImportProfile profile : ProfileMother.shipped()) {
            assertThat(ProfileFaults.of(profile)).as(profile.code()).isEmpty();
        }
    }

    @Test
    void all_date_formats_of_salesforce_and_hubspot_are_read() {
        DateFormats salesforce = new DateFormats(
                ProfileMother.shipped("salesforce-opportunities").dateFormats());
        for (String text : new String[] {
            "2026-03-31", "3/31/2026", "2026-03-31T09:30:00.000Z", "2026-03-31T09:30:00.000+0000", "3/31/2026, 9:30 am"
        }) {
            assertThat(salesforce.parse(text, salesforce.assumed())).as(text).isEqualTo("2026-03-31");
        }
        DateFormats hubspot =
                new DateFormats(ProfileMother.shipped("hubspot-deals").dateFormats());
        for (String text : new String[] {"2026-03-31 09:30", "2026-03-31 09:30:00", "2026-03-31"}) {
            assertThat(hubspot.parse(text, hubspot.assumed())).as(text).isEqualTo("2026-03-31");
        }
        assertThat(hubspot.parse("2026-02-30", hubspot.assumed())).isNull();
        assertThat(hubspot.parse("0026-03-31", hubspot.assumed())).isNull();
    }
}
