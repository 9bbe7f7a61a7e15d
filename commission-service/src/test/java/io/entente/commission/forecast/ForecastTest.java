package io.entente.commission.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Hold;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.forecast.Figure.Kind;
import io.entente.commission.forecast.ForecastPolicy.Assumption;
import io.entente.commission.forecast.StageOdds.Sampled;
import io.entente.commission.forecast.referrals.Stage;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.KnownHistory;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan of 10 %, net 30. The policy: odds of 50 %, a deal 45 days after each stage began, and payment 30 days after it. */
class ForecastTest {

    private static final PartnerId PINE = new PartnerId("par_pine");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-02");
    private static final PlanBook BOOK = PlanMother.everybodyAt("0.10");

    @Test
    void an_open_referral_counts_with_its_odds_times_what_the_plan_pays() {
        Figure figure = forecast(referral(Stage.MEETING_HELD, "2026-03-20", "USD 10000.00"), List.of());

        assertThat(figure.full()).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(figure.amount()).isEqualTo(Money.parse("USD 500.00"));
        assertThat(figure.plan()).isEqualTo(new PlanRef("standard", 1));
        assertThat(figure.rule()).isEqualTo("PERCENT");
        assertThat(figure.payableOn()).as("2026-05-04, 30 and 30 days later").isEqualTo("2026-07-03");
        assertThat(figure.explanation())
                .contains("Referral ref_1 is in stage MEETING_HELD since 2026-03-20.")
                .contains("The forecast policy, version 1, gives stage MEETING_HELD odds of 50 %.")
                .contains("A deal is expected on 2026-05-04, 45 days after the stage began.")
                .contains("50 % of 1000.00 USD: 500.00 USD.");
    }

    @Test
    void the_amount_of_a_proposal_counts_instead_of_what_was_expected_before() {
        Figure proposed =
                forecast(referral(Stage.PROPOSAL_SENT, "2026-03-20", "USD 50000.00", "USD 55000.00"), List.of());

        assertThat(proposed.full()).isEqualTo(Money.parse("USD 5500.00"));
        assertThat(proposed.amount()).isEqualTo(Money.parse("USD 2750.00"));
        assertThat(proposed.explanation())
                .contains(
                        "The proposal was for 55000.00 USD; it counts instead of the 50000.00 USD that were expected before.")
                .contains("For a deal of 55000.00 USD that closes on 2026-05-04, the plan gives the following.")
                .noneMatch(step -> step.contains("USD 5"));

        assertThat(forecast(referral(Stage.PROPOSAL_SENT, "2026-03-20", null, "USD 700.00"), List.of())
                        .explanation())
                .contains("The proposal was for 700.00 USD.");
        assertThat(forecast(referral(Stage.MEETING_HELD, "2026-03-20", "USD 900.00"), List.of())
                        .explanation())
                .contains("The referral is expected to be worth 900.00 USD.");
    }

    @Test
    void a_referral_that_is_late_is_expected_today() {
        Figure figure = forecast(referral(Stage.CONTACTED, "2025-01-01", "USD 100.00"), List.of());

        assertThat(figure.payableOn()).isEqualTo(TODAY.plusDays(60));
        assertThat(figure.explanation()).anyMatch(step -> step.endsWith("That day has passed, so today counts."));
    }

    @Test
    void a_referral_without_a_value_or_a_plan_says_so() {
        assertThat(forecast(referral(Stage.SUBMITTED, "2026-04-01", null), List.of())
                        .amount())
                .isNull();
        PlanBook none = PlanMother.book();
        Figure unpriced = new ForecastReferral(
                        policy(null), new StageOdds(policy(null), List.of()), none, TODAY, new ExpectedInYear())
                .of(
                        referral(Stage.SUBMITTED, "2026-04-01", "USD 100.00"),
                        PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL),
                        (value, closing) -> History.none(CurrencyUnit.USD));
        assertThat(unpriced.amount()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(unpriced.plan()).isNull();
        assertThat(unpriced.explanation()).anyMatch(step -> step.contains("No commission plan"));
    }

    @Test
    void a_shared_claim_counts_with_the_partners_share() {
        TrackedReferral whole = referral(Stage.MEETING_HELD, "2026-03-20", "USD 10001.00");
        TrackedReferral shared = new TrackedReferral(
                PINE,
                whole.referralId(),
                whole.clientKey(),
                whole.client(),
                whole.involvement(),
                whole.expectedValue(),
                null,
                List.of(
                        new Credit(new PartnerId("par_elm"), "CO_SELLER", Fraction.of("0.70")),
                        new Credit(PINE, "ORIGINATOR", Fraction.of("0.30"))),
                whole.submittedOn(),
                whole.stage(),
                whole.stageSince(),
                false);

        Figure figure = forecast(shared, List.of());

        assertThat(figure.full()).isEqualTo(Money.parse("USD 300.03"));
        assertThat(figure.amount()).isEqualTo(Money.parse("USD 150.02"));
        assertThat(figure.explanation()).anyMatch(step -> step.contains("30 %"));
    }

