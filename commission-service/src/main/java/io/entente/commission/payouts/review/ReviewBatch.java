package io.entente.commission.payouts.review;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeFiles;
import io.entente.commission.payouts.PayableBalance;
import io.entente.commission.payouts.PayableMoney;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Compares a payout with the present: the payment and tax details, holds,
 * changes of its commissions, and debts that have appeared since planning.
 */
public final class ReviewBatch {

    /** What has been sent can't be taken out any more. */
    private static final Set<Payout.State> UNSENT = EnumSet.of(Payout.State.PLANNED, Payout.State.APPROVED);

    private final PayeeFiles payees;
    private final TaxDetails taxes;
    private final PayableMoney money;
    private final PlannedCommissions commissions;
    private final PolicyVersions<PayeePolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    public ReviewBatch(
            PayeeFiles payees,
            TaxDetails taxes,
            PayableMoney money,
            PlannedCommissions commissions,
            PolicyVersions<PayeePolicy> policies,
            ZoneId zone,
            Clock clock) {
        this.payees = payees;
        this.taxes = taxes;
        this.money = money;
        this.commissions = commissions;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * A payout as it looks today.
     *
     * @param held the partner's commission that is on hold: what this payout takes of it, and what else is payable
     * @param owed the amount that the partner owes and that the payout doesn't deduct
     * @param accountSince when the payee's account became the present one; null if that is not on record
     * @param commissions those of the payout's commissions to look at, as long as it is not sent
     */
    public record Reviewed(
            Payout payout,
            Set<PayoutWarning> warnings,
            Money held,
            Money owed,
            @Nullable Instant accountSince,
            List<PlannedCommission> commissions) {}

    public Reviewed review(PayoutBatch batch, Payout payout) {
        PayableBalance balance =
                money.balance(payout.partnerId(), payout.amount().getCurrencyUnit(), batch.cutOff());
        EnumSet<PayoutWarning> warnings = EnumSet.noneOf(PayoutWarning.class);
        if (balance.owed().isPositive()) {
            warnings.add(PayoutWarning.DEBT_SINCE_PLANNING);
        }
        List<PlannedCommission> changed = UNSENT.contains(payout.state())
                ? commissions.changed(payout.id(), payout.partnerId(), batch.plannedAt())
                : List.of();
        addCommissions(changed, warnings);
        Money held = changed.stream()
                .filter(PlannedCommission::isHeld)
                .map(PlannedCommission::inPayout)
                .reduce(balance.held(), Money::plus);
        if (held.isPositive()) {
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
                held,
                balance.owed(),
                file == null ? null : file.accountSince().orElse(null),
                changed);
    }

    private static void addCommissions(List<PlannedCommission> changed, EnumSet<PayoutWarning> warnings) {
        if (changed.stream().anyMatch(PlannedCommission::isChanged)) {
            warnings.add(PayoutWarning.COMMISSION_CHANGED_SINCE_PLANNING);
        }
        if (changed.stream().anyMatch(commission -> commission.selfReferral() != null)) {
            warnings.add(PayoutWarning.SELF_REFERRAL_SUSPECTED);
        }
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
