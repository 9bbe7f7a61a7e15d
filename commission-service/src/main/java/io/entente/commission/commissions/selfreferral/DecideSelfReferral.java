package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.commissions.release.DealCommissions;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.platform.domain.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Decides a case of self-referral. If it is allowed, the hold on all commissions of the deal is lifted. If it is refused,
 * what is left of them is taken away as an adjustment. Repeating a decision completes what a crash has interrupted.
 */
public final class DecideSelfReferral {

    /** Identifies the correction that takes a refused commission away. */
    public static final String CORRECTION = "self-referral-refused";

    private final SelfReferralCases cases;
    private final DealCommissions ofDeals;
    private final Commissions commissions;
    private final CommissionLife life;
    private final CorrectCommission correct;
    private final ProgramCalendar calendar;

    public DecideSelfReferral(
            SelfReferralCases cases,
            DealCommissions ofDeals,
            Commissions commissions,
            CommissionLife life,
            CorrectCommission correct,
            ProgramCalendar calendar) {
        this.cases = cases;
        this.ofDeals = ofDeals;
        this.commissions = commissions;
        this.life = life;
        this.correct = correct;
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
            ofDeals.of(decided.dealId(), decided.partnerId()).forEach(commission -> apply(commission, decided));
            return Decision.allowed(decided);
        });
    }

    private void apply(CommissionId id, SelfReferralCase decided) {
        String by = String.valueOf(decided.decidedBy());
        String reason = String.valueOf(decided.reason());
        if (decided.status() == Status.REFUSED) {
            commissions
                    .standing(id)
                    .filter(now -> now.net().isPositive())
                    .ifPresent(now -> correct.byPlan(
                            now,
                            new Correction(
                                    CORRECTION, now.net().negated(), false, reason, by, List.of(decided.evidence()))));
        }
        life.change(id, now -> Release.lift(now, Hold.Kind.SELF_REFERRAL, reason, by));
        life.change(id, now -> Release.due(now, calendar.today(), by));
    }
}
