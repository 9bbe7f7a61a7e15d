package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.payables.LedgerPayables;
import io.entente.commission.commissions.payables.Payables;
import io.entente.commission.commissions.payables.PayoutCorrections;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Outcomes of payouts that are corrected after the money was used. Deals earn 10 %. */
class CorrectedPayoutTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate ON = LocalDate.parse("2026-04-02");
    private static final LocalDate CUT_OFF = LocalDate.parse("2036-12-31");
    private static final int DEALS = 3;
    private static final int EARNED = 1_000;

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
    private final Payables payables = new LedgerPayables(program.index, program.ledger, program.life, program.netting);
    private final PayoutCorrections corrections = new PayoutCorrections(program.ledger, program.life, program.netting);
    private final int[] refunded = new int[DEALS];
    private int everRefunded;
    private final Map<String, Sent> model = new LinkedHashMap<>();
    private final List<DealFact> refunds = new ArrayList<>();

    /** A payout as the model knows it. */
    private static final class Sent {
        private final Money amount;
        private @Nullable Boolean paid;
        private int round;
        private boolean othersTook;

        private Sent(Money amount) {
            this.amount = amount;
        }

        private boolean counts() {
            return paid == null || paid;
        }
    }

    @Test
    void a_debt_that_was_set_off_against_a_failed_payout_is_owed_again_when_the_payout_was_paid() {
        payable("d", "USD 3500.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        fact(Kind.REFUND, "r", "d", "USD 1000.00");
        payables.failed("po", "Reported wrongly.", "user:a");
        assertBalances("250.00", "0.00", "0.00");

        assertThat(correctedToPaid("po", 1)).isEmpty();

        assertBalances("0.00", "350.00", "100.00");
        assertThat(explained("d"))
                .endsWith(
                        "Payout po reached the partner after all. 250.00 USD of it were payable.",
                        "Payout po reached the partner after all. 100.00 USD of it had been set off in the meantime, and the"
                                + " partner owes them again.");
        corrections.notPaid("po", 2, "It was right before.", "Confirmed by user:b.", "user:a");
        assertBalances("250.00", "0.00", "0.00");
    }

    @Test
    void a_refund_after_the_failure_is_owed_as_if_the_payout_had_never_failed() {
        payable("d", "USD 8000.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        payables.failed("po", "Reported wrongly.", "user:a");
        fact(Kind.REFUND, "r", "d", "USD 3000.00");
        assertBalances("500.00", "0.00", "0.00");

        assertThat(correctedToPaid("po", 1)).isEmpty();

        assertBalances("0.00", "800.00", "300.00");
        assertThat(explained("d"))
                .endsWith(
                        "Payout po reached the partner after all. 300.00 USD of it had been taken back in the meantime,"
                                + " so the partner owes them.");
    }

    @Test
    void a_debt_that_arises_again_is_set_off_against_what_else_is_payable() {
        payable("d", "USD 6000.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        fact(Kind.REFUND, "r", "d", "USD 2000.00");
        payables.failed("po", "Reported wrongly.", "user:a");
        payable("e", "USD 1500.00");
        assertBalances("550.00", "0.00", "0.00");

        assertThat(correctedToPaid("po", 1)).isEmpty();

        assertBalances("0.00", "600.00", "50.00");
    }

    @Test
    void money_that_another_payout_took_since_is_not_paid_twice() {
        payable("d", "USD 9000.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        payables.failed("po", "Reported wrongly.", "user:a");
        fact(Kind.REFUND, "r", "d", "USD 4000.00");
        payables.allocate("po-2", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");

        String refused =
                "Of the 900.00 USD of this payout, only 400.00 USD can be booked as paid. The rest was taken by other"
                        + " payouts since (po-2).";
        assertThat(corrections.obstacleToPaid("po", 1)).contains(refused);
        assertThat(correctedToPaid("po", 1)).contains(refused);
        assertBalances("0.00", "0.00", "0.00");

        payables.failed("po-2", "Closed.", "user:a");
        assertThat(correctedToPaid("po", 1)).isEmpty();
        assertBalances("0.00", "900.00", "400.00");
        assertThat(corrections.obstacleToPaid("po-2", 1)).as("it is paid by po").isPresent();
    }

    @Test
    void repeating_an_interrupted_correction_completes_it_once() {
        payable("d", "USD 3500.00");
        payables.allocate("po", ASH, CurrencyUnit.USD, CUT_OFF, "user:a");
        fact(Kind.REFUND, "r", "d", "USD 1000.00");
        payables.failed("po", "Reported wrongly.", "user:a");
        int before = program.ledger.transactions().size();
        program.ledger.beforeAppend(() -> {
            if (program.ledger.transactions().size() > before) {
                throw new IllegalStateException("killed");
            }
        });
        assertThat(catchThrowable(() -> correctedToPaid("po", 1))).hasMessage("killed");
        program.ledger.beforeAppend(() -> {});

        assertThat(correctedToPaid("po", 1)).isEmpty();
        assertThat(correctedToPaid("po", 1)).isEmpty();

        assertBalances("0.00", "350.00", "100.00");
    }

    @Property(tries = 100)
    void whatever_is_corrected_the_balances_are_those_of_a_plain_model(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 7) Integer> kinds,
            @ForAll @Size(value = 30) List<@IntRange(min = 1, max = 300) Integer> amounts) {
        CorrectedPayoutTest books = new CorrectedPayoutTest();
        for (int deal = 0; deal < DEALS; deal++) {
            books.payable("d" + deal, "USD 10000.00");
        }
        for (int i = 0; i < kinds.size(); i++) {
            books.happen(kinds.get(i), i, amounts.get(i));
            books.assertModel();
        }
        assertThat(books.program.ledger.transactions())
                .allMatch(transaction -> LedgerLine.balance(transaction.lines()));
    }

    private void happen(int kind, int i, int amount) {
        int deal = i % DEALS;
        Sent sent = model.get(payout(amount));
        switch (kind) {
            case 0, 1 -> refund(deal, i, Math.min(amount, EARNED - refunded[deal]));
            case 2 -> voidRefund();
            case 3 -> allocate("po" + model.size());
            case 4, 5 -> {
                if (sent != null) {
                    settle(payout(amount), sent, kind == 4);
                }
            }
            default -> {
                if (sent != null && sent.paid != null) {
                    correct(payout(amount), sent);
                }
            }
        }
        program.clock.moveTo(program.clock.instant().plusSeconds(86_400L * 31));
        program.sweep.sweep();
    }

    private void refund(int deal, int i, int commission) {
        if (commission > 0) {
            refunded[deal] += commission;
            everRefunded += commission;
            refunds.add(fact(Kind.REFUND, "r" + i, "d" + deal, "USD " + commission * 10 + ".00"));
        }
    }

    private void voidRefund() {
        if (!refunds.isEmpty()) {
            DealFact last = refunds.remove(refunds.size() - 1);
            refunded[Integer.parseInt(last.dealId().substring(1))] -=
                    last.amount().getAmount().intValue() / 10;
            program.settling.record(last.voided(ON, "Entered twice.", "user:a"));
        }
    }

    private void allocate(String id) {
        payables.allocate(id, ASH, CurrencyUnit.USD, CUT_OFF, "user:a").ifPresent(entry -> {
            model.put(id, new Sent(entry.net()));
            othersTook(id);
        });
    }

    private void settle(String id, Sent sent, boolean wasPaid) {
        if (sent.paid == null) {
            sent.paid = wasPaid;
            if (wasPaid) {
                payables.paid(id, "user:a");
            } else {
                payables.failed(id, "The account is closed.", "user:a");
            }
            sent.othersTook = false;
        } else if (sent.paid && !wasPaid) {
            sent.paid = false;
            payables.returned(id, sent.round, "It came back.", "user:a");
            sent.othersTook = false;
        }
    }

    private void correct(String id, Sent sent) {
        if (Boolean.TRUE.equals(sent.paid)) {
            corrections.notPaid(id, ++sent.round, "Reported wrongly.", "Confirmed by user:b.", "user:a");
            sent.paid = false;
            sent.othersTook = false;
            return;
        }
        Optional<String> obstacle = corrections.obstacleToPaid(id, sent.round + 1);
        assertThat(correctedToPaid(id, sent.round + 1)).isEqualTo(obstacle);
        assertThat(obstacle.isPresent() && !sent.othersTook)
                .as("only other payouts are an obstacle: %s", obstacle)
                .isFalse();
        if (obstacle.isEmpty()) {
            sent.round++;
            sent.paid = true;
            othersTook(id);
        }
    }

    private void othersTook(String taker) {
        model.forEach((id, sent) -> sent.othersTook |= !id.equals(taker) && !sent.counts());
    }

    private void assertModel() {
        Money sent = Money.zero(CurrencyUnit.USD);
        for (Sent payout : model.values()) {
            sent = payout.counts() ? sent.plus(payout.amount) : sent;
        }
        int entitled = DEALS * EARNED;
        for (int taken : refunded) {
            entitled -= taken;
        }
        Money payable = balance(Account.PAYABLE);
        Money owed = balance(Account.CLAWBACK_DUE);
        assertThat(payable.minus(owed))
                .isEqualTo(Money.of(CurrencyUnit.USD, entitled).minus(sent));
        assertThat(payable.isPositive() && owed.isPositive())
                .as("%s and %s", payable, owed)
                .isFalse();
        assertThat(balance(Account.PAID).plus(balance(Account.ALLOCATED))).isEqualTo(sent);
        assertThat(balance(Account.ACCRUED).isZero()).isTrue();
        // A voided refund can give back by another commission what was set off against this one.
        assertThat(sent)
                .as("nothing is paid twice")
                .isLessThanOrEqualTo(Money.of(CurrencyUnit.USD, DEALS * EARNED + everRefunded));
    }

    private String payout(int amount) {
        return "po" + amount % Math.max(1, model.size());
    }

    private Optional<String> correctedToPaid(String payout, int round) {
        return corrections.paid(payout, round, "It was paid after all.", "Confirmed by user:b.", "user:a");
    }

    private void payable(String deal, String amount) {
        program.accrue(DealMother.deal(deal, "par_ash", amount));
        fact(Kind.PAYMENT, "p-" + deal, deal, amount);
        Instant due = Instant.parse("2026-06-01T09:00:00Z");
        program.clock.moveTo(due);
        program.sweep.sweep();
    }

    private DealFact fact(Kind kind, String id, String deal, String amount) {
        DealFact fact = new DealFact(kind, id, deal, Money.parse(amount), ON, "It happened.", "user:a");
        program.settling.record(fact);
        return fact;
    }

    private List<String> explained(String deal) {
        return program.ledger.changes(CommissionId.of(deal, ASH), 100).stream()
                .map(change -> change.entry().explanation().get(0))
                .toList();
    }

    private Money balance(Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD);
    }

    private void assertBalances(String payable, String paid, String owed) {
        assertThat(List.of(balance(Account.PAYABLE), balance(Account.PAID), balance(Account.CLAWBACK_DUE)))
                .extracting(amount -> amount.getAmount().toPlainString())
                .containsExactly(payable, paid, owed);
    }
}
