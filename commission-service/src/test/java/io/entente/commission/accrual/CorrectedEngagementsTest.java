package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.TEN_PERCENT;
import static io.entente.commission.accrual.AmendedDeals.at;
import static io.entente.commission.accrual.AmendedDeals.balance;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.kinds;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.paid;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.project;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Portion;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Credit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Corrected engagements: other dates of a project, and retainers that end or are shared. */
class CorrectedEngagementsTest {

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
    void a_payment_that_is_booked_while_its_engagement_is_corrected_counts_by_the_new_dates() {
        Program program = program(TEN_PERCENT);
        program.accrue(on("d", APRIL, ASH_ALONE, retainer("2026-06-30")));

        payWhileCorrecting(program, "july", "33.30", "2026-07-05", retainerUntil("2026-07-31", 2), () -> {});
        payWhileCorrecting(program, "later", "55.50", "2026-07-20", retainerUntil("2026-07-15", 3), () -> {});

        assertThat(paid(program, "july").net()).isEqualTo(Money.parse("USD 3.33"));
        assertThat(paid(program, "later").net().isZero()).isTrue();
    }

    @Test
    void a_crash_after_such_a_payment_is_made_good_when_the_payment_is_reported_again() {
        Program program = program(TEN_PERCENT);
        program.accrue(on("d", APRIL, ASH_ALONE, retainer("2026-06-30")));

        payWhileCorrecting(program, "july", "33.30", "2026-07-05", retainerUntil("2026-07-31", 2), () -> {
            throw new IllegalStateException("killed");
        });
        assertThat(program.ledger.standing(CommissionId.of("d", ASH, "july"))).isEmpty();
        payOn(program, "july", "33.30", "2026-07-05");

        assertThat(paid(program, "july").net()).isEqualTo(Money.parse("USD 3.33"));
    }

    /**
     * Reports a payment in another thread, which reads the deal before the correction and books the payment after the correction has
     * looked for payments.
     *
     * @param afterBooking runs in the paying thread after it has booked
     */
    private static void payWhileCorrecting(
            Program program,
            String payment,
            String amount,
            String day,
            CorrectedDeal correction,
            Runnable afterBooking) {
        Thread correcting = Thread.currentThread();
        CompletableFuture<Void> hasRead = new CompletableFuture<>();
        CompletableFuture<Void> mayBook = new CompletableFuture<>();
        program.ledger.beforeAppend(() -> {
            if (Thread.currentThread() != correcting) {
                hasRead.complete(null);
                mayBook.join();
            }
        });
        CompletableFuture<Void> paid = CompletableFuture.runAsync(
                () -> payOn(program, payment, amount, day), task -> new Thread(task, "paying").start());
        hasRead.join();
        AtomicInteger looks = new AtomicInteger();
        program.deals.beforeLook(() -> {
            if (Thread.currentThread() != correcting) {
                afterBooking.run();
            } else if (looks.incrementAndGet() == 2) {
                mayBook.complete(null);
                paid.handle((done, killed) -> null).join();
            }
        });
        program.amended.record(correction);
        program.ledger.beforeAppend(() -> {});
        program.deals.beforeLook(() -> {});
    }

    private static CorrectedDeal retainerUntil(String endsOn, long sequence) {
        return corrected(on("d", APRIL, ASH_ALONE, retainer(endsOn)), sequence);
    }
}
