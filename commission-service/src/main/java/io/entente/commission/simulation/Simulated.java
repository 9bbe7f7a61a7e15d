package io.entente.commission.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.Money;

/** What a deal or a payment on a retainer earns under the draft, and what is left of that after refunds, voids and reversals. */
final class Simulated {

    private final LocalDate earnedOn;
    private final Money basis;
    private Money amount;
    private Money worth;
    private Money of;
    private boolean counts = true;

    /** @param basis what the client pays for it */
    Simulated(LocalDate earnedOn, Money basis, Money amount) {
        this.earnedOn = earnedOn;
        this.basis = basis;
        this.amount = amount;
        this.worth = basis;
        this.of = basis;
    }

    LocalDate earnedOn() {
        return earnedOn;
    }

    Money basis() {
        return basis;
    }

    void plus(Money more) {
        amount = amount.plus(more);
    }

    /** Replaces what it earns by what is kept. */
    void becomes(Money now) {
        amount = now;
    }

    /** Limits what is left, because a yearly cap has no more. It earns less from then on. */
    void limit(Money most) {
        if (worth.isLessThan(of) && worth.isPositive()) {
            BigDecimal exact = most.getAmount().multiply(of.getAmount());
            int places = amount.getCurrencyUnit().getDecimalPlaces();
            amount = Money.of(amount.getCurrencyUnit(), exact.divide(worth.getAmount(), places, RoundingMode.DOWN));
        } else {
            amount = most;
        }
    }

    /** Remembers how much of the whole the firm keeps. */
    void keep(Money part, Money whole) {
        worth = part;
        of = whole;
    }

    /** Remembers whether it counts; a deal that is reversed as a whole doesn't. */
    void count(boolean whether) {
        counts = whether;
    }

    /** What is left: the same part of the amount as of the deal, rounded half up once. */
    Money left() {
        if (!counts) {
            return Money.zero(amount.getCurrencyUnit());
        }
        if (!worth.isLessThan(of)) {
            return amount;
        }
        BigDecimal exact = amount.getAmount().multiply(worth.getAmount());
        int places = amount.getCurrencyUnit().getDecimalPlaces();
        return Money.of(amount.getCurrencyUnit(), exact.divide(of.getAmount(), places, RoundingMode.HALF_UP));
    }
}
