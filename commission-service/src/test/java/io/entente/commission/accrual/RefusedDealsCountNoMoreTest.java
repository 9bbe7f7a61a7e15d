package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.lifetime;
import static io.entente.commission.accrual.AmendedDeals.ofReferral;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static io.entente.commission.accrual.AmendedDeals.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.ledger.Counters;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.simulation.Comparison;
import io.entente.commission.simulation.SimulationMother;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A deal whose commission a person refused as a self-referral is none of the partner's business, whatever counts it. */
class RefusedDealsCountNoMoreTest {

    private static final List<PlanBook> BOOKS = List.of(
            volume(TierMode.MARGINAL),
            volume(TierMode.RETROACTIVE),
            lifetime(TierMode.MARGINAL),
            lifetime(TierMode.RETROACTIVE),
            term(Term.FIRST_PROJECT),
            term(Term.FIRST_YEAR),
            PlanMother.everybodyAt("0.10"));

    @Test
    void the_fourth_deal_after_a_refused_one_is_only_the_third_that_counts() {
        Program program = program(volume(TierMode.MARGINAL));
        program.accrue(deal("own", "USD 700.00"));
        program.decide("own", ASH, Status.REFUSED);

        Stream.of("d2", "d3", "d4", "d5").forEach(id -> program.accrue(deal(id, "USD 300.00")));

        assertThat(earned(program, "d4")).isEqualTo("USD 30.00");
        assertThat(earned(program, "d5")).isEqualTo("USD 45.00");
        assertThat(counters(program).dealsByYear()).containsEntry(2026, 4L);
        assertThat(counters(program).revenue()).containsEntry(CurrencyUnit.USD, Money.parse("USD 1200.00"));
    }

    @Test
    void a_refusal_takes_back_the_tier_that_the_deal_had_reached_for_the_others() {
        Program program = program(volume(TierMode.RETROACTIVE));
        Stream.of("own", "d2", "d3", "d4").forEach(id -> program.accrue(deal(id, "USD 300.00")));
        assertThat(earned(program, "d2")).isEqualTo("USD 45.00");

        program.decide("own", ASH, Status.REFUSED);

        assertThat(earned(program, "d2")).isEqualTo("USD 30.00");
        Movement last = (Movement) program.ledger
                .find(Movement.causeOf(
                        CommissionId.of("d2", ASH),
                        AmendedDeals.standing(program, "d2").revision()))
                .orElseThrow()
                .entry();
        assertThat(last.because().code()).isEqualTo(Because.Code.TIER_REFUSED);
        assertThat(last.because().values()).containsExactly("own", "3", "2026");
    }

    @Test
    void what_the_client_bought_by_refused_deals_lifts_no_other() {
        Program program = program(lifetime(TierMode.MARGINAL));
        program.accrue(deal("own", "USD 240.00"));
        program.decide("own", ASH, Status.REFUSED);

        program.accrue(deal("d2", "USD 200.00"));

        assertThat(earned(program, "d2")).isEqualTo("USD 20.00");
    }

    @Test
    void the_deal_after_a_refused_first_one_is_the_first_project() {
        Program program = program(term(Term.FIRST_PROJECT));
        program.accrue(ofReferral("own", "USD 300.00", APRIL));
        program.accrue(ofReferral("d2", "USD 210.00", APRIL));
        assertThat(program.ledger.standing(CommissionId.of("d2", ASH))).isEmpty();

        program.decide("own", ASH, Status.REFUSED);
        program.accrue(ofReferral("d3", "USD 500.00", APRIL));

        assertThat(earned(program, "d2")).isEqualTo("USD 21.00");
        assertThat(program.ledger.standing(CommissionId.of("d3", ASH))).isEmpty();
    }

    @Test
    void a_referral_that_won_nothing_but_a_refused_deal_is_not_won() {
        Program program = program(PlanMother.everybodyBy(
                new ConversionTiers(Period.ofMonths(12), 1, PlanMother.bands("0: 0.10, 0.6: 0.20"))));
        Stream.of("own", "d2", "d3")
                .forEach(id -> program.deals.add(
                        ASH, new Submitted("ref_" + id, DealMother.BRIGHTWATER.key(), APRIL.minusDays(9))));
        program.accrue(deal("own", "USD 300.00"));
        program.decide("own", ASH, Status.REFUSED);

        program.accrue(deal("d2", "USD 300.00"));

        assertThat(earned(program, "d2")).isEqualTo("USD 30.00");
    }

    @Test
    void payments_on_a_refused_retainer_and_their_refunds_are_no_revenue() {
        Program program = program(lifetime(TierMode.MARGINAL));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "120.00", "2026-04-10");
        payOn(program, "tiny", "0.04", "2026-04-11");
        record(program, Kind.REFUND, "r", "20.02");

        program.decide("d", ASH, Status.REFUSED);
        payOn(program, "two", "90.00", "2026-05-10");
        record(program, Kind.REFUND, "r2", "33.00");

