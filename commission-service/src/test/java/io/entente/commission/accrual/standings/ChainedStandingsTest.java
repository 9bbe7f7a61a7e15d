package io.entente.commission.accrual.standings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.accrual.InMemoryStandings;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.PostingMother;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ChainedStandingsTest {

    private static final PartnerId PINE = new PartnerId("par_pine");
    private static final String CLIENT = "brightwater.example";
    private static final LocalDate CLOSED_ON = LocalDate.parse("2026-04-02");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryStandings stored = new InMemoryStandings();
    private final ClientStandings standings = new ChainedStandings(ledger, ledger, stored);

    @Test
    void revenue_is_the_sum_of_the_deals_booked_before() {
        for (int deals = 0; deals <= 3 * ChainedStandings.MAX_BEHIND; deals++) {
            assertThat(revenueAt(deals)).isEqualTo(Money.of(CurrencyUnit.USD, 100L * deals));
            append(PostingMother.accrual("par_pine", "d" + deals));
        }
    }

    @Test
    void a_deal_delivered_again_sees_what_it_saw_the_first_time() {
        for (int deals = 0; deals < 40; deals++) {
            append(PostingMother.accrual("par_pine", "d" + deals));
            revenueAt(deals + 1L);
        }

        assertThat(revenueAt(7)).isEqualTo(Money.parse("USD 700.00"));
        assertThat(revenueAt(40)).isEqualTo(Money.parse("USD 4000.00"));
    }

    @Test
    void losing_what_was_stored_changes_no_figure() {
        for (int deals = 0; deals < 40; deals++) {
            append(PostingMother.accrual("par_pine", "d" + deals));
            revenueAt(deals + 1L);
        }
        stored.clear();

        assertThat(revenueAt(40)).isEqualTo(Money.parse("USD 4000.00"));
        assertThat(referralAt("ref_d3", 40)).isEqualTo(new ReferralDeals(1, CLOSED_ON));
    }

    @Test
    void a_crash_between_storing_the_referrals_and_the_client_counts_no_deal_twice() {
        for (int deals = 0; deals < 20; deals++) {
            append(PostingMother.accrual("par_pine", "d" + deals));
        }
        stored.putReferral(
                PINE,
                CLIENT,
                "ref_d3",
                new ReferralStanding(
                        4, new ReferralDeals(1, CLOSED_ON), List.of(new ReferralStanding.First(4, "d3", CLOSED_ON))));

        assertThat(referralAt("ref_d3", 20)).isEqualTo(new ReferralDeals(1, CLOSED_ON));
        assertThat(referralAt("ref_d3", 20)).isEqualTo(new ReferralDeals(1, CLOSED_ON));
        assertThat(referralAt("ref_d3", 3)).isEqualTo(ReferralDeals.NONE);
    }

    @Test
    void the_5000th_deal_of_a_client_reads_as_little_as_the_10th() {
        long most = 0;
        for (int deals = 0; deals < 5_000; deals++) {
            if (deals > 10) {
                long before = ledger.transactionsRead();
                revenueAt(deals);
                most = Math.max(most, ledger.transactionsRead() - before);
            } else {
                revenueAt(deals);
            }
            append(PostingMother.accrual("par_pine", "d" + deals));
        }

        assertThat(most).isLessThanOrEqualTo(ChainedStandings.MAX_BEHIND);
    }

    private void append(Posting posting) {
        assertThat(ledger.append(posting)).isTrue();
    }

    private Money revenueAt(long number) {
        return standings.revenue(PINE, CLIENT, CurrencyUnit.USD, number);
    }

    private ReferralDeals referralAt(String referral, long number) {
        return standings.referral(PINE, CLIENT, referral, number);
    }
}
