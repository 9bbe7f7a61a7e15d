package io.entente.commission.payees;

import io.entente.commission.partners.PartnerId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The payment details of a partner: the recipient, its account and its tax form.
 *
 * @param holder the holder of the account
 * @param country of residence, ISO 3166-1 alpha-2
 * @param address null if it is not known; payment files then contain none
 * @param currency of the account; payouts in another currency can't be sent to it
 * @param taxId as on the form; never shown in full
 * @param hold why nothing is paid out at present; null if payouts aren't held
 * @param version 1 when first stored, increased by one with each change
 */
public record Payee(
        PartnerId partnerId,
        String holder,
        BankAccount account,
        String country,
        @Nullable PostalAddress address,
        CurrencyUnit currency,
        @Nullable TaxForm taxForm,
        @Nullable String taxId,
        @Nullable String hold,
        long version) {

    /** The next version of the payee. */
    public Payee withVersion(long next) {
        return new Payee(partnerId, holder, account, country, address, currency, taxForm, taxId, hold, next);
    }

    /** The same payee with this hold, or without one. */
    public Payee withHold(@Nullable String reason) {
        return new Payee(partnerId, holder, account, country, address, currency, taxForm, taxId, reason, version);
    }

    /** Contains nothing that identifies a person or an account. */
    @Override
    public String toString() {
        return "Payee[" + partnerId + ", version " + version + "]";
    }
}
