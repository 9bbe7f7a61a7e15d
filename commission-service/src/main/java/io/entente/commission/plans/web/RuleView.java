package io.entente.commission.plans.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Bands;
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
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A rule as the API shows it, which is how it takes it: the type, and the fields that this type has. */
record RuleView(String type, @JsonAnyGetter Map<String, Object> fields) {

    record BandView(Object from, String rate) {}

    static RuleView of(EarningRule rule) {
        return new RuleView(rule.code(), fields(rule));
    }

    private static Map<String, Object> fields(EarningRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (rule instanceof Percent percent) {
            fields.put("rate", percent.rate().toString());
        } else if (rule instanceof ByInvolvement rates) {
            fields.put("passive", rates.passive().toString());
            fields.put("standard", rates.standard().toString());
            fields.put("active", rates.active().toString());
        } else if (rule instanceof Flat flat) {
            fields.put("amount", MoneyJson.of(flat.amount()));
        } else if (rule instanceof RevenueSplit split) {
            fields.put("share", split.share().toString());
        } else if (rule instanceof VolumeTiers tiers) {
            tiers(fields, tiers.mode(), tiers.bands(), BigDecimal::intValueExact);
        } else if (rule instanceof DealSizeTiers tiers) {
            tiers(fields, tiers.mode(), tiers.bands(), amount(tiers.currency()));
        } else if (rule instanceof LifetimeValueTiers tiers) {
            tiers(fields, tiers.mode(), tiers.bands(), amount(tiers.currency()));
        } else if (rule instanceof ConversionTiers tiers) {
            fields.put("window", tiers.window().toString());
            fields.put("minimumReferrals", tiers.minimumReferrals());
            fields.put("bands", bands(tiers.bands(), from -> new Fraction(from).toString()));
        }
        return fields;
    }

    private static void tiers(
            Map<String, Object> fields, TierMode mode, Bands bands, Function<BigDecimal, Object> from) {
        fields.put("mode", mode);
        fields.put("bands", bands(bands, from));
    }

    private static List<BandView> bands(Bands bands, Function<BigDecimal, Object> from) {
        return bands.all().stream()
                .map(band -> new BandView(from.apply(band.from()), band.rate().toString()))
                .toList();
    }

    private static Function<BigDecimal, Object> amount(CurrencyUnit currency) {
        return from -> MoneyJson.of(Money.of(currency, from));
    }
}
