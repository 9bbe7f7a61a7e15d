package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.deals.amendments.ServiceChange;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.statements.chain.Cause.Note;
import io.entente.commission.statements.chain.StatementLine;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each line of a statement names what caused it, and nothing else. */
class StatedCausesTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final List<Credit> ASH_ALONE = List.of(credit("par_ash", "1.00"));

    private Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
    private StatedLines lines = new StatedLines(program, ASH);
    private long sequence = 1;

    @Test
    void goodwill_of_a_person_takes_neither_the_cause_nor_the_day_of_a_payment_that_changed_nothing() {
        program.accrue(DealMother.deal("e", "par_ash", "USD 5000.00"));
        happens("e", Kind.PAYMENT, "p", "500.00", "2026-04-21");
        happens("e", Kind.PAYMENT, "q", "0.01", "2026-04-22");

        adjust("e", "25.00", "adjustment/g", "Goodwill.");

        StatementLine line = lines.last();
        assertThat(line.earned()).isEqualTo(usd("25.00"));
        assertThat(line.details().report()).isNull();
        assertThat(line.valueOn()).isNull();
        assertThat(StatedLines.texts(line)).containsExactly("Reason: Goodwill.");
    }

    @Test
    void a_fact_that_changed_nothing_is_not_the_cause_of_a_later_refund_line() {
        program.accrue(DealMother.deal("e", "par_ash", "USD 5000.00"));
        happens("e", Kind.PAYMENT, "p", "5000.00", "2026-04-21");
        happens("e", Kind.PAYMENT, "twice", "1000.00", "2026-04-22");
        happens("e", Kind.REFUND, "half", "1500.00", "2026-05-04");

        StatementLine line = lines.last();

        assertThat(line.earned()).isEqualTo(usd("-50.00"));
        assertThat(line.details().report()).isNotNull().extracting(DealFact::id).isEqualTo("half");
        assertThat(line.valueOn()).isEqualTo(LocalDate.parse("2026-05-04"));
    }

    @Test
    void a_line_of_a_reopened_retainer_names_its_own_payment_and_the_correction() {
        program.accrue(retainer("2026-06-30"));
        happens("d", Kind.PAYMENT, "late", "450.00", "2026-07-06");
        happens("d", Kind.PAYMENT, "early", "80.00", "2026-05-06");

        correct(retainer(null), "The client has stayed.");

        StatementLine line = lines.last();
        assertThat(line.earned()).isEqualTo(usd("45.00"));
        assertThat(line.details().report()).isNull();
        assertThat(StatedLines.texts(line))
                .containsExactly(
                        "This concerns payment late of 450.00 on Jul 6, 2026.",
                        "Agreed time of the engagement: Apr 1, 2026 – … instead of Apr 1, 2026 – Jun 30, 2026.",
                        "The payment is within the engagement now, so it counts.",
                        "With the right details it earns 45.00; before, it had earned 0.00.",
                        "Reason: The client has stayed.");
        StatementLine counted = lines.all().get(lines.all().size() - 2);
        assertThat(counted.kind()).isEqualTo("RECOUNTED");
        assertThat(counted.revenue()).isEqualTo(usd("450.00"));
        assertThat(List.of(line, counted))
                .extracting(StatementLine::valueOn)
                .containsOnly(LocalDate.parse("2026-07-06"));
        assertThat(StatedLines.texts(counted)).contains("The payment is within the engagement now, so it counts.");
    }

    @Test
    void a_corrected_deal_shows_what_was_right_and_what_was_wrong() {
        program.accrue(deal("USD 5000.00", "2026-04-02", ASH_ALONE));

        correct(
                deal("USD 6200.00", "2026-04-09", List.of(credit("par_ash", "0.50"), credit("par_elm", "0.50"))),
                "The contract says so.");

        String[] details = {
            "Amount of the deal: 6,200.00 instead of 5,000.00.",
            "Closing day: Apr 9, 2026 instead of Apr 2, 2026.",
            "Your share: 50% instead of 100%."
        };
        StatementLine earned = lines.last();
        assertThat(earned.kind()).isEqualTo("ADJUSTED");
        assertThat(StatedLines.texts(earned))
                .startsWith(details)
                .endsWith(
                        "With the right details it earns 310.00; before, it had earned 500.00.",
                        "Reason: The contract says so.");
        StatementLine counted = lines.all().get(1);
        assertThat(counted.kind()).isEqualTo("RECOUNTED");
        assertThat(counted.revenue()).isEqualTo(usd("-1900.00"));
        assertThat(List.of(earned, counted))
                .as("one correction has one day")
                .extracting(StatementLine::valueOn)
                .containsOnly(LocalDate.parse("2026-04-09"));
        assertThat(StatedLines.texts(counted)).startsWith(details).endsWith("Reason: The contract says so.");
    }

    @Test
    void a_corrected_service_is_named_also_that_of_a_correction_which_this_one_overtook() {
        program.accrue(deal("USD 5000.00", "2026-04-02", ASH_ALONE));

        program.amendments.add(service(2, deal("USD 5000.00", "2026-04-02", ASH_ALONE), "Audit", "Tax advice"));
        program.amended.record(service(3, deal("USD 4100.00", "2026-04-02", ASH_ALONE), "Tax advice", "Payroll"));

        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "Amount of the deal: 4,100.00 instead of 5,000.00.",
                        "Service: Payroll instead of Audit.",
                        "With the right details it earns 410.00; before, it had earned 500.00.",
                        "Reason: The order says so.");

        program.amended.record(
                new CorrectedDeal(deal("USD 4200.00", "2026-04-02", ASH_ALONE), 4, 3, false, "amount", null, "user:a"));
        assertThat(StatedLines.texts(lines.last()))
                .as("the next correction left the service")
                .noneMatch(text -> text.startsWith("Service"));
    }

    private static CorrectedDeal service(long sequence, Deal deal, String before, String after) {
        return new CorrectedDeal(
                deal,
                sequence,
                (int) sequence - 1,
                false,
                "service",
                "The order says so.",
                "user:a",
                new ServiceChange(before, after));
    }

    @Test
    void a_noted_refund_and_its_void_name_the_refund_and_have_different_titles() {
        program = new Program(new Everybody(), PlanMother.book());
        lines = new StatedLines(program, ASH);
        program.accrue(DealMother.deal("e", "par_ash", "USD 900.00"));
        happens("e", Kind.PAYMENT, "p", "900.00", "2026-04-21");
        happens("e", Kind.REFUND, "r", "75.00", "2026-05-04");
        StatementLine refund = lines.last();
        happens("e", Kind.REFUND_VOIDED, "r", "75.00", "2026-05-11");
        StatementLine voided = lines.last();

        assertThat(StatedLines.texts(refund)).startsWith("The client was refunded 75.00 on May 4, 2026 (refund r).");
        assertThat(StatedLines.title(refund)).isEqualTo("Refund without a change of the commission");
        assertThat(StatedLines.texts(voided))
                .startsWith("Refund r of 75.00, entered by mistake, was voided on May 11, 2026.");
        assertThat(StatedLines.title(voided)).isEqualTo("Refund voided, without a change of the commission");
    }

    @Test
    void a_payment_outside_the_engagement_has_a_line_that_says_on_which_side_or_that_the_deal_was_reversed() {
        program.accrue(retainer("2026-06-30"));
        happens("d", Kind.PAYMENT, "early", "450.00", "2026-03-30");
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "The client paid 450.00 on Mar 30, 2026 (payment early).",
                        "The engagement begins on Apr 1, 2026, after this payment, so the payment earns nothing.");
        happens("d", Kind.PAYMENT, "late", "450.00", "2026-07-06");
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "The client paid 450.00 on Jul 6, 2026 (payment late).",
                        "The engagement ended on Jun 30, 2026, before this payment, so the payment earns nothing.");
        happens("d", Kind.REVERSAL, "v", "1200.00", "2026-06-01");
        program.amended.record(new ReversedDeal("d", 2, LocalDate.parse("2026-06-01"), "Undone.", "user:a"));
        happens("d", Kind.PAYMENT, "after", "450.00", "2026-06-08");
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "The client paid 450.00 on Jun 8, 2026 (payment after).",
                        "The deal was reversed before this payment, so the payment earns nothing.");
        assertThat(lines.last().revenue()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_higher_tier_names_the_rate_that_it_gives() {
        program = AmendedDeals.program(AmendedDeals.volume(TierMode.RETROACTIVE));
        lines = new StatedLines(program, ASH);
        for (String deal : List.of("d1", "d2", "d3", "d4")) {
            program.accrue(DealMother.deal(deal, "par_ash", "USD 640.00"));
        }

        assertThat(lines.last().earned()).isEqualTo(usd("32.00"));
        assertThat(StatedLines.texts(lines.last())).contains("The rate is 15% now.");
    }

    @Test
    void a_refused_self_referral_says_that_it_is_one() {
        program.accrue(DealMother.deal("e", "par_ash", "USD 900.00"));

        adjust("e", "-90.00", Commission.REFUSED, "You bought from us yourself.");

        assertThat(lines.last().details().note()).isEqualTo(Note.SELF_REFERRAL_REFUSED);
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "The client of this deal is your own organisation, so the deal earns no commission"
                                + " (self-referral).",
                        "Reason: You bought from us yourself.");
    }

    @Test
    void the_commission_of_a_payment_is_explained_by_what_was_paid_and_kept() {
        program.accrue(retainer(null));
        happens("d", Kind.PAYMENT, "one", "700.00", "2026-05-04");
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "The client paid 700.00 on May 4, 2026 (payment one).",
                        "10% of the 700.00 that was paid and kept on this retainer so far, by plan standard, version"
                                + " 1.");
        happens("d", Kind.REFUND, "r", "200.00", "2026-05-18");
        happens("d", Kind.PAYMENT, "two", "300.00", "2026-06-04");

        assertThat(lines.last().earned()).isEqualTo(usd("30.00"));
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "The client paid 300.00 on Jun 4, 2026 (payment two).",
                        "10% of the 800.00 that was paid and kept on this retainer so far, by plan standard, version"
                                + " 1.",
                        "Less 50.00, which the 500.00 kept before earned: 30.00.");
    }

    @Test
    void each_band_is_named_if_several_apply() {
        by(
                new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.05, 10000: 0.08")),
                Limits.NONE);
        program.accrue(DealMother.deal("e", "par_ash", "USD 14000.00"));

        assertThat(lines.last().earned()).isEqualTo(usd("820.00"));
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "5% of 10,000.00 + 8% of 4,000.00 for the deal of 14,000.00, by plan standard, version 1.");
    }

    @Test
    void a_share_a_floor_and_the_caps_of_a_plan_are_named() {
        by(new Percent(Fraction.of("0.10")), new Limits(usd("430.00"), usd("400.00"), usd("50.00")));
        program.accrue(deal("USD 200.00", "2026-04-02", List.of(credit("par_ash", "0.40"), credit("par_elm", "0.60"))));
        assertThat(lines.last().earned()).isEqualTo(usd("20.00"));
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "10% of the deal of 200.00, by plan standard, version 1.",
                        "The plan pays at least 50.00 for a deal, so 20.00 was raised to it.",
                        "Several partners share this deal. Your share is 40% of 50.00: 20.00.");

        program.accrue(DealMother.deal("e", "par_ash", "USD 9000.00"));
        assertThat(lines.last().earned()).isEqualTo(usd("380.00"));
        assertThat(StatedLines.texts(lines.last()))
                .containsExactly(
                        "10% of the deal of 9,000.00, by plan standard, version 1.",
                        "The plan pays at most 430.00 for a deal, so 900.00 was reduced to it.",
                        "The plan pays at most 400.00 in a year. You had already earned 20.00 in 2026, which leaves"
                                + " 380.00.");
    }

    private void by(EarningRule rule, Limits limits) {
        PlanBook book = PlanMother.book(PlanMother.plan(rule, Term.WHILE_ACTIVE, limits));
        program = new Program(new Everybody(), book);
        lines = new StatedLines(program, ASH);
    }

    private void adjust(String deal, String amount, String id, String reason) {
        program.life.change(CommissionId.of(deal, ASH), now -> new Correction(
                        id, usd(amount), false, reason, "finance:u-1", List.of(reason))
                .on(now, program.facts.of(now), LocalDate.parse("2026-05-20"))
                .toOptional()
                .flatMap(movement -> movement));
    }

    private void happens(String deal, Kind kind, String id, String amount, String on) {
        program.settling.record(new DealFact(kind, id, deal, usd(amount), LocalDate.parse(on), "It was so.", "user:a"));
    }

    private void correct(Deal deal, String reason) {
        sequence++;
        program.amended.record(
                new CorrectedDeal(deal, sequence, (int) sequence - 1, false, "details", reason, "user:a"));
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    private static Deal retainer(@Nullable String endsOn) {
        LocalDate ends = endsOn == null ? null : LocalDate.parse(endsOn);
        return full(
                "USD 1200.00",
                "2026-03-02",
                ASH_ALONE,
                new Engagement(Engagement.Kind.RETAINER, LocalDate.parse("2026-04-01"), ends));
    }

    private static Deal deal(String amount, String closedOn, List<Credit> credit) {
        return full(amount, closedOn, credit, null);
    }

    private static Deal full(String amount, String closedOn, List<Credit> credit, @Nullable Engagement engagement) {
        return new Deal(
                "d",
                "ref_d",
                DealMother.BRIGHTWATER,
                Money.parse(amount),
                LocalDate.parse(closedOn),
                credit,
                Direction.INBOUND,
                Involvement.STANDARD,
                engagement,
                null,
                Origin.LIVE);
    }
}
