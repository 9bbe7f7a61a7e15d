package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.Step.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rate that depends on what the client has bought through the partner in total, including this deal. In mode marginal,
 * each part of the deal has the rate of the band that the client's total is in. In mode retroactive, all deals of the
 * client have the rate of the band that the total reaches.
 *
 * @param currency of the bands
 * @param bands by the client's total
 */
public record LifetimeValueTiers(TierMode mode, CurrencyUnit currency, Bands bands) implements EarningRule {

    public static final String CODE = "LIFETIME_VALUE_TIERS";

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
        BigDecimal before = history.clientRevenue().getAmount();
        BigDecimal after = before.add(basis.getAmount());
        Band band = bands.reached(after);
        Step because = Step.lazy("CLIENT_REVENUE", () -> wording(before, after, band));
        if (band == null) {
            return Charge.none(because);
        }
        return mode == TierMode.MARGINAL
                ? Charge.of(bands.slices(before, after), because)
                : Charge.at(band.rate(), basis, because);
    }

    private Wording wording(BigDecimal before, BigDecimal after, @Nullable Band band) {
        String was = Amounts.text(before, currency);
        String is = Amounts.text(after, currency);
        String revenue = "The client's revenue through this partner was " + was + " and is now " + is;
        if (band == null) {
            String from = Amounts.text(bands.first().from(), currency);
            return Wording.of(
                    revenue + "; the plan pays from " + from + " on.", "before", was, "after", is, "from", from);
        }
        String from = Amounts.text(band.from(), currency);
        String on = mode == TierMode.MARGINAL ? ", for the part above." : ", for all of the client's deals.";
        return Wording.of(
                revenue + ": from " + from + " on the rate is " + band.rate().percent() + on,
                "before",
                was,
                "after",
                is,
                "from",
                from,
                "rate",
                band.rate().toString());
    }

    @Override
    public boolean movesEarlierDeals() {
        return mode == TierMode.RETROACTIVE;
    }
}
