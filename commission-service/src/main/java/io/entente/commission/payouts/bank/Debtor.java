package io.entente.commission.payouts.bank;

import io.entente.commission.payees.BankAccount;
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
 * @param accounts by ISO 4217 code, such as {@code entente.commission.debtor.accounts.usd.number}
 */
@ConfigurationProperties("entente.commission.debtor")
public record Debtor(
        @DefaultValue("") String name,
        @DefaultValue("") String iban,
        @DefaultValue("") String bic,
        @DefaultValue Map<String, Account> accounts) {

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
