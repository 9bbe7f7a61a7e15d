package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A retainer under tiers that lift all deals of the year from 10 % to 15 % with the fourth. */
class RetainerLiftTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-02");
    private static final LocalDate LAST_YEAR = LocalDate.parse("2025-12-30");

    private final Program program = new Program(
            new Everybody(),
            PlanMother.everybodyBy(new VolumeTiers(TierMode.RETROACTIVE, PlanMother.bands("1: 0.10, 4: 0.15"))));

    @Test
    void each_payment_gets_its_own_part_and_the_partner_hears_of_all_of_it_once() {
        retainerWithPayments("1000.00", "1000.00", "1000.00");
        assertEarned("100.00", "100.00", "100.00");

        fourDeals();

        assertEarned("150.00", "150.00", "150.00");
        List<Movement> lifts = lifts();
        assertThat(lifts)
                .extracting(Movement::kind)
                .containsExactly(
                        TransactionKind.ADJUSTED, TransactionKind.ADJUSTMENT_SHARED, TransactionKind.ADJUSTMENT_SHARED);
        assertThat(lifts.get(0).amount()).as("what the event names").isEqualTo(Money.parse("USD 150.00"));
        assertThat(lifts.get(1).amount()).isEqualTo(Money.parse("USD 50.00"));
        assertThat(lifts.get(0).explanation())
                .containsSubsequence(
                        "The payments on the retainer share these 150.00 USD.",
                        "The commission was 100.00 USD before and is 150.00 USD now.");
    }

    @Test
    void a_refund_takes_back_what_was_added_to_the_payment_that_bears_it_and_nothing_else() {
        retainerWithPayments("1000.00", "1000.00", "1000.00");
        fourDeals();

        happens(Kind.REFUND, "r", "1000.00");
        assertEarned("150.00", "150.00", "0.00");

        happens(Kind.REFUND, "s", "500.00");
        assertEarned("150.00", "75.00", "0.00");

        happens(Kind.REFUND_VOIDED, "s", "500.00");
        assertEarned("150.00", "150.00", "0.00");
        assertThat(balance()).as("15 % of 2,000.00 and of three deals").isEqualTo(Money.parse("USD 345.00"));
    }

    @Test
    void a_reversal_takes_back_the_lift_as_it_was_given() {
        retainerWithPayments("1000.00", "1000.00", "1000.00");
        fourDeals();

        reverse("d4");

        assertEarned("100.00", "100.00", "100.00");
        assertThat(balance()).as("10 % of 3,000.00 and of two deals").isEqualTo(Money.parse("USD 320.00"));
    }

    @Test
    void parts_are_rounded_so_that_the_sum_is_the_commission_of_all_payments_rounded_once() {
        retainerWithPayments("100.10", "100.10", "100.10");

        fourDeals();

        assertEarned("15.02", "15.01", "15.02");
    }

    @Test
    void a_refunded_part_of_a_payment_is_not_lifted() {
        retainerWithPayments("1000.00", "1000.00", "1000.00");
        happens(Kind.REFUND, "r", "500.00");

        fourDeals();
        assertEarned("150.00", "150.00", "75.00");

        happens(Kind.REFUND_VOIDED, "r", "500.00");
        assertEarned("150.00", "150.00", "150.00");
    }

    @Test
    void repeating_the_deal_that_reached_the_tier_changes_nothing() {
        retainerWithPayments("1000.00", "1000.00");
        fourDeals();

        fourDeals();

        assertEarned("150.00", "150.00");
        assertThat(lifts()).hasSize(2);
    }

    /** The retainer is the third deal of the year before, in which three deals earn 10 %. */
    @Test
    void a_refund_of_a_retainer_that_was_moved_to_another_year_is_priced_in_that_year() {
        accrue("e1", LAST_YEAR);
        accrue("e2", LAST_YEAR);
        retainerWithPayments("1000.00");
        program.amended.record(
                new CorrectedDeal(retainer(LAST_YEAR), 2, 1, false, "closedOn", "It was a typing error.", "user:u-17"));

        happens(Kind.REFUND, "r", "500.00");
        assertEarned("50.00");

        happens(Kind.REFUND_VOIDED, "r", "500.00");
        assertEarned("100.00");
    }

    @Property(tries = 200)
    void whatever_was_paid_each_payment_has_the_difference_that_it_makes_at_the_rate_reached(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 20, max = 1_000_000) Integer> cents) {
        RetainerLiftTest other = new RetainerLiftTest();
        other.retainerWithPayments(cents.stream()
                .map(amount -> BigDecimal.valueOf(amount, 2).toPlainString())
                .toArray(String[]::new));

        other.fourDeals();

        Money sum = Money.zero(CurrencyUnit.USD);
        Money paid = Money.zero(CurrencyUnit.USD);
        for (int i = 0; i < cents.size(); i++) {
            paid = paid.plus(Money.ofMinor(CurrencyUnit.USD, cents.get(i)));
            sum = sum.plus(other.earned(i + 1));
            assertThat(sum).as("the first %d payments", i + 1).isEqualTo(rated(paid));
        }
    }

    @Property(tries = 300)
    void whatever_is_refunded_and_voided_around_a_lift_and_a_fall_no_cent_is_lost(@ForAll long seed) {
        Random random = new Random(seed);
        RetainerLiftTest other = new RetainerLiftTest();
        other.program.accrue(retainer(APRIL));
        Map<String, Long> refunds = new LinkedHashMap<>();
        long kept = 0;
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long cents = random.nextInt(random.nextBoolean() ? 40 : 20_000) + 1L;
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    other.happens(Kind.PAYMENT, "p" + i, amount(cents));
                    kept += cents;
                }
                case 2 -> {
                    long most = Math.min(cents, kept);
                    if (most > 0) {
                        other.happens(Kind.REFUND, "r" + i, amount(most));
                        refunds.put("r" + i, most);
                        kept -= most;
                    }
                }
                case 3 -> {
                    if (!refunds.isEmpty()) {
                        String id = refunds.keySet().iterator().next();
                        kept += refunds.get(id);
                        other.happens(Kind.REFUND_VOIDED, id, amount(refunds.remove(id)));
                    }
                }
                case 4 -> {
                    other.accrue("e" + i, APRIL);
                    deals.add("e" + i);
                }
                default -> {
                    if (!deals.isEmpty()) {
                        other.reverse(deals.remove(0));
                    }
                }
            }
            String rate =
                    other.program.ledger.head(ASH).counters().dealsByYear().get(2026) < 4 ? "0.10" : "0.15";
            assertThat(other.ofRetainer())
                    .as("after step %d", i)
                    .isEqualTo(Money.ofMinor(CurrencyUnit.USD, kept)
                            .multipliedBy(new BigDecimal(rate), RoundingMode.HALF_UP));
        }
    }

    private static String amount(long cents) {
        return Money.ofMinor(CurrencyUnit.USD, cents).getAmount().toPlainString();
    }

    private Money ofRetainer() {
        return program.ledger.transactions().stream()
                .flatMap(transaction -> transaction.entry().creditedDeal().stream())
                .filter(deal -> deal.dealId().equals("d"))
                .map(CommissionId::of)
                .distinct()
                .flatMap(id -> program.ledger.standing(id).stream())
                .map(Commission::net)
                .reduce(Money.zero(CurrencyUnit.USD), Money::plus);
    }

    private static Money rated(Money paid) {
        return paid.multipliedBy(new BigDecimal("0.15"), RoundingMode.HALF_UP);
    }

    private void retainerWithPayments(String... amounts) {
        program.accrue(retainer(APRIL));
        for (int i = 0; i < amounts.length; i++) {
            happens(Kind.PAYMENT, "p" + (i + 1), amounts[i]);
        }
    }

    /** With the retainer, the year has four deals. */
    private void fourDeals() {
        Stream.of("d2", "d3", "d4").forEach(id -> accrue(id, APRIL));
    }

    private void accrue(String id, LocalDate closedOn) {
        program.accrue(new Deal(
                id,
                "ref_" + id,
                DealMother.BRIGHTWATER,
                Money.parse("USD 100.00"),
                closedOn,
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                null,
                null,
                Origin.LIVE));
    }

    private void reverse(String deal) {
        program.settling.record(new DealFact(
                Kind.REVERSAL, "rev-" + deal, deal, Money.parse("USD 100.00"), APRIL, "Undone.", "user:u-17"));
        program.amended.record(new ReversedDeal(deal, 2, APRIL, "Undone.", "user:u-17"));
    }

    private void happens(Kind kind, String id, String amount) {
        program.settling.record(
                new DealFact(kind, id, "d", Money.parse("USD " + amount), APRIL, "It happened.", "user:u-17"));
    }

    private void assertEarned(String... amounts) {
        assertThat(Stream.iterate(1, i -> i + 1)
                        .limit(amounts.length)
                        .map(this::earned)
                        .map(earned -> earned.getAmount().toPlainString()))
                .containsExactly(amounts);
    }

    private Money earned(int payment) {
        return program.ledger
                .standing(CommissionId.of("d", ASH, "p" + payment))
                .orElseThrow()
                .net();
    }

    private Money balance() {
        return program.ledger.head(ASH).balances().of(Account.COMMISSION_EXPENSE, CurrencyUnit.USD);
    }

    /** The adjustments of the retainer's payments. */
    private List<Movement> lifts() {
        return program.ledger.transactions().stream()
                .filter(transaction -> transaction.entry() instanceof Movement movement
                        && movement.after().deal().payment() != null)
                .map(transaction -> (Movement) transaction.entry())
                .toList();
    }

    private static Deal retainer(LocalDate closedOn) {
        return new Deal(
                "d",
                "ref_d",
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                closedOn,
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(Engagement.Kind.RETAINER, null, null),
                null,
                Origin.LIVE);
    }
}
