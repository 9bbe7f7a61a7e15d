package io.entente.commission.payees.bankform;

import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A payee as payment files name it.
 *
 * @param name at most 70 characters in euros, the limit of SEPA, and 140 in other currencies, the limit of ISO 20022
 * @param address null if the payee has none; banks accept a structured address with town and country, or no address
 */
public record BankForm(String name, @Nullable PostalAddress address) {

    /** The longest name in a SEPA payment. */
    public static final int MAX_SEPA_NAME_CHARACTERS = 70;

    /** The longest name in any other payment. */
    public static final int MAX_NAME_CHARACTERS = 140;

    private static final int MAX_STREET_CHARACTERS = 70;
    private static final int MAX_POST_CODE_CHARACTERS = 16;
    private static final int MAX_TOWN_CHARACTERS = 35;

    public static BankForm of(Payee payee) {
        boolean euros = payee.currency().equals(CurrencyUnit.EUR);
        String name = BankText.of(payee.holder(), euros ? MAX_SEPA_NAME_CHARACTERS : MAX_NAME_CHARACTERS);
        PostalAddress address = payee.address();
        return new BankForm(name, address == null ? null : address(address));
    }

    /** An address as payment files write it. */
    public static PostalAddress address(PostalAddress address) {
        return new PostalAddress(
                text(address.street(), MAX_STREET_CHARACTERS),
                text(address.postCode(), MAX_POST_CODE_CHARACTERS),
                BankText.of(address.town(), MAX_TOWN_CHARACTERS),
                address.country());
    }

    private static @Nullable String text(@Nullable String text, int maxCharacters) {
        String written = text == null ? "" : BankText.of(text, maxCharacters);
        return written.isEmpty() ? null : written;
    }
}
