package io.entente.commission.simulation;

import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.EarlierDeal;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.simulation.PastDeals.PastDeal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A deal priced under the draft, which a later deal can raise or lower. The payments on a retainer are one deal. */
final class DraftedDeal {

    private PastDeal deal;
    private @Nullable Reason nothingBecause;
    private Money amount;
    private final List<Simulated> results = new ArrayList<>();

    DraftedDeal(PastDeal deal, PricingResult outcome, Simulated result) {
        this.deal = deal;
        this.nothingBecause = outcome instanceof NothingDue nothing ? nothing.reason() : null;
        this.amount = result.left();
        this.results.add(result);
    }

    PastDeal deal() {
        return deal;
    }

    boolean is(String dealId) {
        return deal.deal().id().equals(dealId);
    }

    /** What the payments or the deal have earned by now. */
    Money amount() {
        return amount;
    }

    void earns(Money now) {
        amount = now;
    }

    void paid(PastDeal more, PricingResult outcome, Simulated result) {
        Reason nothing = outcome instanceof NothingDue due ? due.reason() : null;
        if (nothing != Reason.TERM_ENDED) {
            deal = more;
            nothingBecause = nothing;
        }
        amount = amount.plus(result.left());
        results.add(result);
    }

    /** Divides what a tier adds among the payments of a retainer, in proportion to them. */
    Map<Simulated, Money> parts(Money added) {
        BigDecimal whole =
                results.stream().map(result -> result.basis().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (results.size() == 1 || whole.signum() == 0) {
            return Map.of(results.get(0), added);
        }
        Map<Simulated, Money> parts = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        Money given = Money.zero(added.getCurrencyUnit());
        for (Simulated result : results) {
            sum = sum.add(result.basis().getAmount());
            BigDecimal exact = added.getAmount().multiply(sum);
            int places = added.getCurrencyUnit().getDecimalPlaces();
            Money until = Money.of(added.getCurrencyUnit(), exact.divide(whole, places, RoundingMode.HALF_UP));
            parts.put(result, until.minus(given));
            given = until;
        }
        return parts;
    }

    EarlierDeal asEarlier(PlanRef plan) {
        return new EarlierDeal(asOne(), deal.credit(), plan, nothingBecause, amount);
    }

    /** The deal, or for a retainer everything that was paid so far. */
    private PricedDeal asOne() {
        PricedDeal last = deal.deal();
        return last.payment()
                ? last.onPayment(Money.zero(last.basis().getCurrencyUnit()), last.basis(), last.earnedOn())
                : last;
    }
}
