package io.entente.referral.referral.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.referral.facts.CreditShare;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownCreditTest {

    private static final List<CreditShare> THREE = List.of(
            new CreditShare("par_oak", "ORIGINATOR", new BigDecimal("0.55")),
            new CreditShare("par_elm", "CO_SELLER", new BigDecimal("0.30")),
            new CreditShare("par_yew", "ADVISER", new BigDecimal("0.15")));

    @Test
    void a_partner_sees_its_own_share_and_that_the_rest_belongs_to_others() {
        assertThat(ShownCredit.of(THREE, "par_elm"))
                .containsExactly(new ShownCredit("par_elm", "CO_SELLER", "0.30"), new ShownCredit(null, null, "0.70"));
        assertThat(ShownCredit.of(THREE, "par_fir")).containsExactly(new ShownCredit(null, null, "1.00"));
    }

    @Test
    void a_partner_with_all_of_the_credit_sees_one_share() {
        assertThat(ShownCredit.of(List.of(CreditShare.whole("par_oak")), "par_oak"))
                .containsExactly(new ShownCredit("par_oak", "ORIGINATOR", "1"));
    }

    @Test
    void the_firm_sees_all_shares() {
        assertThat(ShownCredit.of(THREE, null))
                .extracting(ShownCredit::partnerId)
                .containsExactly("par_oak", "par_elm", "par_yew");
    }
}
