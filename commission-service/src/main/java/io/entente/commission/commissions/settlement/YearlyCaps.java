package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Commission;
import io.entente.commission.ledger.Counters;
import io.entente.commission.plans.PlanBooks;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Knows what plans pay at most in a year. */
public final class YearlyCaps {

    private final PlanBooks books;

    public YearlyCaps(PlanBooks books) {
        this.books = books;
    }

    /** @param counters what the partner has earned so far; read only if it matters */
    public Headroom of(Commission commission, Supplier<Counters> counters) {
        Money cap = cap(commission);
        if (cap == null) {
            return Headroom.unlimited();
        }
        int year = commission.deal().earnedOn().getYear();
        CurrencyUnit currency = cap.getCurrencyUnit();
        return new Headroom(
                cap, year, () -> counters.get().earned(year, commission.plan().code(), currency));
    }

    /** Whether what a commission earns counts for a yearly cap. */
    public boolean limit(Commission commission) {
        return cap(commission) != null;
    }

    private @Nullable Money cap(Commission commission) {
        return books.inForce()
                .version(commission.plan())
                .map(plan -> plan.limits().perYear())
                .orElse(null);
    }
}
