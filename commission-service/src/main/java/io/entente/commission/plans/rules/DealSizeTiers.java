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

/**
 * A rate that depends on the deal's size. In mode marginal, each part of the amount has the rate of its band. In mode
 * retroactive, the whole amount has the rate of the band that it reaches.
 *
 * @param currency of the bands
 * @param bands by amount
 */
public record DealSizeTiers(TierMode mode, CurrencyUnit currency, Bands bands) implements EarningRule {

    public static final String CODE = "DEAL_SIZE_TIERS";

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
        BigDecimal size = basis.getAmount();
        Band band = bands.reached(size);
        if (band == null) {
            return Charge.none(Step.lazy("DEAL_SIZE", () -> below(size)));
        }
        Step because = Step.lazy("DEAL_SIZE", () -> wording(size, band));
        return mode == TierMode.MARGINAL
                ? Charge.of(bands.slices(BigDecimal.ZERO, size), because)
                : Charge.at(band.rate(), basis, because);
    }

    private Wording below(BigDecimal size) {
        String from = Amounts.text(bands.first().from(), currency);
        return Wording.of(
                "The plan pays from a deal size of " + from + " on.",
                "size",
                Amounts.text(size, currency),
                "from",
                from);
    }

    private Wording wording(BigDecimal size, Band band) {
        String from = Amounts.text(band.from(), currency);
        String on = mode == TierMode.MARGINAL ? " on what is above" : " on all of it";
        return Wording.of(
                "The deal reaches the band from " + from + ": " + band.rate().percent() + on + ".",
                "size",
                Amounts.text(size, currency),
                "from",
                from,
                "rate",
                band.rate().toString());
    }
}
