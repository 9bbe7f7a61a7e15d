package io.entente.commission.payouts.review;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicies;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeFiles;
import io.entente.commission.payouts.PayableBalance;
import io.entente.commission.payouts.PayableMoney;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Compares a payout with the present: the payment and tax details, holds, and debts that have appeared since planning. */
public final class ReviewBatch {

    private final PayeeFiles payees;
    private final TaxDetails taxes;
    private final PayableMoney money;
    private final PayeePolicies policies;
    private final ZoneId zone;
    private final Clock clock;

    public ReviewBatch(
            PayeeFiles payees, TaxDetails taxes, PayableMoney money, PayeePolicies policies, ZoneId zone, Clock clock) {
        this.payees = payees;
        this.taxes = taxes;
        this.money = money;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * A payout as it looks today.
     *
     * @param held the partner's commission that is on hold
     * @param owed the amount that the partner owes and that the payout doesn't deduct
     * @param accountSince when the payee's account became the present one; null if that is not on record
     */
    public record Reviewed(
            Payout payout, Set<PayoutWarning> warnings, Money held, Money owed, @Nullable Instant accountSince) {}

    public Reviewed review(PayoutBatch batch, Payout payout) {
        PayableBalance balance =
                money.balance(payout.partnerId(), payout.amount().getCurrencyUnit(), batch.cutOff());
        EnumSet<PayoutWarning> warnings = EnumSet.noneOf(PayoutWarning.class);
        if (balance.owed().isPositive()) {
            warnings.add(PayoutWarning.DEBT_SINCE_PLANNING);
        }
        if (balance.held().isPositive()) {
            warnings.add(PayoutWarning.COMMISSION_ON_HOLD);
        }
        PayeeFile file = payees.file(payout.partnerId()).orElse(null);
        if (file != null) {
            addPayee(file, payout.payee(), warnings);
        }
        addTaxes(payout.partnerId(), batch.plannedAt(), warnings);
        return new Reviewed(
                payout,
                warnings,
                balance.held(),
                balance.owed(),
                file == null ? null : file.accountSince().orElse(null));
    }

    private void addPayee(PayeeFile file, Payee planned, Set<PayoutWarning> warnings) {
        Instant now = clock.instant();
        PayeePolicy policy = policies.on(now.atZone(zone).toLocalDate());
        Payee today = file.payee();
        if (!today.account().equals(planned.account())) {
            warnings.add(PayoutWarning.ACCOUNT_CHANGED_SINCE_PLANNING);
        } else if (today.version() != planned.version() && today.hold() == null) {
            warnings.add(PayoutWarning.DETAILS_CHANGED_SINCE_PLANNING);
        }
        if (file.accountSince().filter(since -> isRecent(since, now, policy)).isPresent()) {
            warnings.add(PayoutWarning.ACCOUNT_NEW);
        }
        if (file.pending() != null) {
            warnings.add(PayoutWarning.CHANGE_WAITING);
        }
        if (today.hold() != null) {
            warnings.add(PayoutWarning.PAYEE_ON_HOLD);
        }
        if (policy.blocks(today)) {
            warnings.add(PayoutWarning.BLOCKED_COUNTRY);
        }
    }

    private void addTaxes(PartnerId partner, Instant plannedAt, Set<PayoutWarning> warnings) {
        Instant now = clock.instant();
        PayeePolicy policy = policies.on(now.atZone(zone).toLocalDate());
        taxes.since(partner).ifPresent(since -> {
            if (since.isAfter(plannedAt)) {
                warnings.add(PayoutWarning.TAX_PROFILE_CHANGED_SINCE_PLANNING);
            }
            if (isRecent(since, now, policy)) {
                warnings.add(PayoutWarning.TAX_PROFILE_NEW);
            }
        });
        if (taxes.isChangeWaiting(partner)) {
            warnings.add(PayoutWarning.TAX_PROFILE_CHANGE_WAITING);
        }
    }

    private static boolean isRecent(Instant since, Instant now, PayeePolicy policy) {
        return since.isAfter(now.minus(Duration.ofDays(policy.accountWarningDays())));
    }
}
