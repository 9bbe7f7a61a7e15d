package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.paid;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static io.entente.commission.accrual.AmendedDeals.volume;
import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.simulation.Comparison;
import io.entente.commission.simulation.SimulationMother;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a person has refused as a self-referral never earns again, whatever becomes of the deal, the plan and the partner. */
class RefusedSelfReferralTest {

    private static final PlanBook TWO_PLANS = PlanMother.book(
            PlanMother.plan("low", Audience.ALL, "2000-01-01", "2026-03-31", "0.10"),
            PlanMother.plan("high", Audience.ALL, "2026-04-01", null, "0.50"));

    @Test
    void a_later_tier_lifts_the_other_deals_and_not_the_refused_one() {
        Program program = program(volume(TierMode.RETROACTIVE));
        program.accrue(deal("own", "USD 700.00"));
        program.decide("own", ASH, Status.REFUSED);

        Stream.of("d2", "d3", "d4", "d5").forEach(id -> program.accrue(deal(id, "USD 300.00")));

        assertThat(earned(program, "own")).isEqualTo("USD 0.00");
        assertThat(earned(program, "d2")).isEqualTo("USD 45.00");
        assertThat(balance(program)).isEqualTo(Money.parse("USD 180.00"));
    }

    @Test
    void a_correction_upwards_earns_nothing_and_tells_the_partner_nothing() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(deal("own", "USD 700.00"));
        program.decide("own", ASH, Status.REFUSED);
        int before = program.ledger.transactions().size();

        program.amended.record(corrected(deal("own", "USD 7000.00"), 2));

