package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Counters;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What statements show as the revenue of a retainer follows what the firm keeps of its payments. */
class RetainerRevenueTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final LocalDate ON = LocalDate.parse("2026-04-20");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));

    @Test
    void revenue_is_what_is_kept_of_the_payments() {
        program.accrue(retainer());
        happens(Kind.PAYMENT, "p1", "100.00");
        happens(Kind.PAYMENT, "p2", "100.00");
        assertRevenue("200.00", "0.00");

        happens(Kind.REFUND, "r", "150.00");
        assertRevenue("50.00", "150.00");
        happens(Kind.PAYMENT, "p3", "20.00");
        assertRevenue("70.00", "150.00");

        happens(Kind.REFUND_VOIDED, "r", "150.00");
        assertRevenue("220.00", "0.00");
    }

    @Test
    void a_reversed_retainer_is_taken_off_the_revenue_once_even_if_it_was_refunded_before() {
        program.accrue(retainer());
        happens(Kind.PAYMENT, "p1", "100.00");
        happens(Kind.PAYMENT, "p2", "100.00");
        happens(Kind.REFUND, "r", "150.00");

        happens(Kind.REVERSAL, "v", "1200.00");
        program.amended.record(new ReversedDeal("d", 2, ON, "The client withdrew.", "user:a"));

        assertRevenue("0.00", "200.00");
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