    @Test
    void open_referrals_never_add_up_to_more_than_the_cap_per_year_leaves() {
        PlanBook capped = PlanMother.book(PlanMother.plan(
                new Percent(Fraction.of("0.10")),
                Term.WHILE_ACTIVE,
                new Limits(null, Money.parse("USD 1000.00"), null)));
        History earned = new KnownHistory(
                0,
                Money.zero(CurrencyUnit.USD),
                History.ReferralDeals.NONE,
                History.Conversion.NONE,
                Money.parse("USD 400.00"));
        ForecastReferral forecast = new ForecastReferral(
                policy(null), new StageOdds(policy(null), List.of()), capped, TODAY, new ExpectedInYear());

        List<Figure> figures = Stream.of("2026-03-20", "2026-03-21", "2026-03-22")
                .map(since -> forecast.of(
                        referral(Stage.MEETING_HELD, since, "USD 5000.00"),
                        PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL),
                        (value, closing) -> earned))
                .toList();

        assertThat(figures)
                .extracting(Figure::amount)
                .containsExactly(Money.parse("USD 250.00"), Money.parse("USD 250.00"), Money.parse("USD 100.00"));
        assertThat(figures.get(2).explanation())
                .contains(
                        "Under the cap of 1000.00 USD a year, 600.00 USD of 2026 is left, and referrals that are expected earlier take the rest: 100.00 USD.");
    }

    @Test
    void a_tier_that_also_lifts_earlier_deals_says_that_this_is_not_counted() {
        PlanBook lifting = PlanMother.book(PlanMother.plan(
                new VolumeTiers(
                        TierMode.RETROACTIVE,
                        new Bands(List.of(
                                new Bands.Band(BigDecimal.ONE, Fraction.of("0.10")),
                                new Bands.Band(new BigDecimal(2), Fraction.of("0.15"))))),
                Term.WHILE_ACTIVE,
                Limits.NONE));
        History one = new KnownHistory(
                1,
                Money.zero(CurrencyUnit.USD),
                History.ReferralDeals.NONE,
                History.Conversion.NONE,
                Money.zero(CurrencyUnit.USD));

        Figure figure = new ForecastReferral(
                        policy(null), new StageOdds(policy(null), List.of()), lifting, TODAY, new ExpectedInYear())
                .of(
                        referral(Stage.MEETING_HELD, "2026-03-20", "USD 1000.00"),
                        PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL),
                        (value, closing) -> one);

        assertThat(figure.amount()).isEqualTo(Money.parse("USD 75.00"));
        assertThat(figure.explanation())
                .contains(
                        "If it is won, the partner's earlier deals get the rate of the new tier, too. What they gain isn't a part of this figure.");
    }

    @Test
    void the_programs_own_history_replaces_the_policy_when_enough_referrals_were_decided() {
        List<Sampled> three =
                Stream.of(decided(true), decided(false), decided(false)).toList();
        Figure few = forecast(referral(Stage.MEETING_HELD, "2026-03-20", "USD 900.00"), three);
        assertThat(few.oddsFrom()).isEqualTo("POLICY");

        List<Sampled> four = new ArrayList<>(three);
        four.add(decided(false));
        four.add(new Sampled(referral(Stage.PROPOSAL_SENT, "2026-03-20", "USD 1.00"), false));
        Figure enough = forecast(referral(Stage.MEETING_HELD, "2026-03-20", "USD 900.00"), four);

        assertThat(enough.oddsFrom()).isEqualTo("HISTORY");
        assertThat(enough.odds()).as("open ones don't count").isEqualTo(Fraction.of("0.25"));
        assertThat(enough.amount()).isEqualTo(Money.parse("USD 22.50"));
        assertThat(enough.explanation())
                .contains(
                        "Of the program's last 4 referrals that were decided after reaching stage MEETING_HELD, 1 was won: 25 %.");
        Figure later = forecast(referral(Stage.PROPOSAL_SENT, "2026-03-20", "USD 900.00"), four);
        assertThat(later.oddsFrom()).as("only the won one has reached it").isEqualTo("POLICY");
    }

    @Test
    void accrued_commission_is_expected_when_the_client_is_expected_to_pay() {
        List<Figure> figures = commission(Trigger.CLIENT_PAYMENT, false);

        assertThat(figures).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(Kind.COMMISSION);
            assertThat(figure.amount()).isEqualTo(Money.parse("USD 100.00"));
            assertThat(figure.payableOn()).isEqualTo("2026-05-10");
            assertThat(figure.rule()).isEqualTo("PERCENT");
        });
        assertThat(commission(Trigger.COMPLETION, false).get(0).payableOn()).isNull();
        assertThat(commission(Trigger.CLIENT_PAYMENT, true)).singleElement().satisfies(held -> {
            assertThat(held.payableOn()).isNull();
            assertThat(held.explanation())
                    .containsExactly(
                            "100.00 USD of commission %s is earned, and what makes it payable has not happened yet."
                                    .formatted(held.subject()),
                            "The commission is on hold, so nothing says when it is payable: A document is missing.");
        });
    }

    @Test
    void months_add_up_by_currency_and_unknown_days_come_last() {
        List<Figure> figures = new ArrayList<>(commission(Trigger.CLIENT_PAYMENT, false));
        figures.addAll(commission(Trigger.COMPLETION, false));
        figures.add(forecast(referral(Stage.MEETING_HELD, "2026-01-31", "USD 1000.00"), List.of()));

        List<Forecast.Month> months = new Forecast(TODAY, figures, true).months();

        assertThat(months)
                .extracting(Forecast.Month::month)
                .containsExactly(YearMonth.parse("2026-05"), YearMonth.parse("2026-06"), null);
        assertThat(months)
                .extracting(Forecast.Month::total)
                .containsExactly(Money.parse("USD 100.00"), Money.parse("USD 50.00"), Money.parse("USD 100.00"));
    }

    private static List<Figure> commission(Trigger trigger, boolean held) {
        CreditedDeal deal = new CreditedDeal(
                PINE,
                "deal-1",
                "ref_1",
                new Client("brightwater.example", "Brightwater"),
                Money.parse("USD 1000.00"),
                Money.parse("USD 1000.00"),
                Fraction.WHOLE,
                LocalDate.parse("2026-03-11"),
                Origin.LIVE);
        Commission accrued = Commission.accrued(
                deal, Money.parse("USD 100.00"), new PlanRef("standard", 1), new PaymentTerms(trigger, 30, 0));
        return new ForecastCommission(policy(null), BOOK, TODAY)
                .of(
                        held
                                ? Draft.of(accrued)
                                        .holds(List.of(new Hold(Hold.Kind.FINANCE, "A document is missing.")))
                                        .commission()
                                : accrued);
    }

    private static Figure forecast(TrackedReferral referral, List<Sampled> sample) {
        ForecastPolicy policy = policy(4);
        return new ForecastReferral(policy, new StageOdds(policy, sample), BOOK, TODAY, new ExpectedInYear())
                .of(
                        referral,
                        PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL),
                        (value, closing) -> History.none(CurrencyUnit.USD));
    }

    private static Sampled decided(boolean won) {
        TrackedReferral open = referral(Stage.MEETING_HELD, "2026-01-01", "USD 1.00");
        return new Sampled(
                new TrackedReferral(
                        open.partnerId(),
                        open.referralId(),
                        open.clientKey(),
                        open.client(),
                        open.involvement(),
                        open.expectedValue(),
                        open.proposed(),
                        List.of(),
                        open.submittedOn(),
                        open.stage(),
                        open.stageSince(),
                        !won),
                won);
    }

    private static TrackedReferral referral(Stage stage, String since, @Nullable String value) {
        return referral(stage, since, value, null);
    }

    private static TrackedReferral referral(
            Stage stage, String since, @Nullable String value, @Nullable String proposed) {
        return new TrackedReferral(
                PINE,
                "ref_1",
                "brightwater.example",
                "Brightwater",
                Involvement.STANDARD,
                value == null ? null : Money.parse(value),
                proposed == null ? null : Money.parse(proposed),
                List.of(),
                LocalDate.parse("2026-01-01"),
                stage,
                LocalDate.parse(since),
                false);
    }

    private static ForecastPolicy policy(@Nullable Integer ownHistoryFrom) {
        Map<Stage, Assumption> stages = Stream.of(Stage.values())
                .collect(Collectors.toMap(stage -> stage, stage -> new Assumption(new BigDecimal("0.50"), 45)));
        return new ForecastPolicy(1, LocalDate.EPOCH, stages, ownHistoryFrom, 30);
    }
}
