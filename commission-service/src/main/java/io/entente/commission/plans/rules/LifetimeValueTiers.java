package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.Step.Told;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rate by what the client has bought through the partner altogether, with this deal: marginal, each part of the deal at
 * the rate of the band that it takes the client into; or, retroactive, all of the client's deals at the rate of the band
 * reached.
 *
 * @param currency of the bands
 * @param bands from which revenue on
 */
public record LifetimeValueTiers(TierMode mode, CurrencyUnit currency, Bands bands) implements EarningRule {

    public static final String CODE = "LIFETIME_VALUE_TIERS";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Charge on(Money basis, PricedDeal deal, History history) {
        BigDecimal before = history.clientRevenue().getAmount();
        BigDecimal after = before.add(basis.getAmount());
        Band band = bands.reached(after);
        Step because = Step.later("CLIENT_REVENUE", () -> told(before, after, band));
        if (band == null) {
            return Charge.none(because);
        }
        return mode == TierMode.MARGINAL
                ? Charge.of(bands.slices(before, after), because)
                : Charge.at(band.rate(), basis, because);
    }

    private Told told(BigDecimal before, BigDecimal after, @Nullable Band band) {
        String was = Amounts.text(before, currency);
        String is = Amounts.text(after, currency);
        String revenue = "The client had bought for " + was + " through this partner, and with this for " + is;
        if (band == null) {
            String from = Amounts.text(bands.first().from(), currency);
            return Told.of(revenue + "; the plan pays from " + from + " on.", "before", was, "after", is, "from", from);
        }
        String from = Amounts.text(band.from(), currency);
        String on = mode == TierMode.MARGINAL ? " on what is above." : ", for all of the client's deals.";
        return Told.of(
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
