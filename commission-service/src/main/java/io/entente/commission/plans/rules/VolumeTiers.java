package io.entente.commission.plans.rules;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.Step.Wording;
import java.math.BigDecimal;
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
    public Charge on(Money basis, PricedDeal deal, History history) {
        long number = history.dealsThisYear() + 1;
        int year = deal.closedOn().getYear();
        Band band = bands.reached(BigDecimal.valueOf(number));
        Step because = Step.lazy("ORDINAL", () -> wording(number, year, band));
        return band == null ? Charge.none(because) : Charge.at(band.rate(), basis, because);
    }

    private Wording wording(long number, int year, @Nullable Band band) {
        // A payment on a retainer can come after later deals, so the number isn't always that of this deal.
        String which = mode == TierMode.RETROACTIVE
                ? "The partner has won " + number + " deals in " + year + " so far"
                : "It is the partner's won deal number " + number + " of " + year;
        String ordinal = Long.toString(number);
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

    @Override
    public boolean movesEarlierDeals() {
        return mode == TierMode.RETROACTIVE;
    }
}
