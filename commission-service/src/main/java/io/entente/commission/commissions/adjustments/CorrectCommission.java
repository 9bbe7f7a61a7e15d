package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.LastRefusal;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import java.util.Optional;

/** Books corrections of commissions, each once, and makes payable at once what is due. */
public final class CorrectCommission {

    private final CommissionLife life;
    private final ProgramCalendar calendar;
    private final KnownFacts facts;

    public CorrectCommission(CommissionLife life, ProgramCalendar calendar, KnownFacts facts) {
        this.life = life;
        this.calendar = calendar;
        this.facts = facts;
    }

    /**
     * Books a correction that a later band of the plan requires. Then the client's earlier payments for it are settled.
     *
     * @param known the state of the commission that the caller knows; if the commission does not exist yet, it
     * starts from this state
     */
    public void byPlan(Commission known, Correction correction) {
        life.change(known.id(), () -> Optional.of(known), now -> correction
                .on(now, facts.of(now, now.settled()), calendar.today())
                .toOptional()
                .flatMap(movement -> movement));
        facts.settle(life, known.id());
    }

    /**
     * Books a correction that a person decided.
     *
     * @return the new state, or the reason for rejecting the correction; empty if there is no such commission
     */
    Optional<Decision<Commission>> byHand(CommissionId id, Correction correction) {
        LastRefusal lastRefusal = new LastRefusal();
        Optional<Commission> after = life.change(id, now -> lastRefusal
                .keep(correction.on(now, facts.of(now), calendar.today()))
                .flatMap(movement -> movement));
        if (after.isPresent() && lastRefusal.refusal == null) {
            after = life.change(id, now -> Release.due(now, calendar.today(), Actor.SYSTEM.value()));
        }
        return after.map(commission ->
                lastRefusal.refusal == null ? Decision.allowed(commission) : Decision.rejected(lastRefusal.refusal));
    }
}
