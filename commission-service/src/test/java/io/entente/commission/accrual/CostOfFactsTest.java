package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.full;
import static io.entente.commission.accrual.AmendedDeals.lifetime;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.accrual.standings.ChainedStandings;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A fact of a retainer reads as little of its client's past after 1,000 facts as after 10. */
class CostOfFactsTest {

    private static final List<Credit> BOTH = List.of(credit("par_ash", "0.50"), credit("par_elm", "0.50"));

    /**
     * For each of the two partners, at most six prices, and for each of them the standing of now, that of the time at which the retainer
     * was booked, and that of the time at which the payment was.
     */
    private static final long MOST_OF_A_FACT = 2L * 6 * 3 * ChainedStandings.MAX_BEHIND;

    @Test
    void a_payment_of_a_referral_with_other_deals_costs_the_same() {
        assertCostsTheSame(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_PROJECT, Limits.NONE)));
    }

    @Test
    void a_payment_under_tiers_by_what_the_client_has_bought_costs_the_same() {
        assertCostsTheSame(lifetime(TierMode.MARGINAL));
    }

    private static void assertCostsTheSame(PlanBook book) {
        Program program = program(book);
        program.accrue(full("d", "ref_one", "USD 100.00", APRIL, BOTH, retainer(null)));
        program.accrue(full("e", "ref_one", "USD 700.00", APRIL, BOTH, null));
        long most = 0;
        int facts = 0;
        for (int wanted : List.of(10, 1_000)) {
            for (; facts < wanted; facts += 2) {
                payOn(program, "p" + facts, "10.00", "2026-04-20");
                refund(program, facts);
            }
            long before = program.ledger.transactionsRead();
            payOn(program, "more" + facts, "10.00", "2026-04-20");
            long payment = program.ledger.transactionsRead() - before;
            refund(program, facts);
            long refund = program.ledger.transactionsRead() - before - payment;
            facts += 2;

            assertThat(payment).as("payment after %d facts", wanted).isBetween(1L, MOST_OF_A_FACT);
            assertThat(refund).as("refund after %d facts", wanted).isBetween(1L, MOST_OF_A_FACT);
        }
    }

    private static void refund(Program program, int number) {
        program.settling.record(new DealFact(
                Kind.REFUND, "r" + number, "d", Money.parse("USD 1.00"), APRIL.plusDays(20), "It did.", "user:a"));
    }
}
