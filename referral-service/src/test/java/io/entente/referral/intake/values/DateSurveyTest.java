package io.entente.referral.intake.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DateSurveyTest {

    private static final DateFormats BOTH = new DateFormats(List.of("yyyy-MM-dd", "d/M/yyyy", "M/d/yyyy"));
    private static final DateFormats US = new DateFormats(List.of("M/d/yyyy", "MMM d, yyyy", "M/d/yyyy, h:mm a"));

    @Test
    void one_date_that_has_a_single_meaning_decides_for_the_whole_file() {
        DateReading german = survey(BOTH, "3/4/2026", "13/4/2026").result().orElseThrow();
        DateReading american = survey(BOTH, "3/4/2026", "4/13/2026").result().orElseThrow();

        assertThat(BOTH.parse("3/4/2026", german)).isEqualTo("2026-04-03");
        assertThat(BOTH.parse("3/4/2026", american)).isEqualTo("2026-03-04");
        assertThat(BOTH.parse("2026-03-04", german)).isEqualTo("2026-03-04");
    }

    @Test
    void a_file_that_leaves_the_order_open_is_asked_about_unless_the_profile_states_one() {
        assertThat(survey(BOTH, "3/4/2026", "5/5/2026").result()).isEmpty();
        assertThat(survey(BOTH, "3/4/2026").open()).isEqualTo("3/4/2026");
        assertThat(survey(BOTH, "5/5/2026", "2026-03-04").result()).isPresent();
        assertThat(survey(US, "3/4/2026").result()).contains(new DateReading(DateOrder.MONTH_FIRST));
    }

    @Test
    void a_file_in_the_other_order_than_the_profile_states_is_read_in_its_own() {
        DateReading british = survey(US, "3/4/2026", "31/3/2026").result().orElseThrow();

        assertThat(US.parse("3/4/2026", british)).isEqualTo("2026-04-03");
        assertThat(US.parse("31/3/2026, 9:30 am", british)).isEqualTo("2026-03-31");
        assertThat(US.parse("Mar 4, 2026", british)).isEqualTo("2026-03-04");
    }

    @Test
    void a_file_with_both_orders_is_read_only_if_a_date_has_one_meaning() {
        DateReading mixed = survey(BOTH, "13/4/2026", "4/13/2026").result().orElseThrow();

        assertThat(mixed).isEqualTo(DateReading.MIXED);
        assertThat(BOTH.parse("13/4/2026", mixed)).isEqualTo("2026-04-13");
        assertThat(BOTH.parse("5/5/2026", mixed)).isEqualTo("2026-05-05");
        assertThat(BOTH.parse("3/4/2026", mixed)).isNull();
    }

    @Test
    void a_typing_error_does_not_change_how_the_others_are_read() {
        DateSurvey survey = new DateSurvey(BOTH);
        for (int day = 13; day <= 31; day++) {
            survey.add(day + "/1/2026");
            survey.add(day + "/3/2026");
        }
        survey.add("1/13/2026");

        DateReading reading = survey.result().orElseThrow();
        assertThat(BOTH.parse("3/4/2026", reading)).isEqualTo("2026-04-03");
        assertThat(BOTH.parse("1/13/2026", reading)).isNull();
    }

    private static DateSurvey survey(DateFormats formats, String... dates) {
        DateSurvey survey = new DateSurvey(formats);
        List.of(dates).forEach(survey::add);
        return survey;
    }
}
