package io.entente.commission.accrual.retainers;

import io.entente.commission.accrual.retainers.Effect.Moved;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says what the firm keeps of each payment on a retainer. The facts of the deal are replayed in the order in which they
 * were recorded. Each payment is put on top of what was kept before it. A refund is taken from the top, so it usually changes the
 * latest payment alone, and the payments below it keep their prices. The sum of all prices is therefore always the price of the sum
 * that is kept. If a fact is voided, the other facts are replayed without it, so each payment is as if it had never been recorded.
 */
public final class RetainerPayments {

    private final Credited closing;
    private final List<DealFact> recorded = new ArrayList<>();
    private final Set<String> voids = new HashSet<>();
    private PaymentStack stack;

    private RetainerPayments(Credited closing) {
        this.closing = closing;
        this.stack = new PaymentStack(closing);
    }

    /** Returns the payments as they are after all facts, in the order in which they were recorded. */
    public static List<Paid> of(DealFile file, Credited closing) {
        RetainerPayments payments = new RetainerPayments(closing);
        payments.replay(file);
        return payments.stack.payments();
    }

    /** Returns what each fact did, in the order in which they were recorded. */
    public static List<Effect> effects(DealFile file, Credited closing) {
        return new RetainerPayments(closing).replay(file);
    }

    private List<Effect> replay(DealFile file) {
        List<Effect> effects = new ArrayList<>();
        for (DealFact fact : file.facts()) {
            boolean counts = fact.amount().isSameCurrency(closing.deal().basis());
            List<Moved> moved = counts ? apply(fact) : List.of();
            effects.add(new Effect(effects.size() + 1, fact, moved, stack.kept()));
        }
        return effects;
    }

    private List<Moved> apply(DealFact fact) {
        if (!fact.kind().isVoid()) {
            recorded.add(fact);
            return stack.add(fact, voids);
        }
        voids.add(fact.key());
        PaymentStack without = new PaymentStack(closing);
        recorded.forEach(other -> without.add(other, voids));
        List<Moved> moved = without.since(stack);
        stack = without;
        return moved;
    }
}
