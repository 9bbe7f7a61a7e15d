package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.release.DealCommissions;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.commissions.settlement.Entitlement;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.ledger.TransactionKind;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Decides a case of self-referral. If it is allowed, the hold on all commissions of the deal is lifted. If it is refused,
 * what is left of them is taken away as an adjustment, and the deal counts no more. Repeating a decision completes what a crash has interrupted.
 */
public final class DecideSelfReferral {

    private final SelfReferralCases cases;
    private final DealCommissions ofDeals;
    private final RefusedDeals uncounting;
    private final CommissionLife life;
    private final KnownFacts facts;
    private final ProgramCalendar calendar;

    public DecideSelfReferral(
            SelfReferralCases cases,
            DealCommissions ofDeals,
            RefusedDeals uncounting,
            CommissionLife life,
            KnownFacts facts,
            ProgramCalendar calendar) {
        this.cases = cases;
        this.ofDeals = ofDeals;
        this.uncounting = uncounting;
        this.life = life;
        this.facts = facts;
        this.calendar = calendar;
    }

    /** @return empty if there is no such case */
    public Optional<Decision<SelfReferralCase>> decide(CommissionId id, Status as, String by, String reason) {
        return cases.find(id).map(stored -> {
            SelfReferralCase decided = stored.status() == Status.OPEN ? stored.decided(as, by, reason) : stored;
            if (stored.status() == Status.OPEN && !cases.decide(decided)) {
                return Decision.rejected("Another person has decided this case in the meantime.");
            }
            if (decided.status() != as) {
                return Decision.rejected("This case was decided before: it is %s.".formatted(decided.status()));
            }
            List<CommissionId> commissions =
                    ofDeals.ever(decided.dealId(), decided.partnerId()).toList();
            if (decided.status() == Status.REFUSED) {
                refuse(commissions, decided);
            }
            commissions.forEach(commission -> lift(commission, decided));
            return Decision.allowed(decided);
        });
    }

    private void refuse(List<CommissionId> commissions, SelfReferralCase decided) {
        boolean counted = uncounting.uncount(decided, commissions);
        commissions.forEach(id -> life.change(id, now -> refused(now, decided, counted)));
        uncounting.follow(commissions);
    }

    private void lift(CommissionId id, SelfReferralCase decided) {
        String by = String.valueOf(decided.decidedBy());
        String reason = String.valueOf(decided.reason());
        life.change(id, now -> Release.lift(now, Hold.Kind.SELF_REFERRAL, reason, by));
        life.change(id, now -> Release.due(now, calendar.today(), by));
    }

    /** Takes away what is left. The refusal is noted even if that is nothing, so that the commission never earns again. */
    private Optional<Movement> refused(Commission now, SelfReferralCase decided, boolean counted) {
        if (now.isRefused()) {
            return Optional.empty();
        }
        Draft refused =
                counted ? Draft.of(now).refused().uncounted() : Draft.of(now).refused();
        Commission after = Entitlement.due(refused, facts.of(now), calendar.today(), LocalDate.MIN)
                .commission();
        return Optional.of(Change.of(now, kind(now, after), String.valueOf(decided.decidedBy()))
                .about(now.net().negated())
                .because(String.valueOf(decided.reason()))
                .explained(List.of(
                        decided.evidence(),
                        "A person refused the commission, so it earns nothing whatever the deal or the plan becomes."))
                .to(after));
    }

    private static TransactionKind kind(Commission now, Commission after) {
        if (now.net().isPositive()) {
            return TransactionKind.ADJUSTED;
        }
        return after.refundedRevenue().isEqual(now.refundedRevenue())
                ? TransactionKind.SCHEDULED
                : TransactionKind.REFUND_NOTED;
    }
}
