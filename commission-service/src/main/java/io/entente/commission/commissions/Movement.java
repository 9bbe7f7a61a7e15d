package io.entente.commission.commissions;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A change of a commission after its accrual. Its cause contains the commission's next revision. If two changes are
 * decided on the same state, the ledger takes one and the other is decided again.
 *
 * @param after the state after the change
 * @param amount the amount of the change; can be below zero for an adjustment
 * @param because a text that the partner may read
 * @param actor who caused it: {@code system}, or a kind and an id
 * @param refunded how much more of the partner's revenue is refunded than before; below zero if less is
 * @param capped whether it opens a commission under a plan with a yearly cap, so that what it earns is counted from then on
 * @param report the key of the payment, refund or other fact that caused it; null if none did, or on entries from before it was recorded
 * @param goodwill how much of what it books people added or took away, which yearly caps don't count; zero on entries from before it was
 *     recorded
 */
public record Movement(
        TransactionKind kind,
        Commission after,
        Money amount,
        List<LedgerLine> lines,
        Because because,
        String actor,
        List<String> explanation,
        Money refunded,
        boolean capped,
        @Nullable String report,
        Money goodwill)
        implements Entry {

    /** The revision of the first change after the accrual. */
    public static final long FIRST_REVISION = 2;

    /** Returns this movement for a plan with a yearly cap, so that what it earns is counted. */
    public Movement underYearlyCap() {
        return new Movement(kind, after, amount, lines, because, actor, explanation, refunded, true, report, goodwill);
    }

    /** Returns this movement, caused by a fact. */
    public Movement reportedBy(DealFact fact) {
        return new Movement(
                kind, after, amount, lines, because, actor, explanation, refunded, capped, fact.key(), goodwill);
    }

    /** Creates the movement between two states. */
    public static Movement between(
            Commission before,
            Commission after,
            TransactionKind kind,
            Money amount,
            Because because,
            String actor,
            List<String> explanation) {
        return new Movement(
                kind,
                after,
                amount,
                lines(before, after),
                because,
                actor,
                List.copyOf(explanation),
                after.refundedRevenue().minus(before.refundedRevenue()),
                false,
                null,
                after.leftOfAdjustments().minus(before.leftOfAdjustments()));
    }

    /** Returns the cause of the transaction with a revision of a commission. The first change has revision 2. */
    public static String causeOf(CommissionId commission, long revision) {
        return "change/" + commission + "/" + revision;
    }

    /** The reason in words, in English if the program gave it. */
    public String reason() {
        return because.words();
    }

    @Override
    public PartnerId partnerId() {
        return after.partnerId();
    }

    @Override
    public String cause() {
        return causeOf(after.id(), after.revision());
    }

    @Override
    public Counters counted(Counters before) {
        return countEarned(before.plusRefunded(refunded));
    }

    private Counters countEarned(Counters before) {
        int year = after.deal().earnedOn().getYear();
        Money earned = lines.stream()
                .filter(line -> line.account() == Account.COMMISSION_EXPENSE)
                .map(line -> line.side() == Side.DEBIT
                        ? line.amount()
                        : line.amount().negated())
                .reduce(goodwill.negated(), Money::plus);
        boolean counts = capped || before.counts(year, after.plan().code());
        boolean begins = capped && !before.counts(year, after.plan().code());
        return !counts || (earned.isZero() && !begins)
                ? before
                : before.plusEarned(year, after.plan().code(), earned);
    }

    @Override
    public Optional<CreditedDeal> creditedDeal() {
        return Optional.of(after.deal());
    }

    @Override
    public Movement explainedFurther(Step step) {
        return new Movement(
                kind,
                after,
                amount,
                lines,
                because,
                actor,
                Entry.with(explanation, step.sentence()),
                refunded,
                capped,
                report,
                goodwill);
    }

    private static List<LedgerLine> lines(Commission before, Commission after) {
        Map<Account, Money> old = before.accounts();
        List<LedgerLine> lines = new ArrayList<>();
        after.accounts().forEach((account, amount) -> {
            Money change = amount.minus(old.getOrDefault(account, after.zero()));
            if (!change.isZero()) {
                Side other = account.normal() == Side.DEBIT ? Side.CREDIT : Side.DEBIT;
                lines.add(new LedgerLine(account, change.isPositive() ? account.normal() : other, change.abs()));
            }
        });
        return lines;
    }
}
