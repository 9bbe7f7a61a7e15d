package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.Step.Wording;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rate that depends on how many deals the partner has won in the calendar year. The guide: 1-3 referrals 10 %, 4-10 15 %,
 * 11+ 20 %.
 *
 * @param bands by the number of deals in the year
 */
public record VolumeTiers(TierMode mode, Bands bands) implements EarningRule {

    public static final String CODE = "VOLUME_TIERS";

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
        BigDecimal counted = history.countedThisYear().add(deal.counts().value());
        int year = deal.closedOn().getYear();
        Band band = bands.reached(BigDecimal.valueOf(number(counted)));
        Step because = Step.lazy("ORDINAL", () -> wording(counted, isPlain(counted, deal), year, band));
        return band == null ? Charge.none(because) : Charge.at(band.rate(), basis, because);
    }

    /**
     * The whole number of deals that is reached if deals count less than one each. It is 1 for the first deal even if that
     * counts less, because the bands begin there.
     *
     * @param counted what the deals of the year count
     */
    public static long number(BigDecimal counted) {
        return Math.max(1, counted.longValue());
    }

    private static boolean isPlain(BigDecimal counted, PricedDeal deal) {
        return deal.counts().equals(Fraction.WHOLE)
                && counted.stripTrailingZeros().scale() <= 0;
    }

    private Wording wording(BigDecimal counted, boolean plain, int year, @Nullable Band band) {
        String ordinal = counted.stripTrailingZeros().toPlainString();
        String which = plain ? ordinalIn(year, ordinal) : "The partner's won deals of " + year + " count as " + ordinal;
        if (band == null) {
            String from = bands.first().from().toPlainString();
            return Wording.of(
                    which + ", and the plan pays from number " + from + " on.", "ordinal", ordinal, "from", from);
        }
        String from = band.from().toPlainString();
        String all = mode == TierMode.RETROACTIVE ? ", for all deals of the year." : ".";
        return Wording.of(
                which + ": from number " + from + " on the rate is "
                        + band.rate().percent() + all,
                "ordinal",
                ordinal,
                "year",
                Integer.toString(year),
                "from",
                from,
                "rate",
                band.rate().toString());
    }

    /** A payment on a retainer can come after later deals, so the number isn't always that of this deal. */
    private String ordinalIn(int year, String ordinal) {
        return mode == TierMode.RETROACTIVE
                ? "The partner has won " + Quantity.of(new BigDecimal(ordinal), "deal") + " in " + year + " so far"
                : "It is the partner's won deal number " + ordinal + " of " + year;
    }

    @Override
    public boolean movesEarlierDeals() {
        return mode == TierMode.RETROACTIVE;
    }
}
