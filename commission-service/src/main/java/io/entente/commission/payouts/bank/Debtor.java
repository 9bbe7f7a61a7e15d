package io.entente.commission.payouts.bank;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.bankform.BankForm;
import io.entente.commission.payees.bankform.BankText;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The owner of the accounts from which payouts are made.
 *
 * @param name at most 140 characters
 * @param iban the account for every currency that has no account of its own; empty if there is none
 * @param bic of its bank; may be empty
 * @param address of the firm; absent if payment files contain none
 * @param accounts by ISO 4217 code, such as {@code entente.commission.debtor.accounts.usd.number}
 */
@ConfigurationProperties("entente.commission.debtor")
public record Debtor(
        @DefaultValue("") String name,
        @DefaultValue("") String iban,
        @DefaultValue("") String bic,
        @Nullable Address address,
        @DefaultValue Map<String, Account> accounts) {

    /** A structured address. Town and country are required, because banks refuse an address without them. */
    public record Address(@Nullable String street, @Nullable String postCode, String town, String country) {}

    /** An IBAN, or an account number with a bank code in countries without IBANs. */
    public record Account(
            @Nullable String iban, @Nullable String number, @Nullable String bankCode, @Nullable String bic) {

        BankAccount toBankAccount() {
            return new BankAccount(plain(iban), plain(number), plain(bankCode), plain(bic));
        }

        private static @Nullable String plain(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.replace(" ", "");
        }
    }

    /** The name as payment files write it. */
    String bankName() {
        return BankText.of(name, BankForm.MAX_SEPA_NAME_CHARACTERS);
    }

    /** The address as payment files write it; null if none is configured. */
    @Nullable
    PostalAddress postalAddress() {
        return address == null
                ? null
                : BankForm.address(new PostalAddress(address.street, address.postCode, address.town, address.country));
    }

    /**
     * The account from which a currency is paid. It is empty if no account or no firm is configured; there is no pain.001
     * file then.
     */
    Optional<BankAccount> accountFor(CurrencyUnit currency) {
        Account configured = accounts.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(currency.getCode()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new Account(iban, null, null, bic));
        BankAccount account = configured.toBankAccount();
        return name.isBlank() || (account.iban() == null && account.number() == null)
                ? Optional.empty()
                : Optional.of(account);
    }
}
