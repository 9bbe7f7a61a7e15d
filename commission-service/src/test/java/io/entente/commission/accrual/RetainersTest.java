package io.entente.commission.accrual;

import static io.entente.commission.accrual.ProgramMother.ASH;
import static io.entente.commission.accrual.ProgramMother.TEN_PERCENT;
import static io.entente.commission.accrual.ProgramMother.adjusted;
import static io.entente.commission.accrual.ProgramMother.balance;
import static io.entente.commission.accrual.ProgramMother.deal;
import static io.entente.commission.accrual.ProgramMother.fact;
import static io.entente.commission.accrual.ProgramMother.inCountry;
import static io.entente.commission.accrual.ProgramMother.payment;
import static io.entente.commission.accrual.ProgramMother.program;
import static io.entente.commission.accrual.ProgramMother.retainer;
import static io.entente.commission.accrual.ProgramMother.standing;
import static io.entente.commission.accrual.ProgramMother.volumeTiers;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.release.CompliancePolicy;
import io.entente.commission.commissions.release.CompliancePolicy.Demand;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.Engagement;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.InMemoryLedger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.TierMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Commission on retainers, which clients pay in parts. */
class RetainersTest {

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
    void a_retainer_earns_the_rate_that_the_year_reached_before_and_after_the_fourth_deal() {
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
    void payments_of_a_client_on_a_retainer_count_for_its_tiers_as_they_are_made() {
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
}
