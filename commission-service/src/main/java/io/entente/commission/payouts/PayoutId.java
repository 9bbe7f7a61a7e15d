package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;
import org.joda.money.CurrencyUnit;

/**
 * A payout's id: batch, partner and currency in one text such as {@code pob_01k….par_01k….USD}. A partner can therefore be in
 * a batch once for each currency, and the payouts of a batch are a range of ids.
 */
public record PayoutId(String value) {

    public static PayoutId of(String batchId, PartnerId partner, CurrencyUnit currency) {
        return new PayoutId(rangeOf(batchId) + partner + "." + currency.getCode());
    }

    /** The prefix of the ids of a batch's payouts. */
    public static String rangeOf(String batchId) {
        return batchId + ".";
    }

    /** The reference that appears on the partner's bank statement: at most 35 characters, the limit of ISO 20022. */
    public String endToEndId() {
        return DerivedId.of("E", value).replace("_", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
