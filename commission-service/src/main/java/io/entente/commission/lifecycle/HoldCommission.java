package io.entente.commission.lifecycle;

import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.CommissionId;
import io.entente.commission.ledger.Hold;
import io.entente.messaging.aggregate.Decision;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps a commission back because somebody in finance says so, and sets it free again. */
@Component
public class HoldCommission {

    private final CommissionLife life;
    private final ProgramCalendar calendar;

    public HoldCommission(CommissionLife life, ProgramCalendar calendar) {
        this.life = life;
        this.calendar = calendar;
    }

    /** Nothing where there is no such commission. */
    public Optional<Decision<Commission>> hold(CommissionId id, String reason, String actor) {
        Verdict verdict = new Verdict();
        Hold hold = new Hold(Hold.Kind.FINANCE, reason);
        return life.change(
                        id, now -> verdict.keep(Release.hold(now, hold, actor)).flatMap(movement -> movement))
                .map(after -> verdict.refusal == null ? Decision.allowed(after) : Decision.rejected(verdict.refusal));
    }

    /** Lifts what finance put on it, not what the law asks for; what has become due meanwhile is payable at once. */
    public Optional<Commission> lift(CommissionId id, String reason, String actor) {
        life.change(id, now -> Release.lift(now, Hold.Kind.FINANCE, reason, actor));
        return life.change(id, now -> Release.due(now, calendar.today(), actor));
    }
}
