package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * What a payment releases is due on the net days of this payment, 30 here. A report that was voided leaves no trace in these
 * days.
 */
class DueDaysTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final int DEAL = 123_450;

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));

    @Test
    void a_voided_refund_gives_each_payment_back_its_own_day() {
        close("1300.00");
        pay("p1", "520.00", "2026-04-03");
        pay("p2", "780.00", "2026-04-17");
        happens(Kind.REFUND, "r", "900.00", "2026-04-18");
        assertPending("40.00 on 2026-05-03");

        happens(Kind.REFUND_VOIDED, "r", "900.00", "2026-04-20");

        assertPending("52.00 on 2026-05-03", "78.00 on 2026-05-17");
    }

    @Test
    void a_voided_credit_note_gives_each_payment_back_its_own_day() {
        close("1300.00");
        pay("p1", "520.00", "2026-04-03");
        pay("p2", "780.00", "2026-04-17");
        happens(Kind.CREDIT_NOTE, "c", "1000.00", "2026-04-18");
        assertPending("30.00 on 2026-05-03");

        happens(Kind.CREDIT_NOTE_VOIDED, "c", "1000.00", "2026-04-20");

        assertPending("52.00 on 2026-05-03", "78.00 on 2026-05-17");
    }

    @Test
    void a_voided_payment_leaves_the_days_of_the_others() {
        close("1300.00");
        pay("p1", "520.00", "2026-04-03");
        pay("p2", "780.00", "2026-04-17");

        happens(Kind.PAYMENT_VOIDED, "p1", "520.00", "2026-04-20");

        assertPending("78.00 on 2026-05-17");
    }

    @Test
    void the_payment_that_was_entered_twice_is_voided_and_the_right_day_stays() {
        close("1300.00");
        pay("wrong", "1300.00", "2026-04-03");
        pay("right", "1300.00", "2026-04-11");

        happens(Kind.PAYMENT_VOIDED, "wrong", "1300.00", "2026-04-20");

        assertPending("130.00 on 2026-05-11");
    }

    /** The wrong payment can't be voided before the right one is recorded, because the refund would exceed what was paid. */
    @Test
    void a_refund_of_a_payment_that_is_voided_afterwards_is_taken_from_the_right_payment() {
        close("1300.00");
        pay("wrong", "700.00", "2026-04-03");
        happens(Kind.REFUND, "r", "600.00", "2026-04-05");
        pay("right", "600.00", "2026-04-03");
        happens(Kind.PAYMENT_VOIDED, "wrong", "700.00", "2026-04-06");
        assertPending();

        pay("next", "650.00", "2026-04-20");

        assertPending("65.00 on 2026-05-20");
    }

    @Test
    void money_that_a_voided_payment_made_payable_waits_for_the_day_of_the_right_payment() {
        close("1300.00");
        pay("wrong", "1300.00", "2026-04-03");
        pay("right", "1300.00", "2026-05-06");
        sweepAfter(34);
        assertThat(standing().in(State.PAYABLE)).isEqualTo(usd("130.00"));

        happens(Kind.PAYMENT_VOIDED, "wrong", "1300.00", "2026-05-06");

        assertPending("130.00 on 2026-06-05");
        assertThat(standing().in(State.PAYABLE)).isEqualTo(usd("0.00"));
        assertThat(standing().net()).isEqualTo(usd("130.00"));
    }

    @Test
    void money_that_is_payable_stays_payable_if_the_right_day_has_passed_too() {
        close("1300.00");
        pay("wrong", "1300.00", "2026-04-03");
        pay("right", "1300.00", "2026-04-05");
        sweepAfter(34);

        happens(Kind.PAYMENT_VOIDED, "wrong", "1300.00", "2026-05-06");

        assertThat(standing().in(State.PAYABLE)).isEqualTo(usd("130.00"));
        assertPending();
    }

    @Test
    void what_was_paid_out_covers_its_own_day_and_the_rest_keeps_its_days() {
        close("1300.00");
        pay("p1", "520.00", "2026-04-03");
        pay("p2", "780.00", "2026-04-17");
        sweepAfter(34);
        payOut("pay_1");
        happens(Kind.REFUND, "r", "900.00", "2026-05-06");
        assertThat(standing().owedBack()).as("52.00 paid, 40.00 kept").isEqualTo(usd("12.00"));

        happens(Kind.REFUND_VOIDED, "r", "900.00", "2026-05-06");

        // The debt of 12.00 stays until 12.00 that are due on the day of the first payment are netted with it.
        assertPending("12.00 on 2026-05-03", "78.00 on 2026-05-17");
        sweepAfter(0);
        assertThat(balance(Account.CLAWBACK_DUE)).isEqualTo(usd("0.00"));
        assertThat(balance(Account.PAYABLE)).isEqualTo(usd("0.00"));
    }

    @Test
    void what_was_paid_out_for_a_voided_payment_counts_for_the_earliest_day_that_is_left() {
        close("1300.00");
        pay("wrong", "520.00", "2026-04-03");
        pay("right", "780.00", "2026-04-17");
        sweepAfter(34);
        payOut("pay_1");

        happens(Kind.PAYMENT_VOIDED, "wrong", "520.00", "2026-05-06");

        assertThat(standing().owedBack()).isEqualTo(usd("0.00"));
        assertPending("26.00 on 2026-05-17");
    }

    @Property(tries = 300)
    void the_days_are_those_of_a_model_that_never_knew_the_voided_reports(@ForAll long seed) {
        DueDaysTest history = new DueDaysTest();
        history.program.accrue(DealMother.deal("d", "par_ash", minor(DEAL).toString()));
        Random random = new Random(seed);
        List<DealFact> recorded = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            DealFact fact = DueDaysModel.next(recorded, random, i, LocalDate.parse("2026-04-02"), 90);
            if (DueDaysModel.allows(recorded, fact)) {
                recorded.add(fact);
                history.program.settling.record(fact);
            }
            assertThat(history.pending()).isEqualTo(DueDaysModel.ofDeal(DEAL, recorded));
        }
    }

    @Property(tries = 300)
    void what_is_due_is_payable_and_the_rest_has_the_models_days_while_time_passes(@ForAll long seed) {
        DueDaysTest history = new DueDaysTest();
        history.program.accrue(DealMother.deal("d", "par_ash", minor(DEAL).toString()));
        Random random = new Random(seed);
        List<DealFact> recorded = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            LocalDate today = LocalDate.ofInstant(history.program.clock.instant(), ZoneOffset.UTC);
            DealFact fact = DueDaysModel.next(recorded, random, i, today.minusDays(40), 40);
            if (DueDaysModel.allows(recorded, fact)) {
                recorded.add(fact);
                history.program.settling.record(fact);
            }
            history.program.sweep.sweep();
            TreeMap<LocalDate, Long> model = DueDaysModel.ofDeal(DEAL, recorded);
            long due = model.headMap(today, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(history.standing().in(State.PAYABLE)).isEqualTo(minor(due));
            assertThat(history.pending()).isEqualTo(new TreeMap<>(model.tailMap(today, false)));
            history.program.clock.move(Duration.ofDays(random.nextInt(12)));
        }
    }

    private void close(String amount) {
        program.accrue(DealMother.deal("d", "par_ash", "USD " + amount));
    }

    private void pay(String id, String amount, String on) {
        happens(Kind.PAYMENT, id, amount, on);
    }

    private void happens(Kind kind, String id, String amount, String on) {
        program.settling.record(
                new DealFact(kind, id, "d", usd(amount), LocalDate.parse(on), "It happened.", "user:a"));
    }

    private void sweepAfter(int days) {
        program.clock.move(Duration.ofDays(days));
        program.sweep.sweep();
    }

    private void payOut(String payout) {
        LocalDate day = LocalDate.parse("2026-12-31");
        CommissionId id = CommissionId.of("d", ASH);
        program.life.change(id, now -> Paying.allocate(now, payout, day, "system"));
        program.life.change(id, now -> Paying.paid(now, payout, "system"));
    }

    private Commission standing() {
        return program.ledger.standing(CommissionId.of("d", ASH)).orElseThrow();
    }

    private Money balance(Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD);
    }

    private TreeMap<LocalDate, Long> pending() {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        for (Portion portion : standing().portions()) {
            if (portion.state() == State.PENDING) {
                days.merge(portion.dueOn(), portion.amount().getAmountMinorLong(), Long::sum);
            }
        }
        return days;
    }

    private void assertPending(String... days) {
        assertThat(pending().entrySet().stream().map(DueDaysTest::text)).containsExactly(days);
    }

    private static String text(Map.Entry<LocalDate, Long> due) {
        return "%s on %s".formatted(minor(due.getValue()).getAmount(), due.getKey());
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    private static Money minor(long cents) {
        return Money.ofMinor(CurrencyUnit.USD, cents);
    }
}
