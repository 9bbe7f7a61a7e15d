package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Movement;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The commission of a retainer is that of the money kept, and each fact costs one ledger transaction. */
class RetainerHistoryTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate ON = LocalDate.parse("2026-04-20");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));

    @Test
    void the_commission_is_that_of_what_is_kept_and_one_refund_costs_one_transaction() {
        program.accrue(retainer(null));
        IntStream.rangeClosed(1, 12).forEach(i -> happens(Kind.PAYMENT, "p" + i, "100.10"));

        happens(Kind.REFUND, "r", "100.10");

        assertThat(earned()).isEqualTo(Money.parse("USD 110.11"));
        assertThat(program.ledger.transactions()).hasSize(14);
        assertThat(standing("p12").status()).isEqualTo(CommissionStatus.VOIDED);
        assertThat(standing("p11").net()).isEqualTo(Money.parse("USD 10.01"));
    }

    @Test
    void a_refund_of_several_payments_is_announced_once_with_its_whole_amount() {
        program.accrue(retainer(null));
        IntStream.rangeClosed(1, 4).forEach(i -> happens(Kind.PAYMENT, "p" + i, "100.10"));

        List<LedgerTransaction> booked = happens(Kind.REFUND, "r", "250.25");

        assertThat(booked)
                .extracting(LedgerTransaction::kind)
                .containsExactly(
                        TransactionKind.CLAWED_BACK, TransactionKind.CLAWBACK_SHARED, TransactionKind.CLAWBACK_SHARED);
        assertThat(((Movement) booked.get(0).entry()).amount()).isEqualTo(Money.parse("USD 25.02"));
        assertThat(earned()).as("10 % of 150.15, half up").isEqualTo(Money.parse("USD 15.02"));
        assertThat(happens(Kind.REFUND, "r", "250.25")).as("repeated").isEmpty();
    }

    @Test
    void a_refund_entered_by_mistake_is_given_back_to_the_payment_that_it_was_taken_from() {
        program.accrue(retainer(null));
        happens(Kind.PAYMENT, "p1", "100.10");
        happens(Kind.REFUND, "r", "50.05");
        happens(Kind.PAYMENT, "p2", "100.10");

        List<LedgerTransaction> booked = happens(Kind.REFUND_VOIDED, "r", "50.05");

        assertThat(booked).extracting(LedgerTransaction::kind).containsExactly(TransactionKind.ADJUSTED);
        assertThat(earned()).isEqualTo(Money.parse("USD 20.02"));
        assertThat(standing("p1").net()).isEqualTo(Money.parse("USD 10.01"));
        assertThat(standing("p2").net()).isEqualTo(Money.parse("USD 10.01"));
    }

    @Test
    void a_payment_that_earned_nothing_because_it_was_small_earns_nothing_of_what_others_are_given_back() {
        program.accrue(retainer(null));
        happens(Kind.PAYMENT, "p1", "100.00");
        happens(Kind.REFUND, "r", "50.00");
        happens(Kind.PAYMENT, "tiny", "0.02");

        happens(Kind.REFUND_VOIDED, "r", "50.00");

        assertThat(earned()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(standing("p1").net()).isEqualTo(Money.parse("USD 10.00"));
        happens(Kind.REFUND, "s", "100.02");
        assertThat(earned()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_reversal_ends_the_earning_whatever_is_paid_later() {
        program.accrue(retainer(null));
        happens(Kind.PAYMENT, "p1", "100.00");
        happens(Kind.PAYMENT, "p2", "100.00");

        List<LedgerTransaction> booked = happens(Kind.REVERSAL, "v", "1200.00");
        List<LedgerTransaction> late = happens(Kind.PAYMENT, "p3", "100.00");

        assertThat(booked)
                .filteredOn(transaction -> transaction.kind().isTold())
                .hasSize(1);
        assertThat(earned()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(late).singleElement().satisfies(nothing -> assertThat(
                        nothing.entry().explanation())
                .anyMatch(step -> step.contains("and the whole deal was reversed before")));
    }

    @Test
    void a_payment_outside_the_engagement_that_is_refunded_or_voided_takes_nothing_from_the_others() {
        program.accrue(retainer("2026-04-30"));
        happens(Kind.PAYMENT, "p1", "100.00");
        happensOn(Kind.PAYMENT, "late", "100.00", LocalDate.parse("2026-05-02"));
        assertThat(happens(Kind.REFUND, "r", "100.00")).isEmpty();
        happens(Kind.REFUND_VOIDED, "r", "100.00");
        happens(Kind.PAYMENT, "p2", "100.00");
        happens(Kind.PAYMENT_VOIDED, "late", "100.00");

        assertThat(earned()).isEqualTo(Money.parse("USD 20.00"));
    }

    @Test
    void a_refund_is_taken_from_what_is_pending_and_the_rest_is_owed_back_and_netted() {
        program.accrue(retainer(null));
        happens(Kind.PAYMENT, "p1", "100.00");
        program.clock.move(Duration.ofDays(90));
        program.sweep.sweep();
        happensOn(Kind.PAYMENT, "p2", "100.00", LocalDate.parse("2026-06-30"));

        happens(Kind.REFUND, "r", "150.00");

        assertThat(standing("p2").net().isZero()).isTrue();
        assertThat(balance(Account.PAYABLE)).isEqualTo(Money.parse("USD 5.00"));
        assertThat(balance(Account.CLAWBACK_DUE)).isEqualTo(Money.parse("USD 0.00"));
    }

    @Property(tries = 60)
    void histories_of_200_facts_give_the_models_commission_after_each_fact(@ForAll long seed) {
        RetainerHistoryTest history = new RetainerHistoryTest();
        history.program.accrue(retainer(null));
        Random random = new Random(seed);
        List<DealFact> recorded = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            DealFact fact = next(recorded, random, i);
            if (isAllowed(recorded, fact)) {
                recorded.add(fact);
                List<LedgerTransaction> booked = history.record(fact);
                assertThat(booked.stream()
                                .filter(transaction -> transaction.kind().isTold()))
                        .as("messages of %s", fact)
                        .hasSizeLessThanOrEqualTo(1);
                if (fact.kind() == Kind.PAYMENT) {
                    assertThat(booked).hasSize(1);
                }
            }
            assertThat(history.earned()).isEqualTo(commission(kept(recorded)));
            if (i % 25 == 24) {
                history.program.clock.move(Duration.ofDays(31));
                history.program.sweep.sweep();
            }
        }
        assertThat(history.program.ledger.transactions())
                .allMatch(transaction -> LedgerLine.balance(transaction.lines()));
    }

    @Property(tries = 100)
    void any_order_and_repetition_of_facts_and_their_deal_gives_the_models_commission(@ForAll long seed) {
        RetainerHistoryTest history = new RetainerHistoryTest();
        Random random = new Random(seed);
        List<DealFact> facts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            DealFact fact = next(facts, random, i);
            if (isAllowed(facts, fact)) {
                facts.add(fact);
            }
        }
        List<Runnable> events = new ArrayList<>();
        events.add(() -> history.program.accrue(retainer(null)));
        facts.forEach(fact -> events.add(() -> history.program.settling.record(fact)));
        events.addAll(List.copyOf(events.subList(0, events.size() / 2)));
        Collections.shuffle(events, random);

        events.forEach(Runnable::run);

        assertThat(history.earned()).isEqualTo(commission(kept(facts)));
    }

    private static DealFact next(List<DealFact> earlier, Random random, int i) {
        int kind = random.nextInt(10);
        List<DealFact> voidable = earlier.stream()
                .filter(fact -> !fact.kind().isVoid()
                        && earlier.stream()
                                .noneMatch(other ->
                                        other.kind().isVoid() && other.id().equals(fact.id())))
                .toList();
        if (kind >= 8 && !voidable.isEmpty()) {
            return voidable.get(random.nextInt(voidable.size())).voided(ON, "Entered wrongly.", "user:a");
        }
        int most = random.nextInt(3) == 0 ? 9 : 50_000;
        Money amount = Money.ofMinor(CurrencyUnit.USD, random.nextInt(most) + 1);
        return new DealFact(kind < 5 ? Kind.PAYMENT : Kind.REFUND, "f" + i, "d", amount, ON, "It did.", "user:a");
    }

    /** As the service decides on reports: refunds are at most what was paid. */
    private static boolean isAllowed(List<DealFact> recorded, DealFact fact) {
        List<DealFact> after = new ArrayList<>(recorded);
        after.add(fact);
        return sum(after) >= 0;
    }

    private static long kept(List<DealFact> facts) {
        return Math.max(0, sum(facts));
    }

    private static long sum(List<DealFact> facts) {
        long sum = 0;
        for (DealFact fact : facts) {
            boolean adds = fact.kind() == Kind.PAYMENT || fact.kind() == Kind.REFUND_VOIDED;
            sum += adds ? fact.amount().getAmountMinorLong() : -fact.amount().getAmountMinorLong();
        }
        return sum;
    }

    private static Money commission(long cents) {
        BigDecimal tenth = BigDecimal.valueOf(cents).divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP);
        return Money.ofMinor(CurrencyUnit.USD, tenth.longValueExact());
    }

    private List<LedgerTransaction> happens(Kind kind, String id, String amount) {
        return happensOn(kind, id, amount, ON);
    }

    private List<LedgerTransaction> happensOn(Kind kind, String id, String amount, LocalDate on) {
        return record(new DealFact(kind, id, "d", Money.parse("USD " + amount), on, "It did.", "user:a"));
    }

    /** Records a fact and returns the transactions that it caused, without nettings. */
    private List<LedgerTransaction> record(DealFact fact) {
        int before = program.ledger.transactions().size();
        program.settling.record(fact);
        List<LedgerTransaction> all = program.ledger.transactions();
        return all.subList(before, all.size()).stream()
                .filter(transaction -> transaction.kind() != TransactionKind.NETTED)
                .toList();
    }

    private Money earned() {
        return balance(Account.COMMISSION_EXPENSE);
    }

    private Money balance(Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD);
    }

    private Commission standing(String payment) {
        return program.ledger.standing(CommissionId.of("d", ASH, payment)).orElseThrow();
    }

    private static Deal retainer(@Nullable String endsOn) {
        return new Deal(
                "d",
                "ref_d",
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                LocalDate.parse("2026-04-02"),
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(Engagement.Kind.RETAINER, null, endsOn == null ? null : LocalDate.parse(endsOn)),
                null,
                Origin.LIVE);
    }
}
