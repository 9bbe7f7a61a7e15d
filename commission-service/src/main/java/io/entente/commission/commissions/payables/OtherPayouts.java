package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Finds what other payouts took of commissions after a payout had given them back. A payout that was there before keeps what it has, and
 * is no obstacle.
 */
final class OtherPayouts {

    private final Ledger ledger;
    private final String payoutId;
    private final long since;
    private final Set<Item> givenBack;

    /** @param ended the transaction that says that the payout did not reach the partner */
    OtherPayouts(Ledger ledger, LedgerTransaction ended) {
        PayoutEntry payout = (PayoutEntry) ended.entry();
        this.ledger = ledger;
        this.payoutId = payout.payoutId();
        this.since = ended.id().number();
        this.givenBack = new LinkedHashSet<>(payout.items());
    }

    /** What other payouts have of a commission, and took since. */
    Money took(Commission now) {
        return portions(now).map(Portion::amount).reduce(now.zero(), Money::plus);
    }

    /** The payouts that have it. */
    Stream<String> ids(Commission now) {
        return portions(now).map(Portion::payoutId);
    }

    private Stream<Portion> portions(Commission now) {
        return now.portions().stream()
                .filter(portion -> portion.state() == State.ALLOCATED || portion.state() == State.PAID)
                .filter(portion -> !payoutId.equals(portion.payoutId()))
                .filter(portion -> tookSince(now.id(), portion));
    }

    /** A payout takes commissions before it has a transaction of its own, so the number of the portion can be all there is. */
    private boolean tookSince(CommissionId commission, Portion portion) {
        boolean wasGivenBack = givenBack.stream()
                .anyMatch(item -> item.commission().equals(commission) && item.portion() == portion.number());
        return wasGivenBack || lastTook(String.valueOf(portion.payoutId())) > since;
    }

    /** The number of the last transaction with which a payout took money: its plan, or a correction of its outcome to paid. */
    private long lastTook(String other) {
        Optional<LedgerTransaction> planned = ledger.find(PayoutEntry.causeOf(other, Stage.PLANNED, 0));
        long last = planned.map(found -> found.id().number()).orElse(Long.MAX_VALUE);
        for (int round = 1; ; round++) {
            Optional<LedgerTransaction> paid = ledger.find(PayoutEntry.causeOf(other, Stage.PAID, round));
            boolean corrected = paid.isPresent()
                    || ledger.find(PayoutEntry.causeOf(other, Stage.NOT_PAID, round))
                            .isPresent();
            if (!corrected) {
                return last;
            }
            last = Math.max(last, paid.map(found -> found.id().number()).orElse(last));
        }
    }
}
