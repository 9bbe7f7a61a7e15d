package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.joda.money.Money;

/**
 * How a payout is taxed: the VAT that is paid on top of the commission, and the tax that the firm keeps back. Each is calculated from
 * the commission that is paid and rounded once, HALF_UP to the currency's minor unit, as on an invoice.
 *
 * @param vatRate percent of the commission
 * @param withholdingRate percent of the commission
 * @param because the rule behind the VAT, such as {@code REVERSE_CHARGE}
 */
public record TaxTerms(BigDecimal vatRate, BigDecimal withholdingRate, String because) implements PortionTaxes {

    /** The payout is the commission alone. */
    public static final TaxTerms NONE = new TaxTerms(BigDecimal.ZERO, BigDecimal.ZERO, "");

    private static final int PERCENT = 2;

    /** Whether the program pays the commission alone. */
    public boolean areNone() {
        return equals(NONE);
    }

    /** The same terms, whenever the commission was earned. */
    @Override
    public TaxTerms of(Instant earnedAt) {
        return this;
    }

    PayoutTax on(Money commission) {
        return new PayoutTax(percent(commission, vatRate), percent(commission, withholdingRate));
    }

    /** Explains the amount that is paid. */
    String explained(Money commission) {
        PayoutTax tax = on(commission);
        return "VAT of %s %% (%s) adds %s, and withholding of %s %% takes off %s. The amount paid is %s."
                .formatted(
                        plain(vatRate),
                        because,
                        text(tax.vat()),
                        plain(withholdingRate),
                        text(tax.withheld()),
                        text(tax.paid(commission)));
    }

    private static Money percent(Money commission, BigDecimal rate) {
        return commission.multipliedBy(rate.movePointLeft(PERCENT), RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }

    private static String text(Money money) {
        return Texts.money(money);
    }
}
