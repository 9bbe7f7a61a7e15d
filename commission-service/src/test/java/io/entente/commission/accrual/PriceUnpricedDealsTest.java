package io.entente.commission.accrual;

import static io.entente.commission.accrual.PriceUnpricedDeals.Result.NOTHING_DUE;
import static io.entente.commission.accrual.PriceUnpricedDeals.Result.PRICED;
import static io.entente.commission.accrual.PriceUnpricedDeals.Result.STILL_UNPRICED;
import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.Counters;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.Reciprocal;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PriceUnpricedDealsTest {

    private static final PlanBook NO_PLANS = PlanMother.book();
    private static final PlanBook TEN_PERCENT = PlanMother.everybodyAt("0.10");

    @Test
    void a_deal_without_a_plan_is_priced_once_after_the_gap_was_mended() {
        Program program = program();
        program.accrue(DealMother.deal("d", "par_ash", "USD 1000.00"));

        assertThat(program.priceBy(NO_PLANS)).isEqualTo(Map.of(STILL_UNPRICED, 1));
        assertThat(program.priceBy(TEN_PERCENT)).isEqualTo(Map.of(PRICED, 1));
        assertThat(program.priceBy(TEN_PERCENT)).isEmpty();

        assertThat(standing(program, "d").net()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(standing(program, "d").accrued()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_deal_that_a_correction_has_priced_is_not_priced_again() {
        Program program = program();
        Deal deal = DealMother.deal("d", "par_ash", "USD 1000.00");
        program.accrue(deal);
        program.plans(TEN_PERCENT);
        program.amended.record(AmendedDeals.corrected(DealMother.deal("d", "par_ash", "USD 700.00"), 2));
        assertThat(standing(program, "d").net()).isEqualTo(Money.parse("USD 70.00"));

        assertThat(program.priceBy(TEN_PERCENT)).as("it left the list").isEmpty();

        assertThat(standing(program, "d").net()).isEqualTo(Money.parse("USD 70.00"));
    }

    @Test
    void a_reversed_deal_and_one_that_lost_its_credit_leave_the_list() {
        Program program = program();
        program.accrue(DealMother.deal("d", "par_ash", "USD 1000.00"));
        program.accrue(DealMother.deal("e", "par_ash", "USD 500.00"));
        AmendedDeals.reverse(program, "d", "1000.00", 2);
        program.amended.record(AmendedDeals.corrected(DealMother.deal("e", "par_elm", "USD 500.00"), 2));

        assertThat(program.priceBy(TEN_PERCENT))
                .as("the deal of the other partner")
                .isEqualTo(Map.of(PRICED, 1));
        assertThat(program.ledger.standing(CommissionId.of("e", new PartnerId("par_elm"))))
                .hasValueSatisfying(found -> assertThat(found.net()).isEqualTo(Money.parse("USD 50.00")));
    }

    @Test
    void a_correction_into_a_gap_is_listed_and_priced_when_the_gap_is_mended() {
        Program program = new Program(
                new Everybody(), PlanMother.book(PlanMother.plan("new", Audience.ALL, "2026-01-01", null, "0.20")));
        LocalDate december = LocalDate.parse("2025-12-30");
        program.accrue(AmendedDeals.deal("d", "USD 1000.00"));
        program.settling.record(payment("p", "d", "400.00"));
        program.amended.record(AmendedDeals.corrected(
                AmendedDeals.full("d", "ref_d", "USD 1000.00", december, AmendedDeals.ASH_ALONE, null), 2));
        assertThat(standing(program, "d").net()).isEqualTo(Money.parse("USD 0.00"));

        assertThat(program.priceBy(TEN_PERCENT)).isEqualTo(Map.of(PRICED, 1));

        assertThat(standing(program, "d").net()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(standing(program, "d").released()).isEqualTo(Money.parse("USD 40.00"));
        assertThat(program.priceBy(TEN_PERCENT)).isEmpty();
    }

    @Test
    void a_payment_from_before_the_gap_was_mended_releases_the_commission() {
        Program program = program();
        program.accrue(DealMother.deal("d", "par_ash", "USD 1000.00"));
        program.settling.record(payment("p", "d", "400.00"));

        program.priceBy(TEN_PERCENT);

        assertThat(standing(program, "d").released()).isEqualTo(Money.parse("USD 40.00"));
    }

    @Test
    void each_deal_keeps_its_number_in_the_year() {
        Program program = program();
        for (int i = 1; i <= 5; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }

        program.priceBy(PlanMother.everybodyBy(
                new VolumeTiers(TierMode.MARGINAL, PlanMother.bands("1: 0.10, 4: 0.15, 11: 0.20"))));

        assertThat(standing(program, "d3").net()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(standing(program, "d4").net()).isEqualTo(Money.parse("USD 150.00"));
        assertThat(standing(program, "d5").net()).isEqualTo(Money.parse("USD 150.00"));
    }

    @Test
    void the_cap_of_a_year_counts_what_was_priced_before() {
        Program program = program();
        for (int i = 1; i <= 3; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }

        program.priceBy(PlanMother.book(PlanMother.plan(
                new Percent(Fraction.of("0.10")),
                Term.WHILE_ACTIVE,
                new Limits(null, Money.parse("USD 250.00"), null))));

        assertThat(List.of("d1", "d2", "d3"))
                .extracting(deal -> standing(program, deal).net().toString())
                .containsExactly("USD 100.00", "USD 100.00", "USD 50.00");
    }

    @Test
    void the_payments_of_a_retainer_are_priced_like_deals() {
        Program program = program();
        program.accrue(retainer("d"));
        program.settling.record(payment("one", "d", "100.00"));
        program.settling.record(payment("two", "d", "300.00"));

        assertThat(program.priceBy(TEN_PERCENT)).isEqualTo(Map.of(PRICED, 2, NOTHING_DUE, 1));

        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(paid(program, "two").net()).isEqualTo(Money.parse("USD 30.00"));
    }

    @Test
    void a_payment_of_which_nothing_was_kept_when_the_gap_was_mended_earns_if_its_refund_is_voided() {
        Program program = program();
        program.accrue(retainer("d"));
        program.settling.record(payment("one", "d", "650.00"));
        program.settling.record(refund("r", "650.00"));
        assertThat(program.priceBy(TEN_PERCENT)).isEqualTo(Map.of(NOTHING_DUE, 2));
        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 0.00"));

        program.settling.record(refund("r", "650.00").voided(LocalDate.parse("2026-05-02"), "Wrong client.", "user:a"));

        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 65.00"));
        assertThat(revenue(program)).isEqualTo(Money.parse("USD 650.00"));
        program.settling.record(refund("s", "250.00"));
        assertThat(paid(program, "one").net()).isEqualTo(Money.parse("USD 40.00"));
        assertThat(revenue(program)).isEqualTo(Money.parse("USD 400.00"));
    }

    @Test
    void a_payment_that_earns_after_the_gap_was_mended_counts_for_the_cap_of_a_year() {
        Program program = program();
        program.accrue(retainer("d"));
        program.settling.record(payment("one", "d", "650.00"));
        program.settling.record(refund("r", "650.00"));
        PlanBook capped = PlanMother.book(PlanMother.plan(
                new Percent(Fraction.of("0.10")), Term.WHILE_ACTIVE, new Limits(null, Money.parse("USD 70.00"), null)));
        program.priceBy(capped);

        program.settling.record(refund("r", "650.00").voided(LocalDate.parse("2026-05-02"), "Wrong client.", "user:a"));

        assertThat(program.ledger.head(new PartnerId("par_ash")).counters().earned(2026, "standard", CurrencyUnit.USD))
                .isEqualTo(Money.parse("USD 65.00"));
    }

    @Test
    void a_plan_that_gives_nothing_takes_the_deal_off_the_list() {
        Program program = program();
        program.accrue(DealMother.deal("d", "par_ash", "USD 1000.00"));

        assertThat(program.priceBy(PlanMother.everybodyBy(new Reciprocal()))).isEqualTo(Map.of(NOTHING_DUE, 1));
        assertThat(program.priceBy(TEN_PERCENT)).isEmpty();
    }

    private static Program program() {
        return new Program(new Everybody(), NO_PLANS);
    }

    private static Commission standing(Program program, String deal) {
        return program.ledger
                .standing(CommissionId.of(deal, new PartnerId("par_ash")))
                .orElseThrow();
    }

    private static Commission paid(Program program, String payment) {
        return program.ledger
                .standing(CommissionId.of("d", new PartnerId("par_ash"), payment))
                .orElseThrow();
    }

    private static DealFact payment(String id, String deal, String amount) {
        return new DealFact(
                DealFact.Kind.PAYMENT,
                id,
                deal,
                Money.parse("USD " + amount),
                LocalDate.parse("2026-04-20"),
                "The client paid.",
                "system");
    }

    private static DealFact refund(String id, String amount) {
        return new DealFact(
                DealFact.Kind.REFUND,
                id,
                "d",
                Money.parse("USD " + amount),
                LocalDate.parse("2026-04-28"),
                "The client was refunded.",
                "system");
    }

    private static Money revenue(Program program) {
        Counters counters = program.ledger.head(new PartnerId("par_ash")).counters();
        return counters.revenue()
                .get(CurrencyUnit.USD)
                .minus(counters.takenBack(CurrencyUnit.USD).refunded());
    }

    private static Deal retainer(String id) {
        return new Deal(
                id,
                "ref_" + id,
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

    /** Knows every partner. */
    private static final class Everybody implements PartnerProfiles {
        @Override
        public Optional<PartnerProfile> find(PartnerId id) {
            return Optional.of(new PartnerProfile(id, Tier.ACTIVE, PartnershipModel.REFERRAL, 1));
        }

        @Override
        public boolean learn(PartnerProfile profile) {
            return false;
        }
    }
}
