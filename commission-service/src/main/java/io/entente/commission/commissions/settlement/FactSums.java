package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Settled;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import java.util.List;
import org.joda.money.Money;

/** Adds up the facts of a deal. A fact in another currency is counted, and changes no sum. */
final class FactSums {

    private FactSums() {}

    /** Returns what became of a deal with an amount after all its facts. */
    static Settled all(Money basis, DealFile file) {
        Settled settled = Settled.nothing(basis);
        for (DealFact fact : file.facts()) {
            settled = with(settled, fact);
        }
        return settled;
    }

    static List<DealFact> rest(Settled settled, DealFile file) {
        int first = Math.min(settled.facts(), file.facts().size());
        return file.facts().subList(first, file.facts().size());
    }

    static Settled with(Settled settled, DealFact fact) {
        return fact.amount().isSameCurrency(settled.basis()) ? plus(settled, fact) : skipped(settled);
    }

    private static Settled plus(Settled before, DealFact fact) {
        Money paid = before.paid();
        Money refunded = before.refunded();
        Money reversed = before.reversed();
        Money credited = before.credited();
        switch (fact.kind()) {
            case PAYMENT -> paid = paid.plus(fact.amount());
            case PAYMENT_VOIDED -> paid = paid.minus(fact.amount());
            case REFUND -> refunded = refunded.plus(fact.amount());
            case REFUND_VOIDED -> refunded = refunded.minus(fact.amount());
            case REVERSAL -> reversed = reversed.plus(fact.amount());
            case CREDIT_NOTE -> credited = credited.plus(fact.amount());
            case CREDIT_NOTE_VOIDED -> credited = credited.minus(fact.amount());
        }
        return new Settled(before.facts() + 1, before.basis(), paid, refunded, reversed, credited);
    }

    private static Settled skipped(Settled before) {
        return new Settled(
                before.facts() + 1,
                before.basis(),
                before.paid(),
                before.refunded(),
                before.reversed(),
                before.credited());
    }
}
