package io.entente.commission.commissions.recount;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records that a deal, or a payment on a retainer, counts differently from now on, because the deal was corrected or reversed, or
 * is a refused self-referral. The entry has no lines.
 * Transactions before it keep their figures; deals that are priced after it don't count what was wrong.
 *
 * @param deal the deal after the change
 * @param plan the version that prices it after the change; null if none does
 * @param number number of this recount among those of the deal or payment and of the partner, from 1
 * @param sequence the sequence of the deal's event that caused it; that of the last one, or 0, if a person's decision did
 * @param reversed whether the deal was reversed, after which it never counts again
 * @param refused whether a person refused the commission of the deal as a self-referral, after which it never counts again
 * @param moved what the yearly caps count differently; null if they count the same
 * @param because a text that the partner may read
 * @param actor who caused it: {@code system}, or a kind and an id
 */
public record Recount(
        CreditedDeal deal,
        @Nullable PlanRef plan,
        int number,
        long sequence,
        boolean reversed,
        boolean refused,
        Counted before,
        Counted after,
        @Nullable Moved moved,
        Because because,
        String actor,
        List<String> explanation)
        implements Entry {

    /**
     * An amount that was earned in another year or under another plan than it was counted.
     *
     * @param from the year and the code of the plan for which it was counted
     */
    public record Moved(int from, String fromPlan, int to, String toPlan, Money amount) {}

    public Recount {
        explanation = List.copyOf(explanation);
    }

    /** Returns the cause of a recount. */
    public static String causeOf(CommissionId id, int number) {
        return "recount/" + id + "/" + number;
    }

    /** Identifies the change among those of the deal. */
    public String change() {
        return refused ? "refused" : Long.toString(sequence);
    }

    /** Says in a word what happened to the deal. */
    public String what() {
        if (refused) {
            return "refused as a self-referral";
        }
        return reversed ? "reversed" : "corrected";
    }

    /** The reason in words, in English if the program gave it. */
    public String reason() {
        return because.words();
    }

    @Override
    public PartnerId partnerId() {
        return deal.partnerId();
    }

    @Override
    public TransactionKind kind() {
        return TransactionKind.RECOUNTED;
    }

    @Override
    public String cause() {
        return causeOf(CommissionId.of(deal), number);
    }

    @Override
    public List<LedgerLine> lines() {
        return List.of();
    }

    @Override
    public Counters counted(Counters counters) {
        Money none = Money.zero(before.revenue().getCurrencyUnit());
        // A deal that is reversed as a whole is no longer refunded, so it is taken off the revenue once.
        Counters changed = counters.plusDeals(before.closedOn().getYear(), before.isDeal() ? -1 : 0, before.counts())
                .plusDeals(after.closedOn().getYear(), after.isDeal() ? 1 : 0, after.counts())
                .plusRevenue(after.revenue().minus(before.revenue()))
                .plusReversed(reversed ? before.revenue().minus(after.revenue()) : none)
                .plusRefunded(reversed ? before.refundable().negated() : none);
        return moved == null
                ? changed
                : changed.plusEarned(
                                moved.from(), moved.fromPlan(), moved.amount().negated())
                        .plusEarned(moved.to(), moved.toPlan(), moved.amount());
    }

    @Override
    public Optional<CreditedDeal> creditedDeal() {
        return Optional.of(deal);
    }

    @Override
    public Recount explainedFurther(Step step) {
        return new Recount(
                deal,
                plan,
                number,
                sequence,
                reversed,
                refused,
                before,
                after,
                moved,
                because,
                actor,
                Entry.with(explanation, step.sentence()));
    }
}
