package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * Books outcomes of payouts that were booked wrongly before. Every step can be repeated: what a crash interrupted is
 * completed, and what is done stays as it is. The transactions of a correction have its number (the round) in their
 * causes, so an outcome can be corrected more than once.
 */
public final class PayoutCorrections {

    private final Commissions commissions;
    private final CommissionLife life;
    private final Ledger ledger;

    /** @param ledger nets what becomes payable with what the partner owes back */
    public PayoutCorrections(Commissions commissions, CommissionLife life, Ledger ledger) {
        this.commissions = commissions;
        this.life = life;
        this.ledger = ledger;
    }

    /**
     * Books that a payout did not reach the partner, although it was booked as paid. Its commissions are payable again,
     * and what it netted is owed again.
     *
     * @param round number of this correction, from 1
     * @param why the reason for the correction
     * @param by who asked for it and who confirmed it
     */
    public void notPaid(String payoutId, int round, String why, String by, String actor) {
        PayoutEntry paid = at(payoutId, Stage.PAID, round - 1)
                .orElseThrow(() -> new IllegalStateException("Payout %s is not booked as paid".formatted(payoutId)));
        putBack(paid, why, actor);
        ledger.append(paid.at(Stage.NOT_PAID, round, actor, by));
    }

    /**
     * Books that a payout reached the partner, although it was booked as failed or returned. The debts that it had
     * netted were owed again then and were netted at once, so the amount that was paid is all that moves.
     *
     * @return why it can't be booked, and nothing has changed; empty if it is booked
     */
    public Optional<String> paid(String payoutId, int round, String why, String by, String actor) {
        PayoutEntry planned = planned(payoutId);
        if (at(payoutId, Stage.PAID, round).isPresent()) {
            return Optional.empty();
        }
        Money rest = planned.net();
        for (Commission commission : commissions(planned)) {
            rest = rest.minus(paidBy(commission, payoutId));
        }
        for (Map.Entry<CommissionId, Money> part : parts(planned).entrySet()) {
            rest = rest.minus(take(part.getKey(), payoutId, part.getValue(), rest, why, actor));
        }
        if (rest.isPositive()) {
            putBack(planned, why, actor);
            return Optional.of(shortOf(planned, planned.net().minus(rest)));
        }
        ledger.append(booked(planned, round, by, actor));
        return Optional.empty();
    }

    /** Why a payout can't be booked as paid any more; empty if it can. */
    public Optional<String> obstacleToPaid(String payoutId) {
        PayoutEntry planned = planned(payoutId);
        Map<CommissionId, Money> parts = parts(planned);
        Money available = planned.net().multipliedBy(0);
        for (Commission commission : commissions(planned)) {
            Money part = parts.getOrDefault(commission.id(), commission.zero());
            Money free = commission.in(State.PAYABLE).plus(paidBy(commission, payoutId));
            available = available.plus(free.isGreaterThan(part) ? part : free);
        }
        return available.isLessThan(planned.net()) ? Optional.of(shortOf(planned, available)) : Optional.empty();
    }

    private Money take(CommissionId id, String payoutId, Money part, Money rest, String why, String actor) {
        Commission before = commissions.standing(id).orElseThrow();
        Money open = part.minus(paidBy(before, payoutId));
        Money most = open.isGreaterThan(rest) ? rest : open;
        if (!most.isPositive()) {
            return before.zero();
        }
        // Counted from the goal, so that a change that is decided again never moves more.
        Money goal = paidBy(before, payoutId).plus(most);
        Commission after = life.change(
                        id, now -> Paying.paidAfterAll(now, payoutId, goal.minus(paidBy(now, payoutId)), why, actor))
                .orElseThrow();
        return paidBy(after, payoutId).minus(paidBy(before, payoutId));
    }

    private void putBack(PayoutEntry payout, String why, String actor) {
        parts(payout)
                .keySet()
                .forEach(id -> life.change(id, now -> Paying.notPaid(now, payout.payoutId(), why, actor)));
    }

    private PayoutEntry booked(PayoutEntry planned, int round, String by, String actor) {
        List<Item> items = new ArrayList<>();
        for (Commission commission : commissions(planned)) {
            commission.portions().stream()
                    .filter(Paying.in(State.PAID, planned.payoutId()))
                    .forEach(portion -> items.add(new Item(commission.id(), portion.number(), portion.amount())));
        }
        Money paid = planned.net();
        PayoutEntry whole = new PayoutEntry(
                planned.partnerId(),
                planned.payoutId(),
                Stage.PLANNED,
                round,
                paid,
                paid.multipliedBy(0),
                planned.tax(),
                items,
                actor,
                List.of());
        return whole.at(Stage.PAID, round, actor, by);
    }

    private String shortOf(PayoutEntry planned, Money available) {
        Set<String> others = new LinkedHashSet<>();
        for (Commission commission : commissions(planned)) {
            commission.portions().stream()
                    .map(Portion::payoutId)
                    .filter(payout -> payout != null && !payout.equals(planned.payoutId()))
                    .forEach(others::add);
        }
        return "Of the %s of this payout, only %s is still payable. The rest was paid, set off or taken back since%s."
                .formatted(
                        Texts.money(planned.net()),
                        Texts.money(available),
                        others.isEmpty() ? "" : " (payouts " + String.join(", ", others) + ")");
    }

    private List<Commission> commissions(PayoutEntry payout) {
        return List.copyOf(
                commissions.standings(List.copyOf(parts(payout).keySet())).values());
    }

    private static Map<CommissionId, Money> parts(PayoutEntry payout) {
        Map<CommissionId, Money> parts = new LinkedHashMap<>();
        payout.items().forEach(item -> parts.merge(item.commission(), item.amount(), Money::plus));
        return parts;
    }

    private static Money paidBy(Commission commission, String payoutId) {
        return commission.portions().stream()
                .filter(Paying.in(State.PAID, payoutId))
                .map(Portion::amount)
                .reduce(commission.zero(), Money::plus);
    }

    private PayoutEntry planned(String payoutId) {
        return at(payoutId, Stage.PLANNED, 0)
                .orElseThrow(() -> new IllegalStateException("Payout %s must be allocated first".formatted(payoutId)));
    }

    private Optional<PayoutEntry> at(String payoutId, Stage stage, int round) {
        return ledger.find(PayoutEntry.causeOf(payoutId, stage, round))
                .map(LedgerTransaction::entry)
                .map(PayoutEntry.class::cast);
    }
}
