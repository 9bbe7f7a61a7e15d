package io.entente.commission.payees;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payouts.PayoutMother;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which field of a payee names a blocked country. */
class PayeePolicyTest {

    private static final PayeePolicy POLICY = new PayeePolicy(1, LocalDate.parse("2000-01-01"), Set.of("MC", "KP"), 30);
    private static final Payee PINE = PayoutMother.american("par_pine");

    @Test
    void each_field_in_a_blocked_country_is_named_with_the_country() {
        assertThat(POLICY.blockedFields(payee("US", null, account("MC5811222000010123456789030", null))))
                .isEqualTo(Map.of("iban", "MC"));
        assertThat(POLICY.blockedFields(payee("US", null, account("DE89370400440532013000", "CCOPKPPYXXX"))))
                .isEqualTo(Map.of("bic", "KP"));
        assertThat(POLICY.blockedFields(
                        payee("KP", new PostalAddress(null, null, "Monaco", "MC"), account(null, null))))
                .isEqualTo(Map.of("country", "KP", "address.country", "MC"));
        assertThat(POLICY.blockedFields(PINE)).isEmpty();
        assertThat(POLICY.blocks(PINE)).isFalse();
    }

    private static BankAccount account(@Nullable String iban, @Nullable String bic) {
        return new BankAccount(iban, iban == null ? "000123456789" : null, iban == null ? "021000021" : null, bic);
    }

    private static Payee payee(String country, @Nullable PostalAddress address, BankAccount account) {
        return new Payee(
                PINE.partnerId(), PINE.holder(), account, country, address, PINE.currency(), null, null, null, 1);
    }
}
