package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Verdict;
import io.entente.commission.commissions.release.Release;
import io.entente.platform.domain.Decision;
import java.util.Optional;

/** Corrects commissions, each correction once, and makes payable at once what is due by it. */
public final class CorrectCommission {

    private static final String ACTOR = "system";

    private final CommissionLife life;
    private final ProgramCalendar calendar;

    public CorrectCommission(CommissionLife life, ProgramCalendar calendar) {
        this.life = life;
        this.calendar = calendar;
    }

    /**
     * Corrects what a plan's later band asks for.
     *
     * @param known how the commission stands as far as the one who asks knows; what it starts from where it earned nothing yet
     */
    public void byPlan(Commission known, Correction correction) {
        life.change(known.id(), () -> Optional.of(known), now -> allowed(correction.on(now, calendar.today()))
                .flatMap(movement -> movement));
    }

    /**
     * Corrects what somebody decided.
     *
     * @return as it stands then, or why not; nothing where there is no such commission
     */
    Optional<Decision<Commission>> byHand(CommissionId id, Correction correction) {
        Verdict verdict = new Verdict();
        Optional<Commission> after = life.change(
                id, now -> verdict.keep(correction.on(now, calendar.today())).flatMap(movement -> movement));
        if (after.isPresent() && verdict.refusal == null) {
            after = life.change(id, now -> Release.due(now, calendar.today(), ACTOR));
        }
        return after.map(commission ->
                verdict.refusal == null ? Decision.allowed(commission) : Decision.rejected(verdict.refusal));
    }

    private static <T> Optional<T> allowed(Decision<T> decision) {
        return decision instanceof Decision.Allowed<T> allowed ? Optional.of(allowed.value()) : Optional.empty();
    }
}
