package io.entente.partner.scorecards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a scorecard beside that of the period before.
 *
 * @param currency of money; otherwise null
 * @param value null if nothing was measured
 * @param previous the value of the period before; null if nothing was measured
 */
public record Figure(
        Metric metric, @Nullable String currency, @Nullable BigDecimal value, @Nullable BigDecimal previous) {

    /** How a figure has changed. */
    public enum Trend {
        RISING,
        FALLING,
        STEADY
    }

    /** All figures of a scorecard, in the order of the metrics; money has one figure for each currency. */
    public static List<Figure> all(PartnerFigures now, PartnerFigures before) {
        return Arrays.stream(Metric.values())
                .flatMap(metric -> metric.unit() == Metric.Unit.MONEY
                        ? money(metric, now, before).stream()
                        : Stream.of(new Figure(metric, null, metric.value(now), metric.value(before))))
                .toList();
    }

    private static List<Figure> money(Metric metric, PartnerFigures now, PartnerFigures before) {
        Map<String, Money> present = metric.amounts(now);
        Map<String, Money> past = metric.amounts(before);
        Set<String> currencies = new TreeSet<>(present.keySet());
        currencies.addAll(past.keySet());
        List<Figure> figures = new ArrayList<>();
        currencies.forEach(currency ->
                figures.add(new Figure(metric, currency, amount(present.get(currency)), amount(past.get(currency)))));
        return figures.isEmpty() ? List.of(new Figure(metric, null, null, null)) : figures;
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.getAmount();
    }

    /** How the value has changed; null if one of the two wasn't measured. */
    public @Nullable Trend trend() {
        if (value == null || previous == null) {
            return null;
        }
        int change = value.compareTo(previous);
        return change == 0 ? Trend.STEADY : change > 0 ? Trend.RISING : Trend.FALLING;
    }
}
