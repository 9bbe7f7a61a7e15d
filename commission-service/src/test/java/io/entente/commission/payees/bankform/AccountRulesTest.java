package io.entente.commission.payees.bankform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountRulesTest {

    @Test
    void an_iban_and_a_bic_agree_on_the_country_and_territories_belong_to_theirs() {
        assertThat(AccountRules.agree("DE89370400440532013000", "COBADEFFXXX")).isTrue();
        assertThat(AccountRules.agree("DE89370400440532013000", "BNPAFRPP")).isFalse();
        assertThat(AccountRules.agree("FR1420041010050500013M02606", "BNPAGPGX"))
                .isTrue();
        assertThat(AccountRules.agree("GB29NWBK60161331926819", "NWBKJESH")).isTrue();
        assertThat(AccountRules.agree("GB29NWBK60161331926819", "BNPAGPGX")).isFalse();
    }

    @Test
    void only_an_account_outside_sepa_needs_a_bic() {
        assertThat(AccountRules.needsBic("KW81CBKU0000000000001234560101")).isTrue();
        assertThat(AccountRules.needsBic("AE070331234567890123456")).isTrue();
        assertThat(AccountRules.needsBic("DE89370400440532013000")).isFalse();
        assertThat(AccountRules.needsBic("CH9300762011623852957")).isFalse();
        assertThat(AccountRules.needsBic("GB29NWBK60161331926819")).isFalse();
        assertThat(AccountRules.needsBic("RS35260005601001611379"))
                .as("since May 2026")
                .isFalse();
    }

    @Test
    void check_digits_and_forms_are_checked() {
        assertThat(AccountRules.isIban("DE89370400440532013000")).isTrue();
        assertThat(AccountRules.isIban("DE88370400440532013000")).isFalse();
        assertThat(AccountRules.isBic("COBADEFF")).isTrue();
        assertThat(AccountRules.isBic("NOBIC")).isFalse();
    }
}
