package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static io.entente.commission.deals.DealMother.deal;
import static io.entente.commission.plans.PlanMother.audience;
import static io.entente.commission.plans.PlanMother.book;
import static io.entente.commission.plans.PlanMother.everybodyAt;
import static io.entente.commission.plans.PlanMother.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.Deal;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Shares;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingsTest {

    private static final PartnerProfile PINE = PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL);

    @ParameterizedTest(name = "{1} of {0} is {2}")
    @CsvSource({
        "USD 10540.00, 0.10,     USD 1054.00",
        "USD 1054,     0.10,     USD 105.40",
        "USD 0.05,     0.10,     USD 0.01",
        "USD 33.35,    0.10,     USD 3.34",
        "USD 33.34,    0.10,     USD 3.33",
        "JPY 1054,     0.10,     JPY 105",
        "JPY 1055,     0.10,     JPY 106",
        "KWD 10.005,   0.10,     KWD 1.001",
        "USD 50.00,    1,        USD 50.00",
        "USD 1000000,  0.000001, USD 1.00",
    })
    void percent_is_rounded_half_up_to_the_minor_unit(String amount, String rate, String expected) {
        Posting posting = Postings.price(deal("d", "par_pine", amount), 0, PINE, everybodyAt(rate));

        assertThat(((Earned) posting.outcome()).amount()).isEqualTo(Money.parse(expected));
    }

    @Test
    void every_figure_is_explained() {
        Deal deal = deal("deal-7", "USD 33.35", List.of(credit("par_pine", "0.6"), credit("par_oak", "0.4")));
        PlanBook plans = book(
                plan("standard", audience(""), "2000-01-01", null, "0.05"),
                plan("active-2026", audience("ACTIVE"), "2026-01-01", "2026-12-31", "0.10"));

        Earned earned = (Earned) Postings.price(deal, 0, PINE, plans).outcome();

        assertThat(earned.explanation())
                .containsExactly(
                        "Deal deal-7 of 33.35 USD closed on 2026-04-02.",
                        "Plan active-2026, version 1, in force from 2026-01-01 to 2026-12-31, is the most specific for"
                                + " partner par_pine (tier ACTIVE, model REFERRAL): it applies to partners of this tier.",
                        "10 % of 33.35 USD is 3.335, rounded half up to 3.34 USD.",
                        "The partner's share as ORIGINATOR is 60 % of 3.34 USD: 2.00 USD, so that the shares of the 2"
                                + " partners credited add up exactly.");
        assertThat(earned.amount()).isEqualTo(Money.parse("USD 2.00"));
        assertThat(earned.rate()).isEqualTo(Fraction.of("0.10"));
        assertThat(earned.plan().code()).isEqualTo("active-2026");
    }

    @Test
    void without_a_plan_in_force_nothing_is_due_and_the_reason_is_said() {
        Deal old = deal("d", "USD 10.00", LocalDate.parse("1999-12-31"), List.of(credit("par_pine", "1")));

        PricingResult outcome =
                Postings.price(old, 0, PINE, everybodyAt("0.10")).outcome();

        assertThat(outcome).isInstanceOf(NothingDue.class);
        assertThat(((NothingDue) outcome).reason()).isEqualTo(Reason.NO_PLAN_IN_FORCE);
        assertThat(outcome.explanation())
                .containsExactly(
                        "Deal d of 10.00 USD closed on 1999-12-31.",
                        "No commission plan that applies to partner par_pine (tier ACTIVE, model REFERRAL) was in force"
                                + " on that day.");
    }

    @Test
    void an_amount_that_rounds_to_nothing_is_not_booked_as_commission() {
        Posting posting = Postings.price(deal("d", "par_pine", "USD 0.04"), 0, PINE, everybodyAt("0.10"));

        assertThat(((NothingDue) posting.outcome()).reason()).isEqualTo(Reason.AMOUNT_ROUNDS_TO_ZERO);
        assertThat(posting.lines()).isEmpty();
    }

    @Property
    void under_one_plan_the_partners_share_the_commission_rounded_once(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long units,
            @ForAll @IntRange(min = 1, max = 1_000_000) int rateMillionths,
            @ForAll("shares") List<Fraction> shares) {
        CurrencyUnit currency = CurrencyUnit.USD;
        BigDecimal rate = BigDecimal.valueOf(rateMillionths, 6);
        List<Credit> credit = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            credit.add(credit("par_" + i, shares.get(i).value()));
        }
        Deal deal = deal("d", Money.ofMinor(currency, units).toString(), credit);
        PlanBook plans = everybodyAt(rate.toPlainString());

        Money total = Money.zero(currency);
        Money revenue = Money.zero(currency);
        for (int i = 0; i < credit.size(); i++) {
            PartnerProfile partner = PlanMother.partner("par_" + i, Tier.ACTIVE, PartnershipModel.REFERRAL);
            Posting posting = Postings.price(deal, i, partner, plans);
            assertThat(LedgerLine.balance(posting.lines())).isTrue();
            if (posting.outcome() instanceof Earned earned) {
                total = total.plus(earned.amount());
            }
            revenue = revenue.plus(posting.deal().revenue());
        }

        BigDecimal exact = Money.ofMinor(currency, units).getAmount().multiply(rate);
        assertThat(total).isEqualTo(Money.of(currency, exact, RoundingMode.HALF_UP));
        assertThat(revenue).isEqualTo(deal.amount());
    }

    @Test
    void credit_that_is_not_the_whole_is_refused() {
        assertThatThrownBy(() -> deal("d", "USD 1.00", List.of(credit("par_pine", "0.6"), credit("par_oak", "0.3"))))
                .hasMessageContaining("0.90");
    }

    @Test
    void a_partner_credited_twice_has_one_commission_for_both() {
        Deal deal = deal(
                "d",
                "USD 100.00",
                List.of(credit("par_pine", "0.6"), credit("par_oak", "0.1"), credit("par_pine", "0.3")));

        assertThat(deal.credit()).hasSize(2);
        assertThat(deal.credit().get(0).share()).isEqualTo(Fraction.of("0.9"));
    }

    @Provide
    Arbitrary<List<Fraction>> shares() {
        return Shares.addingUpToOne();
    }
}
