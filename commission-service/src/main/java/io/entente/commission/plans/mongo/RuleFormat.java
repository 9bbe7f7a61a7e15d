package io.entente.commission.plans.mongo;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.platform.domain.MoneyJson;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.util.Converter;
import tools.jackson.databind.util.StdConverter;

/**
 * The stored form of a plan's rule: the field {@code type} with the rule's code, and one field for each component of the
 * rule. Rates, bands and periods are text, so no reader makes a binary fraction of them. A new rule needs one more line
 * here.
 */
final class RuleFormat {

    /** Gives the rules their names in documents, so that the domain needs no annotation. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface NamedByCode {}

    private record StoredBand(String from, String rate) {}

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(EarningRule.class, NamedByCode.class)
            .registerSubtypes(
                    new NamedType(Percent.class, Percent.CODE),
                    new NamedType(ByInvolvement.class, ByInvolvement.CODE),
                    new NamedType(Flat.class, Flat.CODE),
                    new NamedType(VolumeTiers.class, VolumeTiers.CODE),
                    new NamedType(DealSizeTiers.class, DealSizeTiers.CODE),
                    new NamedType(LifetimeValueTiers.class, LifetimeValueTiers.CODE),
                    new NamedType(ConversionTiers.class, ConversionTiers.CODE),
                    new NamedType(RevenueSplit.class, RevenueSplit.CODE),
                    new NamedType(Reciprocal.class, Reciprocal.CODE))
            .addModule(values())
            .build();

    private RuleFormat() {}

    static Map<String, Object> write(EarningRule rule) {
        return JSON.convertValue(rule, FIELDS);
    }

    /** @throws RuntimeException if the fields are no rule that this version knows */
    static EarningRule read(Map<String, Object> fields) {
        return JSON.convertValue(fields, EarningRule.class);
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("rule-values");
        convert(module, Fraction.class, type(String.class), Fraction::toString, Fraction::of);
        convert(module, CurrencyUnit.class, type(String.class), CurrencyUnit::getCode, CurrencyUnit::of);
        convert(module, Money.class, type(MoneyJson.class), MoneyJson::of, MoneyJson::toMoney);
        convert(module, Bands.class, new TypeReference<>() {}, RuleFormat::stored, RuleFormat::bands);
        return module;
    }

    private static List<StoredBand> stored(Bands bands) {
        return bands.all().stream()
                .map(band ->
                        new StoredBand(band.from().toPlainString(), band.rate().toString()))
                .toList();
    }

    private static Bands bands(List<StoredBand> stored) {
        return new Bands(stored.stream()
                .map(band -> new Band(new BigDecimal(band.from()), Fraction.of(band.rate())))
                .toList());
    }

    private static <F> TypeReference<F> type(Class<F> form) {
        return new TypeReference<>() {
            @Override
            public Type getType() {
                return form;
            }
        };
    }

    private static <T, F> void convert(
            SimpleModule module, Class<T> value, TypeReference<F> form, Function<T, F> write, Function<F, T> read) {
        module.addSerializer(value, new StdConvertingSerializer(value, converter(type(value), form, write)));
        module.addDeserializer(value, new StdConvertingDeserializer<>(converter(form, type(value), read)));
    }

    private static <A, B> Converter<A, B> converter(
            TypeReference<A> from, TypeReference<B> to, Function<A, B> conversion) {
        return new StdConverter<>() {
            @Override
            public B convert(A value) {
                return conversion.apply(value);
            }

            @Override
            public JavaType getInputType(TypeFactory types) {
                return types.constructType(from);
            }

            @Override
            public JavaType getOutputType(TypeFactory types) {
                return types.constructType(to);
            }
        };
    }
}
