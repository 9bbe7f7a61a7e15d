package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.ReleaseIndex.Netting;
import io.entente.commission.commissions.netting.NetDebts;
import io.entente.commission.commissions.payables.LedgerPayables;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A partner never has a payable amount and a debt in the same currency. */
class NettingTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate ON = LocalDate.parse("2026-04-02");
    private static final LocalDate CUT_OFF = LocalDate.parse("2026-12-31");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
    private final CommissionLife life = program.life;
    private final Payables payables = new LedgerPayables(program.index, program.ledger, life, program.netting);

    @Test
    void a_payout_that_fails_after_a_refund_leaves_neither_a_payable_amount_nor_a_debt() {
        payable("d", "USD 10000.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        fact(Kind.REFUND, "r", "d", "USD 10000.00");
        assertBalances(CurrencyUnit.USD, "0.00", "1000.00", "0.00", "1000.00");

        payables.failed("po", "The account is closed.", "user:a");

        assertBalances(CurrencyUnit.USD, "0.00", "0.00", "0.00", "0.00");
        assertThat(standing("d").status()).isEqualTo(CommissionStatus.CLAWED_BACK);
        assertThat(payables.payable(ASH, CurrencyUnit.USD, CUT_OFF).net().isZero())
                .isTrue();
        assertThat(netted("d")).containsExactly(Money.parse("USD 1000.00"));
        assertThat(program.index.nettings(null, 10)).isEmpty();
    }

    @Test
    void a_debt_that_came_first_is_netted_with_what_becomes_payable_and_the_rest_stays_owed() {
        paid("d", "USD 10000.00");
        fact(Kind.REFUND, "r", "d", "USD 10000.00");
        assertBalances(CurrencyUnit.USD, "0.00", "0.00", "1000.00", "1000.00");

        payable("e", "USD 4000.00");
        assertBalances(CurrencyUnit.USD, "0.00", "0.00", "1000.00", "600.00");
        assertThat(standing("e").status()).isEqualTo(CommissionStatus.PAID);

        payable("f", "USD 7000.00");
        assertBalances(CurrencyUnit.USD, "100.00", "0.00", "1000.00", "0.00");
        assertThat(standing("f").in(State.NETTED)).isEqualTo(Money.parse("USD 600.00"));
        assertThat(standing("f").in(State.PAYABLE)).isEqualTo(Money.parse("USD 100.00"));
        assertThat(payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a"))
                .hasValueSatisfying(payout -> assertThat(payout.net()).isEqualTo(Money.parse("USD 100.00")));
    }

    @Test
    void a_debt_that_comes_later_is_netted_with_what_has_been_payable_longest() {
        paid("d", "USD 10000.00");
        payable("e", "USD 3000.00");
        program.clock.moveTo(Instant.parse("2026-08-01T09:00:00Z"));
        payableOn("f", "USD 9000.00", LocalDate.parse("2026-06-01"));

        fact(Kind.REFUND, "r", "d", "USD 5000.00");

        assertBalances(CurrencyUnit.USD, "700.00", "0.00", "1000.00", "0.00");
        assertThat(standing("e").in(State.NETTED)).isEqualTo(Money.parse("USD 300.00"));
        assertThat(standing("f").in(State.NETTED)).isEqualTo(Money.parse("USD 200.00"));
        assertThat(standing("d").owedBack()).isEqualTo(Money.parse("USD 500.00"));
    }

    @Test
    void a_debt_in_another_currency_is_not_netted() {
        paid("d", "EUR 10000.00");
        fact(Kind.REFUND, "r", "d", "EUR 10000.00");

        payable("e", "USD 4000.00");

        assertBalances(CurrencyUnit.USD, "400.00", "0.00", "0.00", "0.00");
        assertBalances(CurrencyUnit.EUR, "0.00", "0.00", "1000.00", "1000.00");
    }

    @Test
    void an_amount_on_hold_is_netted_when_the_hold_is_lifted() {
        paid("d", "USD 10000.00");
        payable("e", "USD 4000.00");
        Hold hold = new Hold(Hold.Kind.FINANCE, "Asked why.");
        life.change(id("e"), now -> Release.hold(now, hold, "user:a").orElseThrow());

        fact(Kind.REFUND, "r", "d", "USD 1000.00");
        assertBalances(CurrencyUnit.USD, "400.00", "0.00", "1000.00", "100.00");

        life.change(id("e"), now -> Release.lift(now, Hold.Kind.FINANCE, "Answered.", "user:a"));
        assertBalances(CurrencyUnit.USD, "300.00", "0.00", "1000.00", "0.00");
    }

    @Test
    void a_refund_of_a_netted_commission_is_owed_back() {
        paid("d", "USD 10000.00");
        fact(Kind.REFUND, "r", "d", "USD 4000.00");
        payable("e", "USD 4000.00");
        assertBalances(CurrencyUnit.USD, "0.00", "0.00", "1000.00", "0.00");

        fact(Kind.REFUND, "s", "e", "USD 1000.00");

        assertBalances(CurrencyUnit.USD, "0.00", "0.00", "1000.00", "100.00");
        assertThat(standing("e").net()).isEqualTo(Money.parse("USD 300.00"));
    }

    @Test
    void a_netting_that_a_crash_interrupted_is_completed_once_by_the_sweep() {
        payable("d", "USD 10000.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        fact(Kind.REFUND, "r", "d", "USD 10000.00");
        Movement failed = Paying.failed(standing("d"), "po", Paying.Ending.FAILED, "Closed.", "user:a")
                .orElseThrow();
        Netting note = new Netting(ASH, CurrencyUnit.USD, failed.cause());
        program.index.addNetting(note);
        NetDebts netting = new NetDebts(program.ledger, program.ledger, program.index);
        netting.sweep();
        assertThat(program.index.nettings(null, 10)).as("not written yet").containsExactly(note);

        program.ledger.append(failed);
        assertBalances(CurrencyUnit.USD, "1000.00", "0.00", "0.00", "1000.00");
        netting.sweep();
        netting.sweep();

        assertBalances(CurrencyUnit.USD, "0.00", "0.00", "0.00", "0.00");
        assertThat(netted("d")).hasSize(1);
        assertThat(program.index.nettings(null, 10)).isEmpty();
    }

    @Property(tries = 300)
    void whatever_happens_no_partner_has_both_and_the_books_balance(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 6) Integer> kinds,
            @ForAll @Size(value = 30) List<@IntRange(min = 1, max = 500_000) Integer> cents) {
        NettingTest books = new NettingTest();
        for (int i = 0; i < kinds.size(); i++) {
            books.happen(kinds.get(i), i, cents.get(i));
            Money payable = books.balance(CurrencyUnit.USD, Account.PAYABLE);
            Money owed = books.balance(CurrencyUnit.USD, Account.CLAWBACK_DUE);
            assertThat(payable.isPositive() && owed.isPositive())
                    .as("%s payable and %s owed", payable, owed)
                    .isFalse();
            assertThat(payable.isNegative() || owed.isNegative()).isFalse();
        }
        assertThat(books.program.ledger.transactions())
                .allMatch(transaction -> LedgerLine.balance(transaction.lines()));
    }

    private void happen(int kind, int i, int cents) {
        String deal = "d" + i % 3;
        Money amount = Money.ofMinor(CurrencyUnit.USD, cents);
        String payout = "po" + i / 5;
        program.accrue(DealMother.deal(deal, "par_ash", "USD 10000.00"));
        switch (kind) {
            case 0, 1 -> fact(Kind.PAYMENT, "p" + i, deal, amount.toString());
            case 2, 3 -> fact(Kind.REFUND, "r" + i, deal, amount.toString());
            case 4 -> payables.allocate(payout, ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
            case 5 -> settle(payout, true);
            default -> settle(payout, false);
        }
        program.clock.moveTo(program.clock.instant().plusSeconds(86_400L * 31));
        program.sweep.sweep();
    }

    private void settle(String payout, boolean wasPaid) {
        if (payables.find(payout).isEmpty()) {
            return;
        }
        boolean failed = program.ledger.find("payout/" + payout + "/FAILED").isPresent();
        boolean paid = program.ledger.find("payout/" + payout + "/PAID").isPresent();
        if (wasPaid && !failed) {
            payables.paid(payout, "user:a");
        } else if (paid) {
            payables.returned(payout, 0, "It came back.", "user:a");
        } else {
            payables.failed(payout, "The account is closed.", "user:a");
        }
    }

    private void paid(String deal, String amount) {
        payable(deal, amount);
        payables.allocate("po-" + deal, ASH, Money.parse(amount).getCurrencyUnit(), CUT_OFF, "user:a");
        payables.paid("po-" + deal, "user:a");
    }

    private void payable(String deal, String amount) {
        payableOn(deal, amount, ON);
    }

    private void payableOn(String deal, String amount, LocalDate paidOn) {
        program.accrue(DealMother.deal(deal, "par_ash", amount));
        program.settling.record(
                new DealFact(Kind.PAYMENT, "p-" + deal, deal, Money.parse(amount), paidOn, "Paid.", "user:a"));
        Instant due = Instant.parse("2026-06-01T09:00:00Z");
        program.clock.moveTo(due.isAfter(program.clock.instant()) ? due : program.clock.instant());
        program.sweep.sweep();
    }

    private void fact(Kind kind, String id, String deal, String amount) {
        program.settling.record(new DealFact(kind, id, deal, Money.parse(amount), ON, "It happened.", "user:a"));
    }

    private List<Money> netted(String deal) {
        return program.ledger.changes(id(deal), 100).stream()
                .filter(change -> change.kind() == TransactionKind.NETTED)
                .map(change -> ((Movement) change.entry()).amount())
                .toList();
    }

    private Commission standing(String deal) {
        return program.ledger.standing(id(deal)).orElseThrow();
    }

    private static CommissionId id(String deal) {
        return CommissionId.of(deal, ASH);
    }

    private Money balance(CurrencyUnit currency, Account account) {
        return program.ledger.head(ASH).balances().of(account, currency);
    }

    private void assertBalances(CurrencyUnit currency, String payable, String allocated, String paid, String owed) {
        assertThat(List.of(
                        balance(currency, Account.PAYABLE),
                        balance(currency, Account.ALLOCATED),
                        balance(currency, Account.PAID),
                        balance(currency, Account.CLAWBACK_DUE)))
                .extracting(amount -> amount.getAmount().toPlainString())
                .containsExactly(payable, allocated, paid, owed);
    }
}
