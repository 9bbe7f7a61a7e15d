package io.entente.commission.plans.web;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.Bands.Band;
import io.entente.commission.plans.rules.ByInvolvement;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.MoneyJson;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads a rule in the form of its type. It collects all problems instead of stopping at the first. */
final class RuleReading {

    private static final Pattern RATE = Pattern.compile("(?!0\\.0+$)0\\.\\d{1,6}|1(\\.0{1,6})?");

    private static final String RATE_MESSAGE =
            "must be a decimal above 0 and at most 1 with at most 6 decimals, such as 0.10";
    private static final int MAX_MINIMUM_REFERRALS = 10_000;
    private static final Period LONGEST_WINDOW = Period.ofYears(5);

    private final RuleRequest rule;
    private final List<Problem> problems = new ArrayList<>();

    RuleReading(RuleRequest rule) {
        this.rule = rule;
    }

    /**
     * A problem of a field.
     *
     * @param band the index of the band, if the field belongs to one
     */
    record Problem(String field, @Nullable Integer band, @Nullable String inBand, String message) {}

    List<Problem> problems() {
        return problems;
    }

    /** The rule; null if there are problems. */
    @Nullable
    EarningRule read() {
        refuseForeignFields();
        EarningRule read = rule.type().read(this);
        return problems.isEmpty() ? read : null;
    }

    /** Checks the rates of a rule without a type. Which fields it needs is unknown, but the given rates can be wrong. */
    void checkRates() {
        Map<String, @Nullable String> rates = new LinkedHashMap<>();
        rates.put("rate", rule.rate());
        rates.put("passive", rule.passive());
        rates.put("standard", rule.standard());
        rates.put("active", rule.active());
        rates.put("share", rule.share());
        rates.forEach((field, value) -> {
            if (value != null) {
                Fraction unused = rate(field, value);
            }
        });
    }

    private void refuseForeignFields() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("rate", rule.rate());
        given.put("passive", rule.passive());
        given.put("standard", rule.standard());
        given.put("active", rule.active());
        given.put("amount", rule.amount());
        given.put("mode", rule.mode());
        given.put("window", rule.window());
        given.put("minimumReferrals", rule.minimumReferrals());
        given.put("bands", rule.bands());
        given.put("share", rule.share());
        given.forEach((field, value) -> {
            if (value != null && !rule.type().has(field)) {
                problem(field, "is not a field of rule " + rule.type());
            }
        });
    }

    @Nullable
    EarningRule percent() {
        Fraction rate = rate("rate", rule.rate());
        return rate == null ? null : new Percent(rate);
    }

    @Nullable
    EarningRule byInvolvement() {
        Fraction passive = rate("passive", rule.passive());
        Fraction standard = rate("standard", rule.standard());
        Fraction active = rate("active", rule.active());
        return passive == null || standard == null || active == null
                ? null
                : new ByInvolvement(passive, standard, active);
    }

    @Nullable
    EarningRule flat() {
        MoneyJson amount = rule.amount();
        if (amount == null) {
            return problem("amount", "must not be null");
        }
        try {
            return amount.toMoney().isPositive() ? new Flat(amount.toMoney()) : problem("amount", "must be above zero");
        } catch (IllegalArgumentException | NullPointerException reportedByItsOwnConstraint) {
            return null;
        }
    }

    @Nullable
    EarningRule split() {
        Fraction share = rate("share", rule.share());
        return share == null ? null : new RevenueSplit(share);
    }

    @Nullable
    EarningRule volume() {
        TierMode mode = mode();
        Bands bands = bands(BandReading.ofDeals());
        return mode == null || bands == null ? null : new VolumeTiers(mode, bands);
    }

    @Nullable
    EarningRule dealSize() {
        TierMode mode = mode();
        BandReading reading = BandReading.ofAmounts();
        Bands bands = bands(reading);
        CurrencyUnit currency = reading.currency();
        return mode == null || bands == null || currency == null ? null : new DealSizeTiers(mode, currency, bands);
    }

    @Nullable
    EarningRule lifetimeValue() {
        TierMode mode = mode();
        BandReading reading = BandReading.ofAmounts();
        Bands bands = bands(reading);
        CurrencyUnit currency = reading.currency();
        return mode == null || bands == null || currency == null ? null : new LifetimeValueTiers(mode, currency, bands);
    }

    @Nullable
    EarningRule conversion() {
        Period window = window();
        Integer minimum = rule.minimumReferrals();
        if (minimum == null || minimum < 1 || minimum > MAX_MINIMUM_REFERRALS) {
            problem("minimumReferrals", "must be a number from 1 to " + MAX_MINIMUM_REFERRALS);
        }
        Bands bands = bands(BandReading.ofParts());
        if (bands != null && !bands.neverFall()) {
            problem("bands", "must not have a lower rate for a higher conversion");
        }
        return window == null || minimum == null || bands == null ? null : new ConversionTiers(window, minimum, bands);
    }

    private @Nullable Period window() {
        try {
            Period window = Period.parse(rule.window() == null ? "" : rule.window());
            LocalDate end = LocalDate.EPOCH.plus(window);
            if (end.isAfter(LocalDate.EPOCH) && !end.isAfter(LocalDate.EPOCH.plus(LONGEST_WINDOW))) {
                return window;
            }
        } catch (DateTimeException | ArithmeticException notAPeriod) {
            // Reported below.
        }
        return problem("window", "must be a period of at most 5 years, such as P12M");
    }

    private @Nullable TierMode mode() {
        return rule.mode() == null ? problem("mode", "must be MARGINAL or RETROACTIVE") : rule.mode();
    }

    private @Nullable Bands bands(BandReading reading) {
        List<RuleRequest.BandRequest> given = rule.bands();
        if (given == null || given.isEmpty() || given.size() > Bands.MAX_BANDS) {
            return problem("bands", "must be 1 to " + Bands.MAX_BANDS + " bands");
        }
        List<Band> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Band band = band(given.get(i), i, reading, read.isEmpty() ? null : read.get(read.size() - 1));
            if (band != null) {
                read.add(band);
            }
        }
        if (read.size() < given.size()) {
            return null;
        }
        Bands bands = new Bands(read);
        return rule.mode() == TierMode.RETROACTIVE && !bands.neverFall()
                ? problem(
                        "bands",
                        "must not have falling rates in mode RETROACTIVE, because it never lowers earlier commission")
                : bands;
    }

    private @Nullable Band band(
            RuleRequest.@Nullable BandRequest given, int place, BandReading reading, @Nullable Band before) {
        BandReading.From from = reading.from(given == null ? null : given.from());
        if (from.message() != null) {
            problems.add(new Problem("bands", place, "from", from.message()));
        } else if (before != null && from.value().compareTo(before.from()) <= 0) {
            problems.add(new Problem("bands", place, "from", "must be above the start of the band before"));
        }
        String rate = given == null ? null : given.rate();
        if (rate == null || !RATE.matcher(rate).matches()) {
            problems.add(new Problem("bands", place, "rate", RATE_MESSAGE));
            return null;
        }
        boolean rising =
                from.message() == null && (before == null || from.value().compareTo(before.from()) > 0);
        return rising ? new Band(from.value(), Fraction.of(rate)) : null;
    }

    private @Nullable Fraction rate(String field, @Nullable String value) {
        return value == null || !RATE.matcher(value).matches() ? problem(field, RATE_MESSAGE) : Fraction.of(value);
    }

    /** Notes a problem and returns null, because no value could be read. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T problem(String field, String message) {
        problems.add(new Problem(field, null, null, message));
        return null;
    }
}