        assertThat(counters(program).revenue()).containsEntry(CurrencyUnit.USD, Money.parse("USD 0.00"));
        assertThat(counters(program).takenBack(CurrencyUnit.USD).refunded()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(program.bought(ASH, DealMother.BRIGHTWATER.key())).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_payment_with_a_refund_that_a_correction_moves_out_of_the_engagement_leaves_nothing_of_the_client() {
        Program program = new Program(new Everybody(), lifetime(TierMode.MARGINAL));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "200.00", "2026-04-20");
        record(program, Kind.REFUND, "r", "80.00");

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, retainer("2026-04-10")), 2));

        assertThat(program.bought(ASH, DealMother.BRIGHTWATER.key())).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_refusal_of_what_was_reversed_takes_nothing_off_twice() {
        for (boolean isRetainer : List.of(true, false)) {
            Program program = program(PlanMother.everybodyAt("0.10"));
            program.accrue(on("d", APRIL, ASH_ALONE, isRetainer ? retainer(null) : null));
            payOn(program, "one", "60.00", "2026-04-10");
            reverse(program, "d", "100.00", 2);

            program.decide("d", ASH, Status.REFUSED);

            assertThat(counters(program).revenue()).containsEntry(CurrencyUnit.USD, Money.parse("USD 0.00"));
            assertThat(counters(program).takenBack(CurrencyUnit.USD).refunded()).isEqualTo(Money.parse("USD 0.00"));
            assertThat(counters(program).dealsByYear()).containsEntry(2026, 0L);
        }
    }

    @Property(tries = 250)
    void after_a_refusal_everything_is_as_if_the_deal_had_never_been(@ForAll long seed) {
        Random random = new Random(seed);
        PlanBook book = BOOKS.get(random.nextInt(BOOKS.size()));
        Program program = program(book);
        Program without = program(book);
        boolean isRetainer = random.nextBoolean();
        program.accrue(own(isRetainer, "USD 240.00"));
        payOn(program, "first", "50.00", "2026-04-03");
        for (int i = 0; i < random.nextInt(4); i++) {
            happens(program, random, isRetainer, i);
        }
        program.decide("d", ASH, Status.REFUSED);
        for (int i = 10; i < 20; i++) {
            happens(program, random, isRetainer, i);
            if (random.nextBoolean()) {
                Deal other = ofReferral("e" + i, "USD " + amount(random), APRIL.plusMonths(i - 10));
                program.accrue(other);
                without.accrue(other);
            }
            assertThat(others(program)).as("after step %d", i).isEqualTo(others(without));
            for (Comparison compared : simulated(program, book)) {
                assertThat(compared.simulated())
                        .as("simulated after step %d", i)
                        .isEqualTo(compared.accrued());
            }
        }
    }

    private static void happens(Program program, Random random, boolean isRetainer, int i) {
        switch (random.nextInt(5)) {
            case 0, 1 -> payOn(program, "p" + i, amount(random), "2026-05-%02d".formatted(1 + i));
            case 2 -> record(program, Kind.REFUND, "r" + i, amount(random));
            case 3 -> program.amended.record(corrected(own(isRetainer, "USD " + amount(random)), 2 + i));
            default -> {
                if (i == 17) {
                    reverse(program, "d", "1.00", 40);
                }
            }
        }
    }

    /** The same plan for the same past. */
    private static List<Comparison> simulated(Program program, PlanBook book) {
        return SimulationMother.simulated(
                book.plans().get(0),
                new EverybodyIsBrightwater().find(ASH).orElseThrow(),
                PlanMother.book(),
                program.ledger,
                program.deals,
                program.deals);
    }

    private static Deal own(boolean isRetainer, String amount) {
        return AmendedDeals.full("d", "ref_one", amount, APRIL, ASH_ALONE, isRetainer ? retainer(null) : null);
    }

    private static String amount(Random random) {
        return Money.ofMinor(CurrencyUnit.USD, random.nextInt(12_000) + 1L)
                .getAmount()
                .toPlainString();
    }

    private static void record(Program program, Kind kind, String id, String amount) {
        program.settling.record(new DealFact(
                kind, id, "d", Money.parse("USD " + amount), LocalDate.parse("2026-05-30"), "It did.", "user:a"));
    }

    /** What counts of a partner's deals, what its client has bought, and what the other deals earn. */
    private static String others(Program program) {
        Counters counters = counters(program);
        Money zero = Money.zero(CurrencyUnit.USD);
        return "%s deals, %s of revenue, %s refunded, %s bought, %s"
                .formatted(
                        counters.dealsByYear().getOrDefault(2026, 0L)
                                + counters.dealsByYear().getOrDefault(2027, 0L),
                        counters.revenue().getOrDefault(CurrencyUnit.USD, zero),
                        counters.takenBack(CurrencyUnit.USD).refunded(),
                        program.bought(ASH, DealMother.BRIGHTWATER.key()),
                        program.ledger.transactions().stream()
                                .flatMap(transaction -> transaction.deal().stream())
                                .filter(deal -> deal.dealId().startsWith("e"))
                                .map(CommissionId::of)
                                .distinct()
                                .flatMap(id -> program.ledger.standing(id).stream())
                                .map(commission -> commission.id() + " " + commission.net())
                                .sorted()
                                .toList());
    }

    private static Counters counters(Program program) {
        return program.ledger.head(ASH).counters();
    }

    private static PlanBook term(Term term) {
        return PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), term, Limits.NONE));
    }

    private static Program program(PlanBook book) {
        return new Program(new EverybodyIsBrightwater(), book);
    }
}
