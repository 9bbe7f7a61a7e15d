package io.entente.commission.accrual;

import static io.entente.commission.accrual.ProgramMother.TEN_PERCENT;
import static io.entente.commission.accrual.ProgramMother.balance;
import static io.entente.commission.accrual.ProgramMother.deal;
import static io.entente.commission.accrual.ProgramMother.fact;
import static io.entente.commission.accrual.ProgramMother.program;
import static io.entente.commission.accrual.ProgramMother.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Payments and reversals that come before or without the deal that they belong to. */
class EventsBeforeTheirDealTest {

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
}
