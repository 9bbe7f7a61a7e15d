package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A deal that earns nothing is revenue of the partner, less what was refunded of it. No plan covers the deals here. */
class UnearnedRevenueTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate ON = LocalDate.parse("2026-04-20");

    private final Program program = new Program(new Everybody(), PlanMother.book());

    @Test
    void a_refund_a_credit_note_and_their_voids_change_the_revenue() {
        program.accrue(DealMother.deal("d", "par_ash", "USD 900.00"));
        happens(Kind.PAYMENT, "p", "900.00");
        assertRevenue("900.00", "0.00");

        happens(Kind.REFUND, "r", "250.00");
        assertRevenue("650.00", "250.00");
        happens(Kind.REFUND, "r", "250.00");
        assertRevenue("650.00", "250.00");
        happens(Kind.CREDIT_NOTE, "c", "400.00");
        assertRevenue("500.00", "400.00");
        happens(Kind.CREDIT_NOTE_VOIDED, "c", "400.00");
        happens(Kind.REFUND_VOIDED, "r", "250.00");
        assertRevenue("900.00", "0.00");
        assertThat(program.ledger.standing(CommissionId.of("d", ASH))).isEmpty();
        assertThat(program.ledger.transactions())
                .filteredOn(transaction -> transaction.kind() == TransactionKind.REFUND_NOTED)
                .hasSize(4)
                .allMatch(transaction -> transaction.lines().isEmpty());
    }

    @Test
    void each_partner_of_a_co_sold_deal_loses_its_part() {
        program.accrue(
                DealMother.deal("d", "USD 900.00", List.of(credit("par_ash", "0.70"), credit("par_birch", "0.30"))));
        happens(Kind.PAYMENT, "p", "900.00");

        happens(Kind.REFUND, "r", "250.00");

        assertRevenue("455.00", "175.00");
        assertThat(program.ledger
                        .head(new PartnerId("par_birch"))
                        .counters()
                        .takenBack(CurrencyUnit.USD)
                        .refunded())
                .isEqualTo(Money.parse("USD 75.00"));
    }

    @Test
    void a_correction_and_a_reversal_of_the_deal_take_the_refund_along() {
        program.accrue(DealMother.deal("d", "par_ash", "USD 900.00"));
        happens(Kind.PAYMENT, "p", "900.00");
        happens(Kind.REFUND, "r", "250.00");

        program.amended.record(new CorrectedDeal(
                DealMother.deal("d", "par_ash", "USD 800.00"), 2, 1, false, "amount", "A typing error.", "user:a"));
        assertRevenue("650.00", "150.00");

        happens(Kind.REVERSAL, "v", "800.00");
        program.amended.record(new ReversedDeal("d", 3, ON, "Cancelled.", "user:a"));
        assertRevenue("0.00", "800.00");
    }

    @Test
    void a_deal_that_is_priced_later_counts_its_refund_once() {
        program.accrue(DealMother.deal("d", "par_ash", "USD 900.00"));
        happens(Kind.PAYMENT, "p", "900.00");
        happens(Kind.REFUND, "r", "250.00");

        program.priceBy(PlanMother.everybodyAt("0.10"));

        Commission priced = program.ledger.standing(CommissionId.of("d", ASH)).orElseThrow();
        assertThat(priced.net()).isEqualTo(Money.parse("USD 65.00"));
        assertRevenue("650.00", "250.00");
        happens(Kind.REFUND_VOIDED, "r", "250.00");
        assertRevenue("900.00", "0.00");
    }

    @Test
    void payments_on_a_retainer_that_earn_nothing_lose_what_is_refunded_and_a_reversal_takes_all_of_them() {
        program.accrue(retainer());
        happens(Kind.PAYMENT, "p1", "110.00");
        happens(Kind.PAYMENT, "p2", "120.00");
        assertRevenue("230.00", "0.00");

        happens(Kind.REFUND, "r", "150.00");
        assertRevenue("80.00", "150.00");
        happens(Kind.REFUND_VOIDED, "r", "150.00");
        assertRevenue("230.00", "0.00");

        happens(Kind.REVERSAL, "v", "1200.00");
        program.amended.record(new ReversedDeal("d", 2, ON, "The client withdrew.", "user:a"));
        assertRevenue("0.00", "230.00");
    }

    private void assertRevenue(String revenue, String takenBack) {
        Counters counters = program.ledger.head(ASH).counters();
        Counters.TakenBack lost = counters.takenBack(CurrencyUnit.USD);
        assertThat(counters.revenue().get(CurrencyUnit.USD).minus(lost.refunded()))
                .isEqualTo(Money.parse("USD " + revenue));
        assertThat(lost.reversed().plus(lost.refunded())).isEqualTo(Money.parse("USD " + takenBack));
    }

    private void happens(Kind kind, String id, String amount) {
        program.settling.record(new DealFact(kind, id, "d", Money.parse("USD " + amount), ON, "It did.", "user:a"));
    }

    private static Deal retainer() {
        return new Deal(
                "d",
                "ref_d",
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                LocalDate.parse("2026-04-02"),
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(Engagement.Kind.RETAINER, null, null),
                null,
                Origin.LIVE);
    }
}
