package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The commission of a payment on a retainer is due 30 days after this payment, whatever was entered wrongly meanwhile. */
class RetainerDueDaysTest {

    private static final PartnerId ASH = new PartnerId("par_ash");

    private final Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));

    @Test
    void a_voided_refund_gives_each_payment_back_its_own_part_and_day() {
        program.accrue(retainer(null, null));
        happens(Kind.PAYMENT, "p1", "310.00", "2026-04-03");
        happens(Kind.PAYMENT, "p2", "490.00", "2026-04-17");
        happens(Kind.REFUND, "r", "600.00", "2026-04-18");
        assertThat(pending("p1")).containsExactly("USD 20.00 on 2026-05-03");

        List<LedgerTransaction> booked = happens(Kind.REFUND_VOIDED, "r", "600.00", "2026-04-20");

        assertThat(pending("p1")).containsExactly("USD 31.00 on 2026-05-03");
        assertThat(pending("p2")).containsExactly("USD 49.00 on 2026-05-17");
        assertThat(booked)
                .as("one message")
                .filteredOn(transaction -> transaction.kind().isTold())
                .hasSize(1);
        assertThat(booked.get(0).entry().explanation())
                .contains("Of payment p2, 490.00 USD of 490.00 USD are kept. With 310.00 USD kept of the payments"
                        + " before it, this earns 49.00 USD; until now it earned 0.00 USD.");
    }

    @Test
    void payments_after_a_refund_that_is_voided_keep_what_they_earned() {
        program.accrue(retainer(null, null));
        happens(Kind.PAYMENT, "p1", "330.00", "2026-04-03");
        happens(Kind.REFUND, "r", "330.00", "2026-04-04");
        happens(Kind.PAYMENT, "p2", "330.00", "2026-04-17");
        happens(Kind.PAYMENT, "p3", "330.00", "2026-04-18");

        happens(Kind.REFUND_VOIDED, "r", "330.00", "2026-04-20");

        assertThat(pending("p1")).containsExactly("USD 33.00 on 2026-05-03");
        assertThat(pending("p2")).containsExactly("USD 33.00 on 2026-05-17");
        assertThat(pending("p3")).containsExactly("USD 33.00 on 2026-05-18");
    }

    @Test
    void a_voided_payment_takes_nothing_from_the_others_but_what_the_rounding_gave_them() {
        program.accrue(retainer(null, null));
        happens(Kind.PAYMENT, "p1", "100.04", "2026-04-03");
        happens(Kind.PAYMENT, "p2", "100.04", "2026-04-17");
        assertThat(pending("p2")).as("20.01 less 10.00").containsExactly("USD 10.01 on 2026-05-17");

        List<LedgerTransaction> booked = happens(Kind.PAYMENT_VOIDED, "p1", "100.04", "2026-04-20");

        assertThat(pending("p1")).isEmpty();
        assertThat(pending("p2")).containsExactly("USD 10.00 on 2026-05-17");
        assertThat(booked)
                .filteredOn(transaction -> transaction.kind().isTold())
                .hasSize(1);
    }

    @Test
    void a_payment_that_a_correction_moves_into_the_engagement_is_due_after_the_net_days_of_the_payment() {
        program.accrue(retainer("2026-04-10", null));
        happens(Kind.PAYMENT, "p1", "440.00", "2026-04-03");

        program.amended.record(new CorrectedDeal(
                retainer("2026-04-03", null), 2, 1, false, "startsOn", "The start was wrong.", "user:a"));

        assertThat(pending("p1")).containsExactly("USD 44.00 on 2026-05-03");
    }

    @Property(tries = 150)
    void parts_and_days_are_those_of_a_model_that_never_knew_the_voided_reports(@ForAll long seed) {
        RetainerDueDaysTest history = new RetainerDueDaysTest();
        history.program.accrue(retainer(null, null));
        Random random = new Random(seed);
        List<DealFact> recorded = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            DealFact fact = next(recorded, random, i);
            if (DueDaysModel.allows(recorded, fact)) {
                recorded.add(fact);
                history.program.settling.record(fact);
            }
            DueDaysModel.ofRetainer(recorded).forEach((payment, cents) -> history.assertDue(payment, cents, recorded));
        }
    }

    private static DealFact next(List<DealFact> recorded, Random random, int i) {
        DealFact fact = DueDaysModel.next(recorded, random, i, LocalDate.parse("2026-04-02"), 90);
        // A retainer has no amount that a credit note could lower.
        return fact.kind() == Kind.CREDIT_NOTE
                ? new DealFact(Kind.REFUND, fact.id(), "d", fact.amount(), fact.on(), fact.reason(), fact.actor())
                : fact;
    }

    private void assertDue(String payment, long cents, List<DealFact> recorded) {
        LocalDate paidOn = recorded.stream()
                .filter(fact -> fact.kind() == Kind.PAYMENT && fact.id().equals(payment))
                .map(DealFact::on)
                .findFirst()
                .orElseThrow();
        Money earned = Money.ofMinor(CurrencyUnit.USD, cents);
        assertThat(pending(payment)).isEqualTo(cents == 0 ? List.of() : List.of(earned + " on " + paidOn.plusDays(30)));
    }

    private List<LedgerTransaction> happens(Kind kind, String id, String amount, String on) {
        int before = program.ledger.transactions().size();
        program.settling.record(new DealFact(
                kind, id, "d", Money.parse("USD " + amount), LocalDate.parse(on), "It happened.", "user:a"));
        List<LedgerTransaction> all = program.ledger.transactions();
        return all.subList(before, all.size());
    }

    private List<String> pending(String payment) {
        return program.ledger.standing(CommissionId.of("d", ASH, payment)).map(Commission::portions).stream()
                .flatMap(List::stream)
                .filter(portion -> portion.state() == State.PENDING)
                .map(RetainerDueDaysTest::text)
                .toList();
    }

    private static String text(Portion portion) {
        return "%s on %s".formatted(portion.amount(), portion.dueOn());
    }

    private static Deal retainer(@Nullable String startsOn, @Nullable String endsOn) {
        return new Deal(
                "d",
                "ref_d",
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                LocalDate.parse("2026-04-02"),
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(
                        Engagement.Kind.RETAINER,
                        startsOn == null ? null : LocalDate.parse(startsOn),
                        endsOn == null ? null : LocalDate.parse(endsOn)),
                null,
                Origin.LIVE);
    }
}
