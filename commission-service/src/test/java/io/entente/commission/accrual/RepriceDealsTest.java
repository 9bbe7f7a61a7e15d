package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Portion;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Corrected and reversed deals, and what deals that are priced later earn. */
class RepriceDealsTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-02");
    private static final List<Credit> ASH_ALONE = List.of(credit("par_ash", "1.00"));
    private static final PlanBook TEN_PERCENT = PlanMother.everybodyAt("0.10");

    @Test
    void a_corrected_amount_is_priced_again_and_the_difference_names_its_origin() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 15040.00"));

        program.amended.record(corrected(deal("d", "USD 10540.00"), 2));
        program.amended.record(corrected(deal("d", "USD 10540.00"), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 1054.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 1054.00");
        assertThat(kinds(program))
                .containsExactly(TransactionKind.ACCRUAL, TransactionKind.RECOUNTED, TransactionKind.ADJUSTED);
        assertThat(program.ledger.transactions().get(2).entry().explanation())
                .anyMatch(step -> step.contains("correction 1") && step.contains("a typing error"))
                .anyMatch(step -> step.contains("ledger transaction par_ash") && step.contains("1504.00"))
                .anyMatch(step -> step.contains("1054.00") && step.contains("-450.00"));
        assertThat(program.ledger.head(ASH).counters().revenue()).containsValue(Money.parse("USD 10540.00"));
    }

    @Test
    void a_correction_that_arrives_before_its_deal_is_applied_when_the_deal_arrives() {
        Program program = program(TEN_PERCENT);

        program.amended.record(corrected(deal("d", "USD 80.00"), 2));
        program.accrue(deal("d", "USD 100.00"));
        program.accrue(deal("d", "USD 100.00"));

        assertThat(earned(program, "d")).isEqualTo("USD 8.00");
    }

    @Test
    void an_earlier_correction_that_arrives_late_changes_nothing() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));

        program.amended.record(corrected(deal("d", "USD 70.00"), 3));
        program.amended.record(corrected(deal("d", "USD 90.00"), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 7.00");
    }

    @Test
    void a_correction_that_arrives_after_the_reversal_of_its_deal_revives_nothing() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));

        reverse(program, "d", "120.00", 3);
        program.amended.record(corrected(deal("d", "USD 120.00"), 2));

        assertThat(standing(program, "d").net().isZero()).isTrue();
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2026, 0L));
        assertThat(program.ledger.head(ASH).counters().revenue().values()).allMatch(Money::isZero);
    }

    @Test
    void the_released_part_follows_the_corrected_amount() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 10000.00"));
        pay(program, "p", "10000.00");

        program.amended.record(corrected(deal("d", "USD 8000.00"), 2));
        assertThat(balance(program, Account.PAYABLE)).as("all of it is paid").isEqualTo("USD 800.00");
        program.amended.record(corrected(deal("d", "USD 20000.00"), 3));

        assertThat(balance(program, Account.PAYABLE)).as("half of it is paid").isEqualTo("USD 1000.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 1000.00");
    }

    @Test
    void a_reversed_typing_error_does_not_use_up_the_first_project() {
        Program program = program(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_PROJECT, Limits.NONE)));
        program.accrue(ofReferral("typo", "USD 1.00", APRIL));
        reverse(program, "typo", "1.00", 2);

        program.accrue(ofReferral("right", "USD 10000.00", APRIL));
        program.accrue(ofReferral("second", "USD 10000.00", APRIL));

        assertThat(earned(program, "right")).isEqualTo("USD 1000.00");
        assertThat(program.ledger.standing(id("second"))).isEmpty();
    }

    @Test
    void a_reversed_first_deal_does_not_begin_the_first_year() {
        Program program = program(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_YEAR, Limits.NONE)));
        program.accrue(ofReferral("typo", "USD 100.00", APRIL.minusYears(2)));
        program.accrue(ofReferral("other", "USD 100.00", APRIL.minusMonths(1)));
        reverse(program, "typo", "100.00", 2);

        program.accrue(ofReferral("right", "USD 100.00", APRIL));

        assertThat(earned(program, "right")).isEqualTo("USD 10.00");
    }

    @Test
    void a_corrected_first_day_moves_the_first_year() {
        Program program = program(
                PlanMother.book(PlanMother.plan(new Percent(Fraction.of("0.10")), Term.FIRST_YEAR, Limits.NONE)));
        program.accrue(ofReferral("first", "USD 100.00", LocalDate.parse("2016-03-01")));
        program.amended.record(corrected(ofReferral("first", "USD 100.00", LocalDate.parse("2026-03-01")), 2));

        program.accrue(ofReferral("next", "USD 100.00", APRIL));

        assertThat(earned(program, "next")).isEqualTo("USD 10.00");
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2016, 0L, 2026, 2L));
    }

    @Test
    void three_reversed_typing_errors_do_not_lift_the_next_deal() {
        Program program = program(volume(TierMode.MARGINAL));
        for (String typo : List.of("t1", "t2", "t3")) {
            program.accrue(deal(typo, "USD 100.00"));
            reverse(program, typo, "100.00", 2);
        }

        program.accrue(deal("d", "USD 100.00"));

        assertThat(earned(program, "d")).isEqualTo("USD 10.00");
    }

    @Test
    void a_reversed_deal_is_no_part_of_the_clients_lifetime_value() {
        Program program = program(lifetime(TierMode.MARGINAL));
        program.accrue(deal("typo", "USD 1000.00"));
        reverse(program, "typo", "1000.00", 2);

        program.accrue(deal("d", "USD 100.00"));

        assertThat(earned(program, "d")).isEqualTo("USD 10.00");
    }

    @Test
    void reversing_the_deal_that_reached_a_tier_takes_back_the_lift_as_it_was_given() {
        Program program = program(volume(TierMode.RETROACTIVE));
        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i, "USD 100.00")));
        assertThat(earned(program, "d1")).isEqualTo("USD 15.00");

        reverse(program, "d4", "100.00", 2);
        reverse(program, "d4", "100.00", 2);

        for (String left : List.of("d1", "d2", "d3")) {
            assertThat(earned(program, left)).isEqualTo("USD 10.00");
        }
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 30.00");
        program.accrue(deal("d5", "USD 100.00"));
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 60.00");
    }

    @Test
    void a_tier_that_is_reached_without_the_reversed_deal_stays() {
        Program program = program(volume(TierMode.RETROACTIVE));
        IntStream.rangeClosed(1, 5).forEach(i -> program.accrue(deal("d" + i, "USD 100.00")));

        reverse(program, "d4", "100.00", 2);
        assertThat(earned(program, "d1")).as("four deals are left").isEqualTo("USD 15.00");
        reverse(program, "d1", "100.00", 2);

        for (String left : List.of("d2", "d3", "d5")) {
            assertThat(earned(program, left)).as("three deals are left").isEqualTo("USD 10.00");
        }
    }

    @Test
    void a_corrected_amount_can_take_the_client_out_of_a_retroactive_tier() {
        Program program = program(lifetime(TierMode.RETROACTIVE));
        program.accrue(deal("d1", "USD 100.00"));
        program.accrue(deal("d2", "USD 1500.00"));
        assertThat(earned(program, "d1")).isEqualTo("USD 20.00");

        program.amended.record(corrected(deal("d2", "USD 150.00"), 2));

        assertThat(earned(program, "d1")).isEqualTo("USD 20.00");
        program.amended.record(corrected(deal("d2", "USD 15.00"), 3));
        assertThat(earned(program, "d1")).isEqualTo("USD 10.00");
        assertThat(earned(program, "d2")).isEqualTo("USD 1.50");
    }

    @Test
    void another_closing_day_is_priced_by_the_version_in_force_on_it() {
        Program program = program(PlanMother.book(
                PlanMother.plan("old", Audience.ALL, "2000-01-01", "2025-12-31", "0.10"),
                PlanMother.plan("new", Audience.ALL, "2026-01-01", null, "0.20")));
        program.accrue(deal("d", "USD 100.00"));
        assertThat(earned(program, "d")).isEqualTo("USD 20.00");

        program.amended.record(corrected(on("d", LocalDate.parse("2025-12-30"), ASH_ALONE, null), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 10.00");
        assertThat(standing(program, "d").plan().code()).isEqualTo("old");
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2025, 1L, 2026, 0L));
    }

    @Test
    void a_deal_that_no_plan_priced_earns_when_its_day_is_corrected() {
        Program program = program(PlanMother.book(PlanMother.plan("new", Audience.ALL, "2026-01-01", null, "0.20")));
        program.accrue(on("d", LocalDate.parse("2016-04-02"), ASH_ALONE, null));

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, null), 2));

        assertThat(earned(program, "d")).isEqualTo("USD 20.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 20.00");
    }

    @Test
    void corrected_credit_moves_commission_between_partners() {
        Program program = program(TEN_PERCENT);
        program.accrue(deal("d", "USD 100.00"));
        List<Credit> shared = List.of(credit("par_elm", "0.40"), credit("par_ash", "0.60"));

        program.amended.record(corrected(on("d", APRIL, shared, null), 2));
        assertThat(earned(program, "d")).isEqualTo("USD 6.00");
        assertThat(earned(program, "d", "par_elm")).isEqualTo("USD 4.00");
        program.amended.record(corrected(on("d", APRIL, List.of(credit("par_elm", "1.00")), null), 3));

        assertThat(standing(program, "d").net().isZero()).isTrue();
        assertThat(earned(program, "d", "par_elm")).isEqualTo("USD 10.00");
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2026, 0L));
        pay(program, "p", "100.00");
        assertThat(program.ledger.head(new PartnerId("par_elm")).balances().of(Account.PAYABLE, CurrencyUnit.USD))
                .isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    void release_moves_with_the_dates_of_the_engagement() {
        Program program = program(PlanMother.book(at(Trigger.COMPLETION)));
        program.accrue(on("d", APRIL, ASH_ALONE, project("2026-04-10", "2026-04-30")));
        program.clock.move(Duration.ofDays(40));
        program.sweep.sweep();
        assertThat(balance(program, Account.PAYABLE)).isEqualTo("USD 10.00");

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, project("2026-04-10", "2026-08-31")), 2));

        assertThat(standing(program, "d").portions())
                .extracting(Portion::dueOn, Portion::state)
                .containsExactly(tuple(LocalDate.parse("2026-08-31"), Portion.State.PENDING));
        assertThat(balance(program, Account.PAYABLE)).isEqualTo("USD 0.00");
        program.clock.move(Duration.ofDays(140));
        program.sweep.sweep();
        assertThat(balance(program, Account.PAYABLE)).isEqualTo("USD 10.00");
    }

    @Test
    void months_that_are_due_stay_payable_if_the_engagement_ends_later() {
        Program program = program(PlanMother.book(at(Trigger.MONTHLY)));
        program.accrue(on("d", APRIL, ASH_ALONE, project("2026-01-01", "2026-02-28")));
        program.sweep.sweep();
        assertThat(balance(program, Account.PAYABLE)).isEqualTo("USD 10.00");

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, project("2026-01-01", "2026-05-31")), 2));

        assertThat(balance(program, Account.PAYABLE)).as("January to March").isEqualTo("USD 6.00");
        assertThat(balance(program, Account.ACCRUED)).isEqualTo("USD 4.00");
        assertThat(kinds(program)).doesNotContain(TransactionKind.ADJUSTED);
    }

    @Test
    void payments_after_the_end_of_a_retainer_earn_nothing_and_say_so() {
        Program program = program(TEN_PERCENT);
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "100.10", "2026-04-30");
        payOn(program, "two", "100.10", "2026-05-31");

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, retainer("2026-04-30")), 2));
        payOn(program, "three", "100.10", "2026-06-30");

        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 10.01"));
        assertThat(paid(program, "two").net().isZero()).isTrue();
        assertThat(program.ledger.standing(CommissionId.of("d", ASH, "three"))).isEmpty();
        assertThat(program.ledger.transactions())
                .filteredOn(transaction -> transaction.entry().explanation().stream()
                        .anyMatch(step -> step.contains("outside the engagement from its start to 2026-04-30")))
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.ADJUSTED, TransactionKind.NO_COMMISSION);
        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, retainer("2026-05-31")), 3));
        assertThat(balance(program, Account.COMMISSION_EXPENSE))
                .as("two payments")
                .isEqualTo("USD 20.02");
    }

    @Test
    void corrected_credit_of_a_retainer_moves_what_its_payments_earned() {
        Program program = program(TEN_PERCENT);
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "100.00", "2026-04-30");
        List<Credit> shared = List.of(credit("par_ash", "0.60"), credit("par_elm", "0.40"));

        program.amended.record(corrected(on("d", APRIL, shared, retainer(null)), 2));

        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 6.00"));
        assertThat(program.ledger
                        .standing(CommissionId.of("d", new PartnerId("par_elm"), "one"))
                        .orElseThrow()
                        .net())
                .isEqualTo(Money.parse("USD 4.00"));
    }

    @Test
    void a_reversed_retainer_is_no_part_of_the_clients_lifetime_value() {
        Program program = program(lifetime(TierMode.MARGINAL));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "1000.00", "2026-04-30");
        reverse(program, "d", "100.00", 2);

        program.accrue(deal("next", "USD 100.00"));

        assertThat(earned(program, "next")).isEqualTo("USD 10.00");
    }

    @Property(tries = 300)
    void any_order_and_repetition_of_corrections_payments_and_a_reversal_earns_the_same(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 1_000_000) Integer> amounts,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 500_000) Integer> payments,
            @ForAll boolean reversed,
            @ForAll long seed) {
        List<Consumer<Program>> events = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Deal deal = deal("d", cents(amounts.get(i)).toString());
            long sequence = i + 1;
            events.add(program -> {
                if (sequence == 1) {
                    program.accrue(deal);
                } else {
                    program.amended.record(corrected(deal, sequence));
                }
            });
        }
        for (int i = 0; i < payments.size(); i++) {
            String id = "p" + i;
            String amount = cents(payments.get(i)).getAmount().toPlainString();
            events.add(program -> payOn(program, id, amount, "2026-04-30"));
        }
        Money last = cents(amounts.get(amounts.size() - 1));
        if (reversed) {
            events.add(program -> reverse(program, "d", last.getAmount().toPlainString(), amounts.size() + 1L));
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));
        Program program = program(TEN_PERCENT);

        events.forEach(event -> event.accept(program));

        Money earns = reversed ? Money.zero(CurrencyUnit.USD) : last.multipliedBy(new BigDecimal("0.10"), HALF_UP);
        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo(earns.toString());
        Counters counters = program.ledger.head(ASH).counters();
        assertThat(counters.dealsByYear()).isEqualTo(Map.of(2026, reversed ? 0L : 1L));
        assertThat(counters.revenue())
                .isEqualTo(Map.of(CurrencyUnit.USD, reversed ? Money.zero(CurrencyUnit.USD) : last));
    }

    private static Money cents(long amount) {
        return Money.ofMinor(CurrencyUnit.USD, amount);
    }

    private static Engagement retainer(@Nullable String endsOn) {
        return new Engagement(Engagement.Kind.RETAINER, null, endsOn == null ? null : LocalDate.parse(endsOn));
    }

    private static void payOn(Program program, String payment, String amount, String day) {
        program.settling.record(new DealFact(
                Kind.PAYMENT, payment, "d", Money.parse("USD " + amount), LocalDate.parse(day), "Paid", "user:u-17"));
    }

    private static Commission paid(Program program, String payment) {
        return program.ledger.standing(CommissionId.of("d", ASH, payment)).orElseThrow();
    }

    private static Program program(PlanBook book) {
        return new Program(new Everybody(), book);
    }

    private static PlanBook volume(TierMode mode) {
        return PlanMother.everybodyBy(new VolumeTiers(mode, PlanMother.bands("1: 0.10, 4: 0.15")));
    }

    private static PlanBook lifetime(TierMode mode) {
        return PlanMother.everybodyBy(
                new LifetimeValueTiers(mode, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20")));
    }

    private static CommissionPlan at(Trigger trigger) {
        return new CommissionPlan(
                "standard",
                1,
                "Plan standard",
                new Period(LocalDate.parse("2000-01-01"), null),
                Audience.ALL,
                new Percent(Fraction.of("0.10")),
                Term.WHILE_ACTIVE,
                new PaymentTerms(trigger, 0, 0),
                Limits.NONE);
    }

    private static Engagement project(String startsOn, String endsOn) {
        return new Engagement(Engagement.Kind.PROJECT, LocalDate.parse(startsOn), LocalDate.parse(endsOn));
    }

    private static Deal deal(String id, String amount) {
        return DealMother.deal(id, "par_ash", amount);
    }

    private static Deal on(String id, LocalDate closedOn, List<Credit> credit, @Nullable Engagement engagement) {
        return full(id, "ref_" + id, "USD 100.00", closedOn, credit, engagement);
    }

    private static Deal ofReferral(String id, String amount, LocalDate closedOn) {
        return full(id, "ref_one", amount, closedOn, ASH_ALONE, null);
    }

    private static Deal full(
            String id,
            String referral,
            String amount,
            LocalDate closedOn,
            List<Credit> credit,
            @Nullable Engagement engagement) {
        return new Deal(
                id,
                referral,
                DealMother.BRIGHTWATER,
                Money.parse(amount),
                closedOn,
                credit,
                Direction.INBOUND,
                Involvement.STANDARD,
                engagement,
                null,
                Origin.LIVE);
    }

    private static CorrectedDeal corrected(Deal deal, long sequence) {
        return new CorrectedDeal(
                deal, sequence, (int) sequence - 1, false, "amount 1 -> 2", "It was a typing error.", "user:u-17");
    }

    private static void reverse(Program program, String deal, String amount, long sequence) {
        program.settling.record(new DealFact(
                Kind.REVERSAL, "rev-" + deal, deal, Money.parse("USD " + amount), APRIL, "Undone", "user:u-17"));
        program.amended.record(new ReversedDeal(deal, sequence, APRIL, "Undone", "user:u-17"));
    }

    private static void pay(Program program, String payment, String amount) {
        program.settling.record(
                new DealFact(Kind.PAYMENT, payment, "d", Money.parse("USD " + amount), APRIL, "Paid", "user:u-17"));
        program.clock.move(Duration.ofDays(60));
        program.sweep.sweep();
    }

    private static CommissionId id(String deal) {
        return CommissionId.of(deal, ASH);
    }

    private static Commission standing(Program program, String deal) {
        return program.ledger.standing(id(deal)).orElseThrow();
    }

    private static String earned(Program program, String deal) {
        return standing(program, deal).net().toString();
    }

    private static String earned(Program program, String deal, String partner) {
        return program.ledger
                .standing(CommissionId.of(deal, new PartnerId(partner)))
                .orElseThrow()
                .net()
                .toString();
    }

    private static String balance(Program program, Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD).toString();
    }

    private static List<TransactionKind> kinds(Program program) {
        return program.ledger.transactions().stream()
                .map(LedgerTransaction::kind)
                .toList();
    }

    /** Every partner, with the same profile. */
    private static final class Everybody implements PartnerProfiles {

        @Override
        public Optional<PartnerProfile> find(PartnerId id) {
            return Optional.of(PlanMother.partner(id.value(), Tier.ACTIVE, PartnershipModel.REFERRAL));
        }

        @Override
        public boolean learn(PartnerProfile profile) {
            throw new UnsupportedOperationException("not asked for here");
        }
    }
}
