package io.entente.commission.commissions.release;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.LastRefusal;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.platform.domain.Decision;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a commission on hold for finance, and lifts the hold. */
public final class HoldCommission {

    private final CommissionLife life;
    private final ProgramCalendar calendar;

    public HoldCommission(CommissionLife life, ProgramCalendar calendar) {
        this.life = life;
        this.calendar = calendar;
    }

    /**
     * Puts a commission on hold.
     *
     * @param expected throws if the commission has changed since the actor read it
     * @return empty if there is no such commission
     */
    public Optional<Decision<Commission>> hold(
            CommissionId id, String reason, String actor, Consumer<Commission> expected) {
        LastRefusal lastRefusal = new LastRefusal();
        Hold hold = new Hold(Hold.Kind.FINANCE, reason);
        return life.change(id, now -> {
                    expected.accept(now);
                    return lastRefusal.keep(Release.hold(now, hold, actor)).flatMap(movement -> movement);
                })
                .map(after ->
                        lastRefusal.refusal == null ? Decision.allowed(after) : Decision.rejected(lastRefusal.refusal));
    }

    /**
     * Lifts the hold that finance put on a commission, but not one that a law requires. Portions that have become
     * due in the meantime are payable at once.
     */
    public Optional<Commission> lift(CommissionId id, String reason, String actor, Consumer<Commission> expected) {
        life.change(id, now -> {
            expected.accept(now);
            return Release.lift(now, Hold.Kind.FINANCE, reason, actor);
        });
        return life.change(id, now -> Release.due(now, calendar.today(), actor));
    }
}
