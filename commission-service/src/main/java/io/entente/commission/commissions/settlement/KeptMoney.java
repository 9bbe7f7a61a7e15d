package io.entente.commission.commissions.settlement;

import io.entente.commission.commissions.Settled;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/**
 * The payments of a client to which the money belongs that the firm keeps. A refund is taken from the latest payment that was made
 * then. Money beyond the deal's amount belongs to the latest payments, too. A report that was voided counts as if it had never
 * been made, so the payments are the same as before it.
 *
 * @param parts what is kept of each payment, the earliest first
 */
public record KeptMoney(List<Part> parts) {

    /** @param amount what is kept of the payment, above zero */
    public record Part(LocalDate paidOn, Money amount) {}

    public KeptMoney {
        parts = List.copyOf(parts);
    }

    /** No payments, for a commission that doesn't wait for any. */
    public static KeptMoney none() {
        return new KeptMoney(List.of());
    }

    /**
     * Returns the payments of a deal.
     *
     * @param settled what a commission has settled of the deal's facts
     */
    public static KeptMoney of(DealFile file, Settled settled) {
        List<Part> payments = new ArrayList<>();
        // Refunds can exceed the payments before them if one of those was voided. The next payments bear the rest.
        Money ahead = Money.zero(settled.basis().getCurrencyUnit());
        for (DealFact fact : file.counting(settled.facts())) {
            if (!fact.amount().isSameCurrency(settled.basis())) {
                continue;
            }
            if (fact.kind() == Kind.PAYMENT) {
                Money borne = MoneyUtils.min(fact.amount(), ahead);
                ahead = ahead.minus(borne);
                add(payments, new Part(fact.on(), fact.amount().minus(borne)));
            } else if (fact.kind() == Kind.REFUND) {
                ahead = ahead.plus(takeLatest(payments, fact.amount()));
            }
        }
        return new KeptMoney(atMost(payments, settled.kept()));
    }

    /** Keeps the payments in the order of their days. */
    private static void add(List<Part> payments, Part payment) {
        int at = payments.size();
        while (at > 0 && payments.get(at - 1).paidOn().isAfter(payment.paidOn())) {
            at--;
        }
        payments.add(at, payment);
    }

    /** Takes a refund from the latest payments, and returns what they can't bear. */
    private static Money takeLatest(List<Part> payments, Money refund) {
        Money rest = refund;
        while (rest.isPositive() && !payments.isEmpty()) {
            Part latest = payments.remove(payments.size() - 1);
            if (latest.amount().isGreaterThan(rest)) {
                payments.add(new Part(latest.paidOn(), latest.amount().minus(rest)));
                return Money.zero(rest.getCurrencyUnit());
            }
            rest = rest.minus(latest.amount());
        }
        return rest;
    }

    private static List<Part> atMost(List<Part> payments, Money most) {
        List<Part> kept = new ArrayList<>();
        Money rest = most;
        for (Part payment : payments) {
            Money part = MoneyUtils.min(payment.amount(), rest);
            if (part.isPositive()) {
                kept.add(new Part(payment.paidOn(), part));
            }
            rest = rest.minus(part);
        }
        return kept;
    }
}
