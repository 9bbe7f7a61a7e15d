package io.entente.commission.plans;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.Conversion;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.inputs.KnownHistory;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Histories of partners for tests. Each has one thing in it. */
public final class PastMother {

    private static final KnownHistory NOTHING =
            (KnownHistory) History.none(Money.parse("USD 0").getCurrencyUnit());

    private PastMother() {}

    public static KnownHistory nothing() {
        return NOTHING;
    }

    public static KnownHistory deals(long thisYear) {
        return new KnownHistory(
                thisYear, NOTHING.clientRevenue(), ReferralDeals.NONE, Conversion.NONE, NOTHING.earnedThisYear());
    }

    public static KnownHistory clientBought(String amount) {
        return new KnownHistory(0, Money.parse(amount), ReferralDeals.NONE, Conversion.NONE, NOTHING.earnedThisYear());
    }

    public static KnownHistory referral(long earlier, @Nullable String firstClosedOn) {
        LocalDate first = firstClosedOn == null ? null : LocalDate.parse(firstClosedOn);
        return new KnownHistory(
                0,
                NOTHING.clientRevenue(),
                new ReferralDeals(earlier, first),
                Conversion.NONE,
                NOTHING.earnedThisYear());
    }

    public static KnownHistory converted(long submitted, long won) {
        return new KnownHistory(
                0,
                NOTHING.clientRevenue(),
                ReferralDeals.NONE,
                new Conversion(submitted, won),
                NOTHING.earnedThisYear());
    }

    public static KnownHistory earned(String thisYear) {
        return new KnownHistory(0, NOTHING.clientRevenue(), ReferralDeals.NONE, Conversion.NONE, Money.parse(thisYear));
    }
}
