package io.entente.partner.alerts;

import io.entente.partner.alerts.AlertPolicy.Concentration;
import io.entente.partner.alerts.Finding.AlertFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Looks whether a few partners bring most of the revenue, in any currency.
 *
 * @param revenue of each partner, by currency
 */
record FindConcentration(Map<String, Map<String, Money>> revenue) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** The currency with the greatest share; empty if none is as great as the policy says. As many partners as are counted say nothing. */
    Optional<Finding> find(Concentration rule) {
        return new TreeMap<>(revenue)
                .values().stream()
                        .filter(partners -> partners.size() > rule.partners())
                        .map(partners -> share(partners, rule.partners()))
                        .filter(share -> share.share().compareTo(rule.share()) >= 0)
                        .max(Comparator.comparing(Share::share))
                        .map(Share::finding);
    }

    private static Share share(Map<String, Money> partners, int count) {
        List<Map.Entry<String, Money>> sorted = partners.entrySet().stream()
                .sorted(Map.Entry.<String, Money>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        BigDecimal all = sum(sorted);
        BigDecimal top = sum(sorted.subList(0, count));
        return new Share(
                sorted.get(0).getValue().getCurrencyUnit().getCode(),
                sorted.subList(0, count).stream().map(Map.Entry::getKey).toList(),
                top.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(List<Map.Entry<String, Money>> partners) {
        return partners.stream().map(each -> each.getValue().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Share(String currency, List<String> partners, BigDecimal share) {

        Finding finding() {
            return new Finding(
                    AlertKind.CONCENTRATION,
                    partners.get(0),
                    List.of(
                            new AlertFigure("share", share.toPlainString()),
                            new AlertFigure("currency", currency),
                            new AlertFigure("partners", partners.stream().collect(Collectors.joining(", ")))));
        }
    }
}
