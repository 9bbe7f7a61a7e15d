package io.entente.commission.commissions.release;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.LastRefusal;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.platform.domain.Decision;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
     * Lifts the hold that finance put on a commission, but not one that a law or a decision about a self-referral requires. Portions
     * that have become due in the meantime are payable at once.
     *
     * @return rejected if finance has no hold on the commission and something else holds it; empty if there is no such commission
     */
    public Optional<Decision<Commission>> lift(
            CommissionId id, String reason, String actor, Consumer<Commission> expected) {
        LastRefusal lastRefusal = new LastRefusal();
        Optional<Commission> lifted = life.change(id, now -> {
            expected.accept(now);
            return lastRefusal.keep(liftOwn(now, reason, actor)).flatMap(movement -> movement);
        });
        if (lifted.isEmpty()) {
            return Optional.empty();
        }
        String refusal = lastRefusal.refusal;
        return refusal == null
                ? life.change(id, now -> Release.due(now, calendar.today(), actor))
                        .map(Decision::allowed)
                : Optional.of(Decision.rejected(refusal));
    }

    private static Decision<Optional<Movement>> liftOwn(Commission now, String reason, String actor) {
        Optional<Movement> lifted = Release.lift(now, Hold.Kind.FINANCE, reason, actor);
        return lifted.isPresent() || !now.isHeld()
                ? Decision.allowed(lifted)
                : Decision.rejected(now.holds().stream()
                        .map(hold -> whoLifts(hold.kind(), now))
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    private static String whoLifts(Hold.Kind kind, Commission now) {
        return switch (kind) {
            case SELF_REFERRAL ->
                ("The client seems to be the partner itself, and a person decides whether the commission is due: POST"
                                + " /api/self-referrals/%s/allow or /refuse.")
                        .formatted(CommissionId.of(now.deal().dealId(), now.partnerId()));
            case COMPLIANCE ->
                "The commission waits until the client's disclosure and consent are recorded with referral %s."
                        .formatted(now.deal().referralId());
            case FINANCE -> throw new IllegalStateException("Finance lifts its own hold");
        };
    }
}
