package io.entente.commission.statements;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.Paying;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.settlement.Settlement;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFile;
import io.entente.commission.ledger.TransactionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What happens to a deal after its booking, as movements of its commission. */
public final class DealLife {

    private final List<DealFact> facts = new ArrayList<>();
    private Commission now;

    public DealLife(Posting booked) {
        this.now = Commission.of(booked);
    }

    public Movement paid(String amount, String on) {
        return settled(Kind.PAYMENT, amount, on);
    }

    public Movement refunded(String amount, String on) {
        return settled(Kind.REFUND, amount, on);
    }

    /** Everything that is due on a day becomes payable. */
    public Movement released(String today) {
        return moved(Release.due(now, LocalDate.parse(today), "system").orElseThrow());
    }

    public Movement reversed(String amount, String on) {
        return settled(Kind.REVERSAL, amount, on);
    }

    /** Everything that is payable on a day is allocated to a payout. */
    public Movement allocated(String payout, String today) {
        return moved(Paying.allocate(now, payout, LocalDate.parse(today), "finance:u-1")
                .orElseThrow());
    }

    public Movement paidOut(String payout) {
        return moved(Paying.paid(now, payout, "finance:u-1").orElseThrow());
    }

    public Movement returned(String payout) {
        return moved(Paying.returned(now, payout, "The account is closed.", "finance:u-1")
                .orElseThrow());
    }

    public Movement failed(String payout) {
        return moved(Paying.failed(now, payout, Paying.Ending.FAILED, "The account is closed.", "finance:u-1")
                .orElseThrow());
    }

    /** A payout that was booked as failed has reached the partner after all. */
    public Movement paidAfterAll(String payout) {
        return moved(Change.of(now, TransactionKind.PAID, "finance:u-1")
                .about(now.in(State.PAYABLE))
                .because("The bank was wrong.")
                .to(Draft.of(now)
                        .payableTo(State.PAID, payout, now.in(State.PAYABLE))
                        .commission()));
    }

    /** The reports about the deal. */
    public DealFile file() {
        return new DealFile(now.deal().dealId(), facts);
    }

    private Movement settled(Kind kind, String amount, String on) {
        String deal = now.deal().dealId();
        facts.add(new DealFact(
                kind,
                kind + "-" + facts.size(),
                deal,
                Money.parse(amount),
                LocalDate.parse(on),
                "Agreed.",
                "finance:u-1"));
        return moved(Settlement.next(now, new DealFile(deal, facts), LocalDate.parse(on))
                .orElseThrow());
    }

    private Movement moved(Movement movement) {
        now = movement.after();
        return movement;
    }
}
