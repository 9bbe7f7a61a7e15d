package io.entente.commission.plans.web;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.ByInvolvement;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.Reciprocal;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The form that each earning rule has in the API: its {@code type}, which is the constant's name, and the fields of this
 * type. Plans are written and shown in the same form. A new rule needs one constant here.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state, and lists that nobody changes
enum RuleForm {
    PERCENT(Percent.class, RuleReading::percent, fields("rate"), rule -> List.of(text(rule.rate()))),
    BY_INVOLVEMENT(
            ByInvolvement.class,
            RuleReading::byInvolvement,
            fields("passive", "standard", "active"),
            rule -> List.of(text(rule.passive()), text(rule.standard()), text(rule.active()))),
    FLAT(Flat.class, RuleReading::flat, fields("amount"), rule -> List.of(MoneyJson.of(rule.amount()))),
    VOLUME_TIERS(
            VolumeTiers.class,
            RuleReading::volume,
            fields("mode", "bands"),
            rule -> List.of(rule.mode(), bands(rule.bands(), BigDecimal::intValueExact))),
    DEAL_SIZE_TIERS(
            DealSizeTiers.class,
            RuleReading::dealSize,
            fields("mode", "bands"),
            rule -> List.of(rule.mode(), bands(rule.bands(), amountIn(rule.currency())))),
    LIFETIME_VALUE_TIERS(
            LifetimeValueTiers.class,
            RuleReading::lifetimeValue,
            fields("mode", "bands"),
            rule -> List.of(rule.mode(), bands(rule.bands(), amountIn(rule.currency())))),
    CONVERSION_TIERS(
            ConversionTiers.class,
            RuleReading::conversion,
            fields("window", "minimumReferrals", "bands"),
            rule -> List.of(
                    rule.window().toString(),
                    rule.minimumReferrals(),
                    bands(rule.bands(), from -> text(new Fraction(from))))),
    REVENUE_SPLIT(RevenueSplit.class, RuleReading::split, fields("share"), rule -> List.of(text(rule.share()))),
    RECIPROCAL(Reciprocal.class, reading -> new Reciprocal(), fields(), rule -> List.of());

    private record BandView(Object from, String rate) {}

    private final Class<? extends EarningRule> rule;
    private final Function<RuleReading, @Nullable EarningRule> reader;
    private final List<String> fields;
    private final Function<EarningRule, List<Object>> values;

    /** @param values the values of the fields, in their order */
    <R extends EarningRule> RuleForm(
            Class<R> rule,
            Function<RuleReading, @Nullable EarningRule> reader,
            List<String> fields,
            Function<R, List<Object>> values) {
        this.rule = rule;
        this.reader = reader;
        this.fields = fields;
        this.values = any -> values.apply(rule.cast(any));
    }

    static RuleForm of(EarningRule rule) {
        return Arrays.stream(values())
                .filter(form -> form.isFor(rule.getClass()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The API has no form for the rule " + rule.code()));
    }

    boolean isFor(Class<?> type) {
        return rule == type;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    /** Reads a rule of this type; null if the reading has found problems. */
    @Nullable
    EarningRule read(RuleReading reading) {
        return reader.apply(reading);
    }

    /** The fields of a rule of this type, in their order. */
    Map<String, Object> write(EarningRule any) {
        List<Object> written = values.apply(any);
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            named.put(fields.get(i), written.get(i));
        }
        return named;
    }

    private static List<String> fields(String... names) {
        return List.of(names);
    }

    private static String text(Fraction fraction) {
        return fraction.toString();
    }

    private static List<BandView> bands(Bands bands, Function<BigDecimal, Object> from) {
        return bands.all().stream()
                .map(band -> new BandView(from.apply(band.from()), text(band.rate())))
                .toList();
    }

    private static Function<BigDecimal, Object> amountIn(CurrencyUnit currency) {
        return from -> MoneyJson.of(Money.of(currency, from));
    }
}