        assertThat(earned(program, "own")).isEqualTo("USD 0.00");
        assertThat(standing(program, "own").deal().amount()).isEqualTo(Money.parse("USD 7000.00"));
        assertThat(since(program, before)).noneMatch(transaction -> transaction.kind() == TransactionKind.ADJUSTED);
    }

    @Test
    void a_refund_that_is_voided_after_the_refusal_gives_nothing_back() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(deal("d", "USD 700.00"));
        payOn(program, "p", "700.00", "2026-04-10");
        record(program, Kind.REFUND, "r", "350.00");
        program.decide("d", ASH, Status.REFUSED);

        record(program, Kind.REFUND_VOIDED, "r", "350.00");

        Commission refused = standing(program, "d");
        assertThat(refused.net().isZero()).isTrue();
        assertThat(refused.status()).isEqualTo(CommissionStatus.VOIDED);
        assertThat(refused.isHeld()).isFalse();
    }

    @Test
    void a_refusal_of_what_is_reversed_holds_if_the_same_deal_earns_later() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(deal("d", "USD 700.00"));
        payOn(program, "p", "700.00", "2026-04-10");
        record(program, Kind.REFUND, "r", "700.00");
        assertThat(earned(program, "d")).isEqualTo("USD 0.00");
        program.decide("d", ASH, Status.REFUSED);

        record(program, Kind.REFUND_VOIDED, "r", "700.00");

        assertThat(earned(program, "d")).isEqualTo("USD 0.00");
    }

    @Test
    void later_payments_on_a_refused_retainer_say_why_they_earn_nothing() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "400.00", "2026-04-10");
        assertThat(paid(program, "one").isHeld()).isTrue();
        program.decide("d", ASH, Status.REFUSED);

        payOn(program, "two", "400.00", "2026-05-10");

        assertThat(paid(program, "one").net().isZero()).isTrue();
        assertThat(program.ledger.standing(CommissionId.of("d", ASH, "two"))).isEmpty();
        Posting second = Posting.of(program.ledger
                .find(Posting.causeOf(CommissionId.of("d", ASH, "two")))
                .orElseThrow());
        assertThat(((NothingDue) second.outcome()).reason()).isEqualTo(Reason.SELF_REFERRAL_REFUSED);
        assertThat(second.explanation()).anyMatch(step -> step.contains("It is the partner's own company."));
    }

    @Test
    void a_payment_that_had_no_commission_when_its_retainer_was_refused_gets_none_by_a_better_plan() {
        Program program = program(TWO_PLANS);
        LocalDate march = LocalDate.parse("2026-03-30");
        program.accrue(on("d", march, ASH_ALONE, retainer(null)));
        payOn(program, "tiny", "0.04", "2026-04-10");
        payOn(program, "one", "400.00", "2026-04-11");
        program.decide("d", ASH, Status.REFUSED);

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, retainer(null)), 2));

        assertThat(balance(program)).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void credit_that_was_away_when_it_was_refused_and_comes_back_earns_nothing() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(deal("d", "USD 700.00"));
        program.amended.record(corrected(on("d", APRIL, List.of(credit("par_elm", "1.00")), null), 2));
        program.decide("d", ASH, Status.REFUSED);

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, null), 3));

        assertThat(earned(program, "d")).isEqualTo("USD 0.00");
    }

    @Test
    void a_simulation_pays_nothing_for_the_refused_deal() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(deal("own", "USD 700.00"));
        program.accrue(deal("other", "USD 200.00"));
        program.decide("own", ASH, Status.REFUSED);

        Comparison compared = SimulationMother.simulated(
                        PlanMother.everybodyAt("0.20").plans().get(0),
                        new EverybodyIsBrightwater().find(ASH).orElseThrow(),
                        PlanMother.book(),
                        program.ledger,
                        program.deals,
                        program.deals)
                .get(0);

        assertThat(compared.accrued()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(compared.simulated()).isEqualTo(Money.parse("USD 40.00"));
    }

    @Test
    void a_person_can_still_give_goodwill_and_it_alone_is_due() {
        Program program = program(volume(TierMode.RETROACTIVE));
        program.accrue(deal("d", "USD 700.00"));
        program.decide("d", ASH, Status.REFUSED);

        program.life.change(CommissionId.of("d", ASH), now -> new Correction(
                        "gift", Money.parse("USD 20.00"), false, "For the trouble.", "user:u-2", List.of("A gift."))
                .on(now, program.facts.of(now), APRIL)
                .toOptional()
                .flatMap(movement -> movement));
        Stream.of("d2", "d3", "d4").forEach(id -> program.accrue(deal(id, "USD 300.00")));

        assertThat(earned(program, "d")).isEqualTo("USD 20.00");
    }

    @Property(tries = 150)
    void nothing_that_happens_after_a_refusal_earns_anything(@ForAll long seed) {
        Random random = new Random(seed);
        Program program = program(volume(TierMode.RETROACTIVE));
        boolean isRetainer = random.nextBoolean();
        program.accrue(on("d", APRIL, ASH_ALONE, isRetainer ? retainer(null) : null));
        int refusedAt = 1 + random.nextInt(6);
        for (int i = 0; i < 14; i++) {
            happens(program, random, i, isRetainer);
            if (i == refusedAt) {
                // Without a commission so far, there is nothing to refuse.
                boolean isOpen = program.ledger.transactions().stream()
                        .anyMatch(transaction -> transaction.kind() == TransactionKind.ACCRUAL
                                && transaction.deal().orElseThrow().dealId().equals("d"));
                if (!isOpen) {
                    return;
                }
                program.decide("d", ASH, Status.REFUSED);
            }
            if (i >= refusedAt) {
                assertThat(netOfRefused(program)).as("after step %d", i).isEqualTo(Money.parse("USD 0.00"));
            }
        }
    }

    private static void happens(Program program, Random random, int i, boolean isRetainer) {
        switch (random.nextInt(6)) {
            case 0, 1 -> payOn(program, "p" + i, cents(random), "2026-04-%02d".formatted(3 + i));
            case 2 -> record(program, Kind.REFUND, "r" + i, cents(random));
            case 3 -> voidLastRefund(program, i);
            case 4 -> program.accrue(deal("e" + i, "USD 300.00"));
            default -> {
                if (isRetainer || i % 2 == 0) {
                    program.accrue(deal("f" + i, "USD 100.00"));
                    reverse(program, "f" + i, "100.00", 2);
                } else {
                    program.amended.record(corrected(deal("d", "USD " + cents(random)), 2 + i));
                }
            }
        }
    }

    private static void voidLastRefund(Program program, int i) {
        program.deals.find(List.of("d")).stream()
                .flatMap(file -> file.facts().stream())
                .filter(fact -> fact.kind() == Kind.REFUND)
                .reduce((earlier, later) -> later)
                .ifPresent(refund -> program.settling.record(refund.voided(APRIL, "Entered wrongly, " + i, "user:a")));
    }

    private static String cents(Random random) {
        return Money.ofMinor(CurrencyUnit.USD, random.nextInt(30_000) + 1L)
                .getAmount()
                .toPlainString();
    }

    private static Money netOfRefused(Program program) {
        return program.ledger.transactions().stream()
                .map(LedgerTransaction::entry)
                .flatMap(entry -> entry.creditedDeal().stream())
                .filter(deal -> deal.dealId().equals("d"))
                .map(CommissionId::of)
                .distinct()
                .flatMap(id -> program.ledger.standing(id).stream())
                .map(Commission::net)
                .reduce(Money.zero(CurrencyUnit.USD), Money::plus);
    }

    private static List<LedgerTransaction> since(Program program, int before) {
        List<LedgerTransaction> all = program.ledger.transactions();
        return all.subList(before, all.size());
    }

    private static void record(Program program, Kind kind, String id, String amount) {
        program.settling.record(
                new DealFact(kind, id, "d", Money.parse("USD " + amount), APRIL, "It happened.", "user:u-17"));
        program.clock.move(Duration.ofDays(1));
    }

    private static Money balance(Program program) {
        return program.ledger.head(ASH).balances().of(Account.COMMISSION_EXPENSE, CurrencyUnit.USD);
    }

    private static Program program(PlanBook book) {
        return new Program(new EverybodyIsBrightwater(), book);
    }
}
