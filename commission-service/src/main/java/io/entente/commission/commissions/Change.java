package io.entente.commission.commissions;

import io.entente.commission.deals.DealFact;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.rules.Because;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Builds a movement of a commission: its kind, amount, reason and actor. */
public final class Change {

    private final Commission before;
    private final TransactionKind kind;
    private final String actor;
    private Money amount;
    private Because because = Because.words("");
    private List<String> explanation = List.of();
    private @Nullable DealFact report;

    private Change(Commission before, TransactionKind kind, String actor) {
        this.before = before;
        this.kind = kind;
        this.actor = actor;
        this.amount = before.zero();
    }

    public static Change of(Commission before, TransactionKind kind, String actor) {
        return new Change(before, kind, actor);
    }

    public Change about(Money howMuch) {
        amount = howMuch;
        return this;
    }

    /** Names the payment, refund or other fact that causes the change. */
    public Change by(DealFact fact) {
        report = fact;
        return this;
    }

    /** @param why somebody's own words, or words that no partner reads */
    public Change because(String why) {
        return because(Because.words(why));
    }

    public Change because(Because why) {
        because = why;
        return this;
    }

    public Change explained(List<String> steps) {
        explanation = steps;
        return this;
    }

    /**
     * Creates the movement to a new state. The state gets the next revision and, if partners are told of the change,
     * the next sequence.
     */
    public Movement to(Commission after) {
        Movement movement =
                Movement.between(before, after.next(kind.isTold()), kind, amount, because, actor, explanation);
        return report == null ? movement : movement.reportedBy(report);
    }
}
