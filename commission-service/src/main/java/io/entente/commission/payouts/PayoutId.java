package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;
import org.joda.money.CurrencyUnit;

/**
 * A payout's id: batch, partner and currency in one text, {@code pob_01k….par_01k….USD}, so that a partner is in a batch once
 * for each currency, and a batch's payouts are a range of ids.
 */
public record PayoutId(String value) {

    public static PayoutId of(String batchId, PartnerId partner, CurrencyUnit currency) {
        return new PayoutId(rangeOf(batchId) + partner + "." + currency.getCode());
    }

    /** What the ids of a batch's payouts begin with. */
    public static String rangeOf(String batchId) {
        return batchId + ".";
    }

    /** The reference that goes with the money to the partner's bank statement: at most 35 characters, as ISO 20022 has it. */
    public String endToEndId() {
        return DerivedId.of("E", value).replace("_", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
