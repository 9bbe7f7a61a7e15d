package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.ProgramMother.TEN_PERCENT;
import static io.entente.commission.accrual.ProgramMother.balance;
import static io.entente.commission.accrual.ProgramMother.fact;
import static io.entente.commission.accrual.ProgramMother.inCountry;
import static io.entente.commission.accrual.ProgramMother.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.commissions.release.CompliancePolicy.Demand;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Commission in countries that ask for a consent of the client. */
class ConsentTest {

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

    @Test
    void commission_that_a_deal_earns_only_after_a_correction_waits_for_the_consent_as_well() {
        Demand demand = new Demand("XX", LocalDate.parse("2020-01-01"), null, "Consent is missing.");
        PlanBook fromMay = PlanMother.book(PlanMother.plan("late", Audience.ALL, "2026-05-01", null, "0.10"));
        Program program =
                new Program(new Everybody(), fromMay, new InMemoryLedger(), new CompliancePolicy(List.of(demand)));
        Deal april = inCountry("d", "XX");
        program.accrue(april);

        program.amended.record(corrected(closedIn(april, LocalDate.parse("2026-05-04")), 2));

        assertThat(standing(program, "d").status()).isEqualTo(CommissionStatus.ON_HOLD);
        assertThat(standing(program, "d").net()).isEqualTo(Money.parse("USD 10.00"));
        program.amended.record(corrected(closedIn(april, LocalDate.parse("2026-05-04")), 2));
        assertThat(standing(program, "d").holds()).hasSize(1);
        program.compliance.recorded("ref_d", new Consent(true, true), 1);
        assertThat(standing(program, "d").isHeld()).isFalse();
    }

    private static Deal closedIn(Deal deal, LocalDate day) {
        return new Deal(
                deal.id(),
                deal.referralId(),
                deal.client(),
                deal.amount(),
                day,
                deal.credit(),
                deal.direction(),
                deal.involvement(),
                deal.engagement(),
                deal.revenueShare(),
                deal.origin(),
                deal.country(),
                deal.consent());
    }
}
