package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.commissions.release.CompliancePolicy.Demand;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Counters.TakenBack;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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

class ProgramTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate CLOSED_ON = LocalDate.parse("2026-04-02");
    private static final PlanBook TEN_PERCENT = PlanMother.everybodyAt("0.10");

    @Test
    void a_reversal_before_its_accrual_nets_to_zero_with_both_on_record() {
        Program program = program(TEN_PERCENT);

        program.settling.record(fact(Kind.REVERSAL, "v", "d", "100.00"));
        program.accrue(DealMother.deal("d", "par_ash", "USD 100.00"));

        assertThat(program.ledger.transactions())
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.ACCRUAL, TransactionKind.VOIDED);
        assertThat(balance(program, Account.COMMISSION_EXPENSE).isZero()).isTrue();
        assertThat(balance(program, Account.ACCRUED).isZero()).isTrue();
    }

    @Test
    void a_payment_before_its_deal_sets_it_free_when_it_comes_and_the_sweep_makes_it_payable() {
        Program program = program(TEN_PERCENT);
        program.settling.record(fact(Kind.PAYMENT, "p", "d", "100.00"));
        program.accrue(DealMother.deal("d", "par_ash", "USD 100.00"));
        program.sweep.sweep();
        assertThat(standing(program, "d").status()).isEqualTo(CommissionStatus.PENDING);

        program.clock.move(Duration.ofDays(60));
        program.sweep.sweep();

        assertThat(standing(program, "d").status()).isEqualTo(CommissionStatus.PAYABLE);
        assertThat(balance(program, Account.PAYABLE)).isEqualTo(Money.parse("USD 10.00"));
        assertThat(program.index.isEmpty()).isTrue();
    }

    @Test
    void a_commission_that_cannot_be_released_holds_up_no_other() {
        InMemoryLedger ledger = new InMemoryLedger();
        Program program = new Program(new Everybody(), TEN_PERCENT, ledger, new CompliancePolicy(List.of()));
        for (String deal : List.of("d1", "d2", "d3")) {
            program.accrue(deal(deal));
            program.settling.record(fact(Kind.PAYMENT, "p-" + deal, deal, "100.00"));
        }
        program.clock.move(Duration.ofDays(60));
        CommissionId broken = standing(program, "d2").id();
        ledger.unreadable(broken);

        program.sweep.sweep();
        ledger.unreadable(null);
        assertThat(balance(program, Account.PAYABLE)).isEqualTo(Money.parse("USD 20.00"));
        program.sweep.sweep();

        assertThat(balance(program, Account.PAYABLE)).isEqualTo(Money.parse("USD 30.00"));
    }

    @Test
    void a_retainer_accrues_on_each_payment_and_the_latest_bears_a_refund() {
        Program program = program(TEN_PERCENT);
        program.accrue(retainer("d"));
        assertThat(program.ledger.transactions())
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.NO_COMMISSION);

        program.settling.record(fact(Kind.PAYMENT, "one", "d", "100.00"));
        program.settling.record(fact(Kind.PAYMENT, "two", "d", "300.00"));
        program.settling.record(fact(Kind.REFUND, "r", "d", "100.00"));

        assertThat(payment(program, "one").net()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(payment(program, "two").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo(Money.parse("USD 30.00"));
        assertThat(program.ledger.head(ASH).counters().dealsByYear()).isEqualTo(Map.of(2026, 1L));
    }

    @Test
    void a_voided_payment_of_a_retainer_earns_nothing() {
        Program program = program(TEN_PERCENT);
        program.accrue(retainer("d"));
        program.settling.record(fact(Kind.PAYMENT, "one", "d", "100.00"));
        program.settling.record(fact(Kind.PAYMENT, "two", "d", "300.00"));

        program.settling.record(fact(Kind.PAYMENT_VOIDED, "two", "d", "300.00"));

        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo(Money.parse("USD 10.00"));
    }

    @Test
    void a_retainers_flat_fee_is_set_free_as_its_client_pays_and_taken_back_as_it_is_refunded() {
        Program program = program(PlanMother.everybodyBy(new Flat(Money.parse("USD 60.00"))));
        program.accrue(retainer("d"));

        program.settling.record(fact(Kind.PAYMENT, "one", "d", "300.00"));
        program.clock.move(Duration.ofDays(60));
        program.sweep.sweep();

        assertThat(balance(program, Account.PAYABLE)).isEqualTo(Money.parse("USD 15.00"));
        program.settling.record(fact(Kind.PAYMENT, "two", "d", "900.00"));
        program.settling.record(fact(Kind.REFUND, "r", "d", "1200.00"));
        assertThat(standing(program, "d").net().isZero()).isTrue();
    }

    @Test
    void a_retainers_flat_fee_that_waited_for_consent_is_set_free_by_it() {
        Demand demand = new Demand("XX", LocalDate.parse("2020-01-01"), null, "Consent is missing.");
        Program program = new Program(
                new Everybody(),
                PlanMother.everybodyBy(new Flat(Money.parse("USD 60.00"))),
                new InMemoryLedger(),
                new CompliancePolicy(List.of(demand)));
        program.accrue(inCountry("d", "XX", new Engagement(Engagement.Kind.RETAINER, null, null)));
        assertThat(standing(program, "d").isHeld()).isTrue();

        program.compliance.recorded("ref_d", new Consent(true, true), 1);

        assertThat(standing(program, "d").isHeld()).isFalse();
    }

    @Test
    void the_fourth_deal_of_the_year_lifts_the_first_three_where_tiers_count_back() {
        Program program = program(volumeTiers(TierMode.RETROACTIVE));
        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i)));
        // Again: nothing is corrected twice.
        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i)));

        for (int i = 1; i <= 4; i++) {
            assertThat(standing(program, "d" + i).net()).isEqualTo(Money.parse("USD 15.00"));
        }
        assertThat(program.ledger.transactions())
                .filteredOn(transaction -> transaction.kind() == TransactionKind.ADJUSTED)
                .hasSize(3)
                .allSatisfy(adjusted ->
                        assertThat(adjusted.entry().explanation()).anyMatch(step -> step.contains("5.00 USD")));
    }

    @Test
    void what_a_retainer_earned_before_and_earns_after_the_fourth_deal_has_the_rate_that_the_year_reached() {
        Program program = program(volumeTiers(TierMode.RETROACTIVE));
        List<Runnable> events = List.of(
                () -> program.accrue(retainer("d")),
                () -> program.settling.record(fact(Kind.PAYMENT, "one", "d", "100.00")),
                () -> program.settling.record(fact(Kind.PAYMENT, "two", "d", "50.05")),
                () -> program.accrue(deal("d2")),
                () -> program.accrue(deal("d3")),
                () -> program.accrue(deal("d4")),
                () -> program.settling.record(fact(Kind.PAYMENT, "three", "d", "200.00")));

        events.forEach(Runnable::run);
        events.forEach(Runnable::run);

        assertThat(payment(program, "one").net()).as("15 % of 100.00").isEqualTo(Money.parse("USD 15.00"));
        assertThat(payment(program, "two").net())
                .as("15 % of both, less 15.00 for the first")
                .isEqualTo(Money.parse("USD 7.51"));
        assertThat(payment(program, "three").net()).isEqualTo(Money.parse("USD 30.00"));
        assertThat(adjusted(program)).as("the retainer's, d2's and d3's").isEqualTo(3);
    }

    @Test
    void what_a_client_pays_on_a_retainer_counts_for_its_tiers_as_it_is_paid() {
        Program program = program(PlanMother.everybodyBy(new LifetimeValueTiers(
                TierMode.RETROACTIVE, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20"))));
        List<Runnable> events = List.of(
                () -> program.accrue(retainer("d")),
                () -> program.accrue(deal("d2")),
                () -> program.settling.record(fact(Kind.PAYMENT, "one", "d", "100.00")),
                () -> program.settling.record(fact(Kind.PAYMENT, "two", "d", "60.00")));
        events.subList(0, 3).forEach(Runnable::run);
        assertThat(standing(program, "d2").net()).isEqualTo(Money.parse("USD 10.00"));

        events.forEach(Runnable::run);

        assertThat(standing(program, "d2").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(payment(program, "one").net().plus(payment(program, "two").net()))
                .as("20 % of 160.00")
                .isEqualTo(Money.parse("USD 32.00"));
        assertThat(adjusted(program)).isEqualTo(1);
    }

    @Test
    void a_client_that_has_bought_enough_lifts_what_its_earlier_deals_earned() {
        Program program = program(PlanMother.everybodyBy(new LifetimeValueTiers(
                TierMode.RETROACTIVE, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20"))));

        IntStream.rangeClosed(1, 3).forEach(i -> program.accrue(deal("d" + i)));
        program.accrue(deal("d3"));

        for (int i = 1; i <= 3; i++) {
            assertThat(standing(program, "d" + i).net()).isEqualTo(Money.parse("USD 20.00"));
        }
        assertThat(adjusted(program)).isEqualTo(2);
    }

    @Test
    void a_partner_whose_referrals_convert_late_is_owed_the_higher_rate_on_the_deals_before() {
        Program program = program(PlanMother.everybodyBy(
                new ConversionTiers(java.time.Period.ofYears(1), 2, PlanMother.bands("0: 0.10, 0.50: 0.20"))));
        for (int i = 1; i <= 4; i++) {
            program.deals.add(
                    ASH, new Submitted("ref_d" + i, DealMother.BRIGHTWATER.key(), LocalDate.parse("2026-03-01")));
        }

        program.accrue(deal("d1"));
        assertThat(standing(program, "d1").net()).isEqualTo(Money.parse("USD 10.00"));
        program.accrue(deal("d2"));
        program.accrue(deal("d2"));

        assertThat(standing(program, "d1").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(standing(program, "d2").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(adjusted(program)).isEqualTo(1);
    }

    @Test
    void a_referral_whose_deal_was_reversed_no_longer_counts_as_won_for_deals_that_are_priced_later() {
        Program program = program(PlanMother.everybodyBy(
                new ConversionTiers(java.time.Period.ofYears(1), 2, PlanMother.bands("0: 0.10, 0.75: 0.20"))));
        for (int i = 1; i <= 4; i++) {
            program.deals.add(
                    ASH, new Submitted("ref_d" + i, DealMother.BRIGHTWATER.key(), LocalDate.parse("2026-03-01")));
        }
        program.accrue(deal("d1"));
        program.accrue(deal("d2"));
        program.settling.record(fact(Kind.REVERSAL, "v", "d2", "100.00"));
        program.amended.record(new ReversedDeal("d2", 2, CLOSED_ON, "Entered wrongly.", "user:a"));

        program.accrue(deal("d3"));
        assertThat(standing(program, "d3").net()).as("2 of 4 referrals are won").isEqualTo(Money.parse("USD 10.00"));
        program.accrue(deal("d4"));

        assertThat(standing(program, "d4").net()).as("3 of 4 referrals are won").isEqualTo(Money.parse("USD 20.00"));
        assertThat(standing(program, "d1").net()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(standing(program, "d2").net()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_cap_per_year_is_reached_exactly_and_no_deal_after_it_earns() {
        Program program = program(PlanMother.book(PlanMother.plan(
                new Percent(Fraction.of("0.10")),
                Term.WHILE_ACTIVE,
                new Limits(null, Money.parse("USD 25.00"), null))));

        IntStream.rangeClosed(1, 4).forEach(i -> program.accrue(deal("d" + i)));

        assertThat(standing(program, "d3").net()).isEqualTo(Money.parse("USD 5.00"));
        assertThat(balance(program, Account.ACCRUED)).isEqualTo(Money.parse("USD 25.00"));
        assertThat(program.ledger.transactions())
                .extracting(LedgerTransaction::kind)
                .endsWith(TransactionKind.NO_COMMISSION);
    }

    private static long adjusted(Program program) {
        return program.ledger.transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.ADJUSTED)
                .count();
    }

    @Test
    void commission_waits_for_the_consent_that_the_clients_country_asks_for() {
        Demand demand = new Demand("XX", LocalDate.parse("2020-01-01"), null, "Consent is missing.");
        Program program =
                new Program(new Everybody(), TEN_PERCENT, new InMemoryLedger(), new CompliancePolicy(List.of(demand)));
        program.settling.record(fact(Kind.PAYMENT, "p", "d", "100.00"));
        program.accrue(inCountry("d", "XX"));
        program.clock.move(Duration.ofDays(60));
        program.sweep.sweep();
        assertThat(standing(program, "d").status()).isEqualTo(CommissionStatus.ON_HOLD);
        assertThat(balance(program, Account.PAYABLE).isZero()).isTrue();

        program.compliance.recorded("ref_d", new Consent(true, false), 1);
        assertThat(standing(program, "d").status()).isEqualTo(CommissionStatus.ON_HOLD);
        program.compliance.recorded("ref_d", new Consent(true, true), 2);

        assertThat(standing(program, "d").status()).isEqualTo(CommissionStatus.PAYABLE);
        assertThat(standing(program, "d").sequence()).isEqualTo(4);
    }

    @Test
    void consent_that_came_first_holds_nothing() {
        Demand demand = new Demand("XX", LocalDate.parse("2020-01-01"), null, "Consent is missing.");
        Program program =
                new Program(new Everybody(), TEN_PERCENT, new InMemoryLedger(), new CompliancePolicy(List.of(demand)));
        program.compliance.recorded("ref_d", new Consent(true, true), 1);

        program.accrue(inCountry("d", "XX"));

        assertThat(standing(program, "d").isHeld()).isFalse();
    }

    @Property(tries = 200)
    void any_order_and_repetition_of_events_gives_the_same_ledger(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 1_000_000) Integer> deals,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 2) Integer> kinds,
            @ForAll @Size(value = 8) List<@IntRange(min = 1, max = 1_500_000) Integer> amounts,
            @ForAll long seed) {
        List<Consumer<Program>> events = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = shared("d" + i, minor(deals.get(i)));
            events.add(program -> program.accrue(deal));
        }
        for (int i = 0; i < kinds.size(); i++) {
            DealFact fact = new DealFact(
                    Kind.values()[kinds.get(i)],
                    "f" + i,
                    "d" + i % deals.size(),
                    minor(amounts.get(i)),
                    CLOSED_ON,
                    "It happened.",
                    "system");
            events.add(program -> program.settling.record(fact));
        }
        Program inOrder = program(TEN_PERCENT);
        events.forEach(event -> event.accept(inOrder));
        List<Consumer<Program>> anyhow = new ArrayList<>(events);
        anyhow.addAll(events.subList(0, (events.size() + 1) / 2));
        Collections.shuffle(anyhow, new Random(seed));
        Program shuffled = program(TEN_PERCENT);

        anyhow.forEach(event -> event.accept(shuffled));
        for (Program program : List.of(inOrder, shuffled)) {
            program.clock.move(Duration.ofDays(400));
            program.sweep.sweep();
        }

        assertThat(standings(shuffled, deals.size())).isEqualTo(standings(inOrder, deals.size()));
        for (PartnerId partner : List.of(ASH, new PartnerId("par_elm"))) {
            ChainHead head = shuffled.ledger.head(partner);
            assertThat(nonZero(head)).isEqualTo(nonZero(inOrder.ledger.head(partner)));
            assertThat(revenue(head)).isEqualTo(revenue(inOrder.ledger.head(partner)));
        }
        assertThat(shuffled.ledger.transactions())
                .allSatisfy(transaction ->
                        assertThat(LedgerLine.balance(transaction.lines())).isTrue());
    }

    @Property(tries = 200)
    void under_tiers_that_count_back_deals_and_a_retainers_payments_earn_the_same_in_any_order(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> deals,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 1_000_000) Integer> payments,
            @ForAll long seed) {
        BigDecimal rate = new BigDecimal(deals.size() + 1 < 4 ? "0.10" : "0.15");
        Money expected = commission(payments.stream().mapToLong(cents -> cents).sum(), rate);
        List<Consumer<Program>> events = new ArrayList<>();
        events.add(program -> program.accrue(retainer("d")));
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = DealMother.deal("e" + i, "par_ash", minor(deals.get(i)).toString());
            events.add(program -> program.accrue(deal));
            expected = expected.plus(commission(deals.get(i), rate));
        }
        for (int i = 0; i < payments.size(); i++) {
            DealFact fact = fact(
                    Kind.PAYMENT,
                    "p" + i,
                    "d",
                    minor(payments.get(i)).getAmount().toPlainString());
            events.add(program -> program.settling.record(fact));
        }
        events.addAll(events.subList(0, (events.size() + 1) / 2));
        Collections.shuffle(events, new Random(seed));
        Program program = program(volumeTiers(TierMode.RETROACTIVE));

        events.forEach(event -> event.accept(program));

        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo(expected);
    }

    private static Money commission(long cents, BigDecimal rate) {
        return minor(cents).multipliedBy(rate, RoundingMode.HALF_UP);
    }

    /** The counters, in which a currency of which nothing is lost is the same as one of which nothing was ever lost. */
    private static Counters revenue(ChainHead head) {
        Counters counters = head.counters();
        SortedMap<CurrencyUnit, TakenBack> lost = new TreeMap<>(counters.takenBack());
        lost.values()
                .removeIf(amounts ->
                        amounts.reversed().isZero() && amounts.refunded().isZero());
        return new Counters(counters.dealsByYear(), counters.revenue(), counters.earned(), counters.uncounted(), lost);
    }

    private static Map<String, Object> nonZero(ChainHead head) {
        Map<String, Object> amounts = new TreeMap<>();
        head.balances()
                .amounts()
                .forEach((currency, accounts) -> accounts.forEach((account, amount) -> {
                    if (!amount.isZero()) {
                        amounts.put(currency + " " + account, amount);
                    }
                }));
        return amounts;
    }

    private static Map<String, List<Object>> standings(Program program, int deals) {
        Map<String, List<Object>> standings = new TreeMap<>();
        for (int i = 0; i < deals; i++) {
            for (String partner : List.of("par_ash", "par_elm")) {
                CommissionId id = CommissionId.of("d" + i, new PartnerId(partner));
                program.ledger
                        .standing(id)
                        .ifPresent(commission ->
                                standings.put(id.value(), List.of(commission.accounts(), commission.status())));
            }
        }
        return standings;
    }

    private static Program program(PlanBook book) {
        return new Program(new Everybody(), book);
    }

    private static PlanBook volumeTiers(TierMode mode) {
        return PlanMother.book(new CommissionPlan(
                "tiers",
                1,
                "Tiers",
                new Period(LocalDate.parse("2000-01-01"), null),
                Audience.ALL,
                new VolumeTiers(
                        mode,
                        new Bands(List.of(
                                new Bands.Band(BigDecimal.ONE, Fraction.of("0.10")),
                                new Bands.Band(new BigDecimal("4"), Fraction.of("0.15"))))),
                Term.WHILE_ACTIVE,
                PaymentTerms.USUAL,
                Limits.NONE));
    }

    private static Commission standing(Program program, String deal) {
        return program.ledger.standing(CommissionId.of(deal, ASH)).orElseThrow();
    }

    private static Commission payment(Program program, String payment) {
        return program.ledger.standing(CommissionId.of("d", ASH, payment)).orElseThrow();
    }

    private static Money balance(Program program, Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD);
    }

    private static Money minor(long cents) {
        return Money.ofMinor(CurrencyUnit.USD, cents);
    }

    private static DealFact fact(Kind kind, String id, String deal, String amount) {
        return new DealFact(kind, id, deal, Money.parse("USD " + amount), CLOSED_ON, "It happened.", "system");
    }

    private static Deal deal(String id) {
        return DealMother.deal(id, "par_ash", "USD 100.00");
    }

    private static Deal shared(String id, Money amount) {
        return DealMother.deal(id, amount.toString(), List.of(credit("par_ash", "0.6"), credit("par_elm", "0.4")));
    }

    private static Deal retainer(String id) {
        return new Deal(
                id,
                "ref_" + id,
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                CLOSED_ON,
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(Engagement.Kind.RETAINER, null, null),
                null,
                Origin.LIVE);
    }

    private static Deal inCountry(String id, String country) {
        return inCountry(id, country, null);
    }

    private static Deal inCountry(String id, String country, @Nullable Engagement engagement) {
        return new Deal(
                id,
                "ref_" + id,
                DealMother.BRIGHTWATER,
                Money.parse("USD 100.00"),
                CLOSED_ON,
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                engagement,
                null,
                Origin.LIVE,
                country,
                null);
    }
}
