package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.Conversion;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.Step.Wording;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rate that depends on the part of the partner's referrals that are won. The guide: a higher rate if 50 % or more close.
 * A later deal that takes the partner into a higher band also raises the deals of the window. A lower conversion never
 * takes anything back.
 *
 * @param window the time in which referrals count; it ends on the day the deal closed
 * @param minimumReferrals the conversion counts as 0 if the window has fewer referrals, because it is not meaningful then
 * @param bands by conversion, from 0 to 1
 */
public record ConversionTiers(Period window, int minimumReferrals, Bands bands) implements EarningRule {

    public static final String CODE = "CONVERSION_TIERS";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Fraction> rates() {
        return bands.rates();
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        Conversion conversion = history.conversion(window);
        Band band = reached(conversion);
        Step because = Step.lazy("CONVERSION", () -> wording(conversion, band));
        return band == null ? Charge.none(because) : Charge.at(band.rate(), basis, because);
    }

    /** The band of a conversion; null if it is below the first band. */
    @Nullable
    public Band reached(Conversion conversion) {
        return bands.reached(
                conversion.submitted() < minimumReferrals
                        ? BigDecimal.ZERO
                        : conversion.rate().value());
    }

    private Wording wording(Conversion conversion, @Nullable Band band) {
        String counted = "Of the partner's " + Quantity.of(conversion.submitted(), "referral") + " within " + window
                + ", " + Quantity.of(conversion.won(), "was won", "were won");
        String conversionText = conversion.submitted() < minimumReferrals
                ? counted + "; with fewer than " + Quantity.of(minimumReferrals, "referral")
                        + " the conversion counts as 0 %"
                : counted + ", which is " + conversion.rate().percent();
        Fraction from = new Fraction((band == null ? bands.first() : band).from());
        String rate = band == null ? "none" : band.rate().toString();
        String end = band == null
                ? "; the plan pays from " + from.percent() + " on."
                : ": from " + from.percent() + " on the rate is " + band.rate().percent() + ".";
        return Wording.of(
                conversionText + end,
                "submitted",
                Long.toString(conversion.submitted()),
                "won",
                Long.toString(conversion.won()),
                "conversion",
                conversion.rate().toString(),
                "from",
                from.toString(),
                "rate",
                rate);
    }

    @Override
    public boolean movesEarlierDeals() {
        return true;
    }
}
