package io.entente.commission.commissions.release;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Verdict;
import io.entente.platform.domain.Decision;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps a commission back because somebody in finance says so, and sets it free again. */
public final class HoldCommission {

    private final CommissionLife life;
    private final ProgramCalendar calendar;

    public HoldCommission(CommissionLife life, ProgramCalendar calendar) {
        this.life = life;
        this.calendar = calendar;
    }

    /**
     * Nothing where there is no such commission.
     *
     * @param expected throws where the commission isn't as the actor has seen it
     */
    public Optional<Decision<Commission>> hold(
            CommissionId id, String reason, String actor, Consumer<Commission> expected) {
        Verdict verdict = new Verdict();
        Hold hold = new Hold(Hold.Kind.FINANCE, reason);
        return life.change(id, now -> {
                    expected.accept(now);
                    return verdict.keep(Release.hold(now, hold, actor)).flatMap(movement -> movement);
                })
                .map(after -> verdict.refusal == null ? Decision.allowed(after) : Decision.rejected(verdict.refusal));
    }

    /** Lifts what finance put on it, not what the law asks for; what has become due meanwhile is payable at once. */
    public Optional<Commission> lift(CommissionId id, String reason, String actor, Consumer<Commission> expected) {
        life.change(id, now -> {
            expected.accept(now);
            return Release.lift(now, Hold.Kind.FINANCE, reason, actor);
        });
        return life.change(id, now -> Release.due(now, calendar.today(), actor));
    }
}
