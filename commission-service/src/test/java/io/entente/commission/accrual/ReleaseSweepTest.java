package io.entente.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReleaseSweepTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate PAID_ON = LocalDate.parse("2026-04-02");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));

    @Test
    void a_sweep_between_the_index_and_the_ledger_leaves_the_entry_until_the_portion_is_written() {
        program.accrue(DealMother.deal("d", "par_ash", "USD 10000.00"));
        program.clock.moveTo(Instant.parse("2026-06-01T09:00:00Z"));

        program.ledger.beforeAppend(this::sweep);
        program.settling.record(
                new DealFact(Kind.PAYMENT, "p", "d", Money.parse("USD 10000.00"), PAID_ON, "Paid.", "user:a"));
        program.ledger.beforeAppend(() -> {});
        assertThat(standing().status()).isNotEqualTo(CommissionStatus.PAYABLE);

        program.sweep.sweep();

        assertThat(standing().status()).isEqualTo(CommissionStatus.PAYABLE);
        assertThat(program.index.due(LocalDate.parse("2027-01-01"), null, 10)).isEmpty();
    }

    private void sweep() {
        program.ledger.beforeAppend(() -> {});
        program.sweep.sweep();
        program.ledger.beforeAppend(this::sweep);
    }

    private Commission standing() {
        return program.ledger.standing(CommissionId.of("d", ASH)).orElseThrow();
    }
}
