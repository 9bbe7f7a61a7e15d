package io.entente.commission.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * The amounts of an invoice, all in its currency and none negative. VAT and withholding are each calculated from the net
 * amount and rounded once, HALF_UP to the currency's minor unit.
 *
 * @param withholdingRate percent of the net amount
 * @param gross net plus VAT
 * @param payable gross minus the tax that is withheld
 */
public record Amounts(
        Money net,
        BigDecimal vatRate,
        Money vat,
        Money gross,
        BigDecimal withholdingRate,
        Money withheld,
        Money payable) {

    private static final int PERCENT = 2;

    /** @param earned of the statement; a credit note states a negative one without its sign */
    public static Amounts of(Money earned, BigDecimal vatRate, BigDecimal withholdingRate) {
        Money net = earned.abs();
        Money vat = percent(net, vatRate);
        Money withheld = percent(net, withholdingRate);
        Money gross = net.plus(vat);
        return new Amounts(net, vatRate, vat, gross, withholdingRate, withheld, gross.minus(withheld));
    }

    private static Money percent(Money net, BigDecimal rate) {
        return net.multipliedBy(rate.movePointLeft(PERCENT), RoundingMode.HALF_UP);
    }
}
