package io.entente.commission.payouts;

import static io.entente.commission.payouts.policy.BlockReason.BELOW_MINIMUM;
import static io.entente.commission.payouts.policy.BlockReason.MISSING_TAX_FORM;
import static io.entente.commission.payouts.policy.BlockReason.NEGATIVE_BALANCE;
import static io.entente.commission.payouts.policy.BlockReason.NO_PAYMENT_DETAILS;
import static io.entente.commission.payouts.policy.BlockReason.ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payees.Payee;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.commission.payouts.policy.PayoutPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockingPolicyTest {

    private static final Payee NORD = PayoutMother.payee("par_nord");
    private static final Payee PINE = PayoutMother.american("par_pine");

    private final BlockingPolicy policy = new BlockingPolicy(
            new PayoutPolicy(
                    1, LocalDate.parse("2000-01-01"), Map.of("US", List.of(TaxForm.Type.W9), "*", List.of()), null),
            PayoutMother.PAYEE_POLICY);

    @Test
    void amounts_decide() {
        assertThat(eur("50.00", "0.00", "0.00", NORD)).isEmpty();
        assertThat(eur("49.99", "0.00", "0.00", NORD)).containsExactly(BELOW_MINIMUM);
        assertThat(eur("100.00", "0.00", "50.01", NORD)).containsExactly(BELOW_MINIMUM);
        assertThat(eur("10.00", "0.00", "10.00", NORD)).containsExactly(NEGATIVE_BALANCE);
        assertThat(eur("0.00", "0.00", "10.00", NORD)).containsExactly(NEGATIVE_BALANCE);
        assertThat(eur("0.00", "70.00", "0.00", NORD)).containsExactly(ON_HOLD);
    }

    @Test
    void every_reason_is_named() {
        assertThat(eur("10.00", "0.00", "0.00", null)).containsExactlyInAnyOrder(BELOW_MINIMUM, NO_PAYMENT_DETAILS);
        assertThat(eur("100.00", "0.00", "0.00", PINE))
                .as("an account in dollars")
                .containsExactly(NO_PAYMENT_DETAILS);
        Payee held = new Payee(
                PINE.partnerId(), "Pine", PINE.account(), "US", null, PINE.currency(), null, null, "Dispute.", 2);
        assertThat(policy.reasons(
                        new PayableBalance(Money.parse("USD 1.00"), Money.parse("USD 0.00"), Money.parse("USD 0.00")),
                        Money.parse("USD 50.00"),
                        held))
                .containsExactlyInAnyOrder(BELOW_MINIMUM, ON_HOLD, MISSING_TAX_FORM);
    }

    @Test
    void the_form_must_be_the_countrys() {
        Payee wrongForm = new Payee(
                PINE.partnerId(),
                "Pine",
                PINE.account(),
                "US",
                null,
                PINE.currency(),
                new TaxForm(TaxForm.Type.W8BEN, LocalDate.parse("2026-01-01")),
                null,
                null,
                1);
        PayableBalance balance =
                new PayableBalance(Money.parse("USD 99.00"), Money.parse("USD 0.00"), Money.parse("USD 0.00"));

        assertThat(policy.reasons(balance, Money.parse("USD 50.00"), wrongForm)).containsExactly(MISSING_TAX_FORM);
        assertThat(policy.reasons(balance, Money.parse("USD 50.00"), PINE)).isEmpty();
    }

    private Set<BlockReason> eur(String payable, String held, String owed, @Nullable Payee payee) {
        PayableBalance balance = new PayableBalance(
                Money.parse("EUR " + payable), Money.parse("EUR " + held), Money.parse("EUR " + owed));
        return policy.reasons(balance, Money.parse("EUR 50.00"), payee);
    }
}
