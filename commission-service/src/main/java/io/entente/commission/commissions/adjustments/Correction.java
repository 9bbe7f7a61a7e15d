package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.commissions.settlement.Entitlement;
import io.entente.commission.commissions.settlement.Settlement.Known;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.rules.Because;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A change of a commission's amount that does not follow from its deal. The corrected amount is released like the
 * rest: each payment of the client, or each month of the engagement, releases its part. The part whose day has passed is payable today.
 *
 * @param id identifies the correction, so that booking it again changes nothing
 * @param amount above zero in the partner's favour, below zero against it
 * @param byPlan true if the plan's tiers require it, so that refunds reduce it proportionally; false if a person
 * decided it
 * @param announced null if another commission announces the correction. Otherwise it is {@code amount}, and the event names what the
 * commission itself gains or loses, which is less if a part of it was refunded; or it is what several commissions share
 */
public record Correction(
        String id,
        Money amount,
        boolean byPlan,
        Because because,
        String actor,
        List<String> explanation,
        @Nullable Money announced,
        @Nullable Priced priced) {

    public Correction {
        explanation = List.copyOf(explanation);
    }

    /**
     * Creates a correction that a person decided and this commission bears alone.
     *
     * @param reason the person's own words
     */
    public Correction(String id, Money amount, boolean byPlan, String reason, String actor, List<String> explanation) {
        this(id, amount, byPlan, Because.words(reason), actor, explanation, amount, null);
    }

    /** Decides whether the correction is possible. The days of its movement are known only with the client's payments. */
    public Decision<Optional<Movement>> on(Commission before, LocalDate today) {
        return on(before, Known.of(null, before.settled()), today);
    }

    /**
     * Books the correction on a commission.
     *
     * @param known what became of the deal, with the facts that changed nothing and that the commission therefore
     *     doesn't remember
     */
    public Decision<Optional<Movement>> on(Commission before, Known known, LocalDate today) {
        if (before.corrections().contains(id) || (byPlan && before.isRefused())) {
            return Decision.allowed(Optional.empty());
        }
        if (!amount.isSameCurrency(before.accrued())) {
            return Decision.rejected("The commission is in %s, so its adjustment must be, too."
                    .formatted(before.accrued().getCurrencyUnit()));
        }
        if (before.corrections().size() >= Commission.MAX_CORRECTIONS) {
            return Decision.rejected(
                    "A commission can have at most %d corrections.".formatted(Commission.MAX_CORRECTIONS));
        }
        // Refunds take their part of what the plan takes back, so only the whole amount limits a correction by the
        // plan.
        Money left = byPlan ? before.earned() : before.net();
        if (left.plus(amount).isNegative()) {
            return Decision.rejected("The adjustment can take at most the %s that are left of the commission."
                    .formatted(Texts.money(before.net())));
        }
        Draft draft = Draft.of(before).knowing(known.settled());
        Draft corrected = byPlan ? draft.corrected(amount, id).priced(priced) : draft.adjusted(amount, id);
        Commission after = Entitlement.due(corrected, known, today, today).commission();
        Money changed = after.net().minus(before.net());
        boolean isAnnounced = announced != null && (isShared() || !changed.isZero());
        return Decision.allowed(Optional.of(
                Change.of(before, isAnnounced ? TransactionKind.ADJUSTED : TransactionKind.ADJUSTMENT_SHARED, actor)
                        .about(announced != null && isShared() ? announced : changed)
                        .because(because)
                        .explained(explained(before, after))
                        .to(after)));
    }

    /** Whether other commissions bear a part of what this one announces. */
    private boolean isShared() {
        return announced != null && !announced.isEqual(amount);
    }

    private List<String> explained(Commission before, Commission after) {
        List<String> steps = new ArrayList<>(explanation);
        if (announced != null && isShared()) {
            steps.add("The payments on the retainer share these %s.".formatted(Texts.money(announced)));
        }
        steps.add("The commission was %s before and is %s now."
                .formatted(Texts.money(before.net()), Texts.money(after.net())));
        return List.copyOf(steps);
    }
}
