package io.entente.referral.crm.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closing dates are shown as dates, whatever a CRM writes. */
class CloseDatesTest {

    @ParameterizedTest
    @CsvSource({
        // HubSpot's milliseconds are the evening of the 29th in New York and the morning of the 30th in Tokyo
        "1774915200000,             America/New_York,  2026-03-30",
        "1774836000000,             America/New_York,  2026-03-29",
        "1774836000000,             Asia/Tokyo,        2026-03-30",
        "2026-03-31,                Asia/Tokyo,        2026-03-31",
        "2026-03-31T23:30:00Z,      Europe/Berlin,     2026-04-01",
        "2026-03-31T23:30:00+02:00, Europe/Berlin,     2026-03-31",
        "soon,                      UTC,               soon",
        "99999999999999999,         UTC,               99999999999999999",
    })
    void a_date_is_shown_in_the_zone_of_the_account_and_anything_else_as_it_is(String text, ZoneId zone, String shown) {
        assertThat(CloseDates.shown(text, zone)).isEqualTo(shown);
    }
}
