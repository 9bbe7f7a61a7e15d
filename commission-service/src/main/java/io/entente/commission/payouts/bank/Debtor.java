package io.entente.commission.payouts.bank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose account the payouts are paid from.
 *
 * @param name at most 140 characters
 * @param iban empty where nobody said: then there is no pain.001 file
 * @param bic of its bank; may be empty
 */
@ConfigurationProperties("entente.commission.debtor")
public record Debtor(@DefaultValue("") String name, @DefaultValue("") String iban, @DefaultValue("") String bic) {

    public boolean isKnown() {
        return !name.isBlank() && !iban.isBlank();
    }
}
