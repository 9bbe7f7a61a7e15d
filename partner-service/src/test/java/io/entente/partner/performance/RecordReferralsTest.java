package io.entente.partner.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.performance.PartnerFact.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReferralsTest {

    private static final LocalDate DAY = LocalDate.parse("2027-02-26");
    private static final Instant AT = Instant.parse("2027-02-26T11:15:00Z");

    private final FactsInMemory facts = new FactsInMemory();
    private final RecordReferrals record = new RecordReferrals(facts);

    @Test
    void the_first_follow_up_counts_with_its_time() {
        submit("r3", AT);

        assertThat(record.followedUp("r3", AT.plusSeconds(5_400), 2)).isTrue();
        assertThat(record.followedUp("r3", AT.plusSeconds(90_000), 4)).isFalse();
        submit("r3", AT);

        assertThat(fact("r3").followUpMinutes()).isEqualTo(90);
        assertThat(record.followedUp("unknown", AT, 2)).isFalse();
    }

    @Test
    void the_times_of_history_are_not_measured() {
        submit("r4", null);

        record.followedUp("r4", AT.plusSeconds(60), 2);

        assertThat(fact("r4").followUpMinutes()).isNull();
    }

    @Test
    void a_dismissed_referral_counts_again_if_it_goes_on_and_an_older_event_changes_nothing() {
        submit("r5", AT);
        record.dismissed("r5", 3);
        assertThat(fact("r5").kind()).isEqualTo(Kind.DISMISSED);

        record.revived("r5", 4);
        record.dismissed("r5", 3);

        assertThat(fact("r5").kind()).isEqualTo(Kind.REFERRED);
        assertThat(record.revived("r5", 7)).isFalse();
    }

    @Test
    void a_change_is_told_until_it_is_settled_and_again_if_it_comes_in_between() {
        submit("r6", AT);
        List<PartnerFacts.Changed> first = facts.changed(10);
        record.dismissed("r6", 2);

        facts.settle(first);

        assertThat(facts.changed(10)).extracting(PartnerFacts.Changed::version).containsExactly(2L);
        facts.settle(facts.changed(10));
        assertThat(facts.changed(10)).isEmpty();
        assertThat(first.get(0).months()).containsExactly(YearMonth.of(2027, 2));
    }

    private void submit(String referral, Instant since) {
        record.submitted(referral, "par_c", Flow.TO_PARTNER, DAY, since, null, 1);
    }

    private PartnerFact fact(String referral) {
        return facts.between("par_c", DAY, DAY).stream()
                .filter(fact -> referral.equals(fact.referralId()))
                .findFirst()
                .orElseThrow();
    }
}
