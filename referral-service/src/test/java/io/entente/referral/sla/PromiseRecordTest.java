package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.sla.SlaAccount.Kept;
import io.entente.referral.sla.calendar.WorkTime;
import io.entente.referral.sla.promises.PromiseRecord;
import io.entente.referral.sla.promises.PromisedReferral;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromiseRecordTest {

    private static final Owners NOBODY = new Owners("par_1", Map.of());
    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
    private static final Duration PROMISED = Duration.ofHours(24);

    private final PromiseRecord record = new PromiseRecord(FROM, FROM.plus(Duration.ofDays(30)));

    @Test
    void of_two_middle_answers_the_shorter_one_is_the_median() {
        add("ref_1", response(SlaState.MET, hours(0), 4));
        add("ref_2", response(SlaState.MET, hours(0), 9));
        add("ref_3", response(SlaState.BREACHED, hours(0), 31));
        add("ref_4", response(SlaState.MET, hours(0), 1));

        assertThat(record.medianAnswer()).contains(Duration.ofHours(4));
        assertThat(record.kept(SlaKind.RESPONSE)).isEqualTo(new Kept(3, 1));
        assertThat(record.keptInAll().metRate()).contains(0.75);
    }

    @Test
    void a_referral_that_is_found_twice_counts_once() {
        SlaClock late = response(SlaState.BREACHED, hours(0), 40);
        add("ref_1", late);
        add("ref_1", late);

        assertThat(record.keptInAll()).isEqualTo(new Kept(0, 1));
        assertThat(record.answered()).isEqualTo(1);
        assertThat(record.breaches()).hasSize(1);
    }

    @Test
    void the_end_of_a_breached_clock_by_withdrawal_is_no_answer_but_an_earlier_answer_is_one() {
        SlaClock answered = response(SlaState.BREACHED, hours(0), 30);
        SlaClock withdrawn = response(SlaState.BREACHED, hours(100), 50);
        record.add(new PromisedReferral("ref_1", "Client", "Service", true, List.of(answered, withdrawn)));

        assertThat(record.medianAnswer()).contains(Duration.ofHours(30));
        assertThat(record.answered()).isEqualTo(1);
        assertThat(record.kept(SlaKind.RESPONSE)).isEqualTo(new Kept(0, 2));
    }

    @Test
    void promises_that_are_running_or_were_dropped_in_time_do_not_count() {
        add("ref_1", response(SlaState.CANCELLED, hours(0), 3));
        add("ref_2", response(SlaState.RUNNING, hours(0), null));

        assertThat(record.keptInAll()).isEqualTo(new Kept(0, 0));
        assertThat(record.keptInAll().metRate()).isEmpty();
        assertThat(record.medianAnswer()).isEmpty();
    }

    @Test
    void what_the_partner_owes_itself_is_no_promise_of_the_firm() {
        add("ref_1", clock(SlaKind.PARTNER_FOLLOW_UP, SlaState.BREACHED, hours(0), 40));
        add("ref_2", clock(SlaKind.PARTNER_FOLLOW_UP, SlaState.MET, hours(0), 4));

        assertThat(record.keptInAll()).isEqualTo(new Kept(0, 0));
        assertThat(record.breaches()).isEmpty();
    }

    @Test
    void the_latest_fifty_breaches_are_listed_and_all_are_counted() {
        for (int i = 0; i < 60; i++) {
            add("ref_" + i, response(SlaState.BREACHED, hours(i), null));
        }

        assertThat(record.keptInAll()).isEqualTo(new Kept(0, 60));
        assertThat(record.breaches()).hasSize(PromiseRecord.MAX_BREACHES);
        assertThat(record.breaches().get(0).referralId()).isEqualTo("ref_59");
        assertThat(record.breaches().get(49).referralId()).isEqualTo("ref_10");
    }

    private void add(String referral, SlaClock clock) {
        record.add(new PromisedReferral(referral, "Client", "Service", false, List.of(clock)));
    }

    private static Instant hours(int after) {
        return FROM.plus(Duration.ofHours(after));
    }

    /** @param hours after which the clock ends; null if it stays open */
    private static SlaClock response(SlaState state, Instant startedAt, @Nullable Integer hours) {
        return clock(SlaKind.RESPONSE, state, startedAt, hours);
    }

    private static SlaClock clock(SlaKind kind, SlaState state, Instant startedAt, @Nullable Integer hours) {
        SlaClock started =
                SlaClock.started(SlaMother.policy(kind, PROMISED, null), null, WorkTime.WALL, NOBODY, startedAt, null);
        List<SlaEvent> late = started.until(startedAt.plus(PROMISED), NOBODY);
        SlaClock clock = state == SlaState.BREACHED ? late.get(late.size() - 1).clock() : started;
        assertThat(clock.state()).isEqualTo(state == SlaState.BREACHED ? SlaState.BREACHED : SlaState.RUNNING);
        if (hours == null) {
            return clock;
        }
        Instant end = startedAt.plus(Duration.ofHours(hours));
        return state == SlaState.CANCELLED ? clock.dropped(end) : clock.kept(end);
    }
}
