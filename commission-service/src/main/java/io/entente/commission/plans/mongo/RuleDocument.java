package io.entente.commission.plans.mongo;

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
import io.entente.commission.plans.rules.Reciprocal;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's rule is stored: its name, and of the other fields those that it has.
 *
 * @param currency of bands that start at amounts
 * @param window ISO-8601, {@code P12M}
 */
record RuleDocument(
        String type,
        @Nullable String rate,
        @Nullable String passive,
        @Nullable String standard,
        @Nullable String active,
        @Nullable MoneyJson amount,
        @Nullable TierMode mode,
        @Nullable String currency,
        @Nullable String window,
        @Nullable Integer minimumReferrals,
        @Nullable List<BandDocument> bands,
        @Nullable String share) {

    /** @param from decimal text: a number of deals, an amount, or a part of one */
    record BandDocument(String from, String rate) {}

    static RuleDocument of(EarningRule rule) {
        Writing writing = new Writing(rule.code());
        if (rule instanceof Percent percent) {
            writing.rate = percent.rate().toString();
        } else if (rule instanceof ByInvolvement rates) {
            writing.passive = rates.passive().toString();
            writing.standard = rates.standard().toString();
            writing.active = rates.active().toString();
        } else if (rule instanceof Flat flat) {
            writing.amount = MoneyJson.of(flat.amount());
        } else if (rule instanceof RevenueSplit split) {
            writing.share = split.share().toString();
        } else if (rule instanceof VolumeTiers tiers) {
            writing.tiers(tiers.mode(), null, tiers.bands());
        } else if (rule instanceof DealSizeTiers tiers) {
            writing.tiers(tiers.mode(), tiers.currency(), tiers.bands());
        } else if (rule instanceof LifetimeValueTiers tiers) {
            writing.tiers(tiers.mode(), tiers.currency(), tiers.bands());
        } else if (rule instanceof ConversionTiers tiers) {
            writing.tiers(null, null, tiers.bands());
            writing.window = tiers.window().toString();
            writing.minimumReferrals = tiers.minimumReferrals();
        }
        return writing.done();
    }

    EarningRule toRule() {
        return switch (type) {
            case Percent.CODE -> new Percent(fraction("rate", rate));
            case ByInvolvement.CODE ->
                new ByInvolvement(
                        fraction("passive", passive), fraction("standard", standard), fraction("active", active));
            case Flat.CODE -> new Flat(Objects.requireNonNull(amount, "amount").toMoney());
            case VolumeTiers.CODE -> new VolumeTiers(requireMode(), readBands());
            case DealSizeTiers.CODE -> new DealSizeTiers(requireMode(), currencyUnit(), readBands());
            case LifetimeValueTiers.CODE -> new LifetimeValueTiers(requireMode(), currencyUnit(), readBands());
            case ConversionTiers.CODE ->
                new ConversionTiers(
                        Period.parse(Objects.requireNonNull(window, "window")),
                        Objects.requireNonNull(minimumReferrals, "minimumReferrals"),
                        readBands());
            case RevenueSplit.CODE -> new RevenueSplit(fraction("share", share));
            case Reciprocal.CODE -> new Reciprocal();
            default -> throw new IllegalArgumentException("no such rule: " + type);
        };
    }

    private TierMode requireMode() {
        return Objects.requireNonNull(mode, "mode");
    }

    private CurrencyUnit currencyUnit() {
        return CurrencyUnit.of(Objects.requireNonNull(currency, "currency"));
    }

    private Bands readBands() {
        return new Bands(Objects.requireNonNull(bands, "bands").stream()
                .map(band -> new Band(new BigDecimal(band.from()), Fraction.of(band.rate())))
                .toList());
    }

    private static Fraction fraction(String field, @Nullable String decimal) {
        return Fraction.of(Objects.requireNonNull(decimal, field));
    }

    /** Fields set as a rule has them. */
    private static final class Writing {
        private final String type;
        private @Nullable String rate;
        private @Nullable String passive;
        private @Nullable String standard;
        private @Nullable String active;
        private @Nullable MoneyJson amount;
        private @Nullable TierMode mode;
        private @Nullable String currency;
        private @Nullable String window;
        private @Nullable Integer minimumReferrals;
        private @Nullable List<BandDocument> bands;
        private @Nullable String share;

        Writing(String type) {
            this.type = type;
        }

        void tiers(@Nullable TierMode tierMode, @Nullable CurrencyUnit unit, Bands all) {
            mode = tierMode;
            currency = unit == null ? null : unit.getCode();
            bands = all.all().stream()
                    .map(band -> new BandDocument(
                            band.from().toPlainString(), band.rate().toString()))
                    .toList();
        }

        RuleDocument done() {
            return new RuleDocument(
                    type,
                    rate,
                    passive,
                    standard,
                    active,
                    amount,
                    mode,
                    currency,
                    window,
                    minimumReferrals,
                    bands,
                    share);
        }
    }
}
