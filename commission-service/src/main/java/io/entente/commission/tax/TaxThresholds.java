package io.entente.commission.tax;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Thresholds by tax year. */
public record TaxThresholds(List<TaxThreshold> all) {

    /** The form for payments to people who aren't employees. */
    public static final String NEC = "1099-NEC";

    /** The threshold of a form in a tax year. */
    public Money of(String form, int year) {
        return all.stream()
                .filter(threshold -> threshold.form().equals(form) && threshold.fromYear() <= year)
                .max(Comparator.comparing(TaxThreshold::fromYear))
                .map(threshold -> Money.of(CurrencyUnit.USD, new BigDecimal(threshold.amount())))
                .orElseThrow(
                        () -> new IllegalStateException("There is no threshold of %s for %d".formatted(form, year)));
    }
}
