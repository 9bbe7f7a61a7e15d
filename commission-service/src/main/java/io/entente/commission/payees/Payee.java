package io.entente.commission.payees;

import io.entente.commission.partners.PartnerId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * To whom and where a partner is paid.
 *
 * @param holder of the account
 * @param country of residence, ISO 3166-1 alpha-2
 * @param currency of the account: payouts in another one can't go there
 * @param taxId as on the form; never shown whole
 * @param hold why nothing is paid out for the time being; absent mostly
 * @param version 1 when stored first, one more with each change
 */
public record Payee(
        PartnerId partnerId,
        String holder,
        BankAccount account,
        String country,
        CurrencyUnit currency,
        @Nullable TaxForm taxForm,
        @Nullable String taxId,
        @Nullable String hold,
        long version) {

    /** The same as it is stored next. */
    public Payee withVersion(long next) {
        return new Payee(partnerId, holder, account, country, currency, taxForm, taxId, hold, next);
    }

    /** Nothing that names a person or an account. */
    @Override
    public String toString() {
        return "Payee[" + partnerId + ", version " + version + "]";
    }
}
