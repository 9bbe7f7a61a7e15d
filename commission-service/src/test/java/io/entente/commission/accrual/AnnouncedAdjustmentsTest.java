package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.corrected;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.full;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.payOn;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static io.entente.commission.accrual.AmendedDeals.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.stream.CommissionRecords;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.rules.TierMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a partner reads about an adjustment agrees with its commission: what it was, the difference, and what it is now. */
class AnnouncedAdjustmentsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_higher_tier_for_a_deal_of_which_half_was_refunded_is_announced_with_what_it_brings() {
        Program program = program(volume(TierMode.RETROACTIVE));
        program.accrue(deal("d", "USD 1000.00"));
        payOn(program, "p", "1000.00", "2026-04-10");
        refund(program, "500.00", "2026-04-11");
        assertThat(earned(program, "d")).isEqualTo("USD 50.00");

        Stream.of("d2", "d3", "d4").forEach(id -> program.accrue(deal(id, "USD 300.00")));

        assertThat(earned(program, "d")).isEqualTo("USD 75.00");
        assertThat(announced(program, "d")).containsExactly("25.00 -> 75.00");
    }

    @Test
    void a_higher_tier_for_a_deal_that_was_refunded_as_a_whole_is_not_announced() {
        Program program = program(volume(TierMode.RETROACTIVE));
        program.accrue(deal("d", "USD 1000.00"));
        payOn(program, "p", "1000.00", "2026-04-10");
        refund(program, "1000.00", "2026-04-11");

        Stream.of("d2", "d3", "d4").forEach(id -> program.accrue(deal(id, "USD 300.00")));

        assertThat(announced(program, "d")).isEmpty();
    }

    @Test
    void a_correction_to_a_day_of_another_rate_is_announced_with_what_it_brings() {
        Program program = program(PlanMother.book(
                PlanMother.plan("low", Audience.ALL, "2000-01-01", "2026-03-31", "0.10"),
                PlanMother.plan("high", Audience.ALL, "2026-04-01", null, "0.50")));
        program.accrue(on("d", LocalDate.parse("2026-03-30"), ASH_ALONE, null));
        payOn(program, "p", "100.00", "2026-04-10");
        refund(program, "60.00", "2026-04-11");
        assertThat(earned(program, "d")).isEqualTo("USD 4.00");

        program.amended.record(corrected(on("d", APRIL, ASH_ALONE, null), 2));

        assertThat(announced(program, "d")).containsExactly("16.00 -> 20.00");
    }

    @Test
    void a_higher_tier_for_a_retainer_is_announced_as_a_whole_and_not_as_the_commission_of_one_payment() {
        Program program = program(volume(TierMode.RETROACTIVE));
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        payOn(program, "one", "1000.00", "2026-04-10");
        payOn(program, "two", "400.00", "2026-05-10");

        Stream.of("d2", "d3", "d4").forEach(id -> program.accrue(deal(id, "USD 300.00")));

        assertThat(announced(program, "d")).containsExactly("70.00 -> not stated");
    }

    @Test
    void facts_from_before_a_corrected_closing_day_count_as_they_did() {
        Program program = program(PlanMother.everybodyAt("0.10"));
        program.accrue(full("d", "ref_d", "USD 1000.00", APRIL, ASH_ALONE, null));
        payOn(program, "p", "1000.00", "2026-04-10");
        refund(program, "200.00", "2026-04-12");

        LocalDate may = LocalDate.parse("2026-05-03");
        program.amended.record(corrected(full("d", "ref_d", "USD 1000.00", may, ASH_ALONE, null), 2));

        Commission commission = standing(program, "d");
        assertThat(commission.net()).isEqualTo(Money.parse("USD 80.00"));
        assertThat(commission.portions())
                .extracting(Portion::dueOn, Portion::amount)
                .containsExactly(tuple(LocalDate.parse("2026-05-10"), Money.parse("USD 80.00")));
        assertThat(announced(program, "d")).isEmpty();
        program.settling.record(new DealFact(
                        Kind.REFUND,
                        "r",
                        "d",
                        Money.parse("USD 200.00"),
                        LocalDate.parse("2026-04-12"),
                        "It did.",
                        "user:a")
                .voided(may, "Entered wrongly.", "user:a"));
        assertThat(earned(program, "d")).isEqualTo("USD 100.00");
    }

    /** The amount and the total of each event that tells the partner of an adjustment. */
    private static List<String> announced(Program program, String deal) {
        return program.ledger.transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.ADJUSTED
                        && transaction.entry() instanceof Movement movement
                        && movement.after().deal().dealId().equals(deal)
                        && movement.partnerId().equals(ASH))
                .map(AnnouncedAdjustmentsTest::announced)
                .toList();
    }

    private static String announced(LedgerTransaction transaction) {
        JsonNode event =
                JSON.valueToTree(new CommissionRecords().of(transaction).get(0).payload());
        return event.at("/amount/amount").asString() + " -> "
                + event.at("/total/amount").asString("not stated");
    }

    private static void refund(Program program, String amount, String day) {
        program.settling.record(new DealFact(
                Kind.REFUND, "r", "d", Money.parse("USD " + amount), LocalDate.parse(day), "It did.", "user:a"));
    }
}
