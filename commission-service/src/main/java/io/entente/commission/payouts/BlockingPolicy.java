package io.entente.commission.payouts;

import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.commission.payouts.policy.PayoutPolicy;
import java.util.EnumSet;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Finds all reasons why a partner can't be paid, not only the first. */
public final class BlockingPolicy {

    private final PayoutPolicy policy;
    private final PayeePolicy payees;

    public BlockingPolicy(PayoutPolicy policy, PayeePolicy payees) {
        this.policy = policy;
        this.payees = payees;
    }

    /** The reasons; none means that the partner can be paid. */
    public Set<BlockReason> reasons(PayableBalance balance, Money minimum, @Nullable Payee payee) {
        Set<BlockReason> reasons = amounts(balance.net(), balance.held(), minimum);
        if (payee == null) {
            reasons.add(BlockReason.NO_PAYMENT_DETAILS);
            return reasons;
        }
        if (!payee.currency().equals(minimum.getCurrencyUnit())) {
            reasons.add(BlockReason.NO_PAYMENT_DETAILS);
        }
        if (payee.hold() != null) {
            reasons.add(BlockReason.ON_HOLD);
        }
        if (lacksForm(payee)) {
            reasons.add(BlockReason.MISSING_TAX_FORM);
        }
        if (payees.blocks(payee)) {
            reasons.add(BlockReason.BLOCKED_COUNTRY);
        }
        return reasons;
    }

    private static Set<BlockReason> amounts(Money net, Money held, Money minimum) {
        Set<BlockReason> reasons = EnumSet.noneOf(BlockReason.class);
        if (net.isZero() && held.isPositive()) {
            reasons.add(BlockReason.ON_HOLD);
        } else if (!net.isPositive()) {
            reasons.add(BlockReason.NEGATIVE_BALANCE);
        } else if (net.isLessThan(minimum)) {
            reasons.add(BlockReason.BELOW_MINIMUM);
        }
        return reasons;
    }

    private boolean lacksForm(Payee payee) {
        TaxForm form = payee.taxForm();
        var needed = policy.formsOf(payee.country());
        return !needed.isEmpty() && (form == null || !needed.contains(form.type()));
    }
}
