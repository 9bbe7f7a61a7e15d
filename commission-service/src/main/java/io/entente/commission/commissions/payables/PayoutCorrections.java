package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.payables.PaidAfterAll.Source;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

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
     * netted were owed again then and were netted at once, so the amount that was paid is all that moves. If a part of it was set off or
     * taken back since, the partner owes this part, as if the payout had never been booked as failed.
     *
     * @return why it can't be booked, and nothing has changed; empty if it is booked
     */
    public Optional<String> paid(String payoutId, int round, String why, String by, String actor) {
        PayoutEntry planned = planned(payoutId);
        if (at(payoutId, Stage.PAID, round).isPresent()) {
            return Optional.empty();
        }
        Map<CommissionId, PaidAfterAll> parts = parts(planned, others(payoutId, round), why, actor);
        Optional<String> obstacle = obstacle(planned, parts);
        if (obstacle.isPresent()) {
            putBack(planned, why, actor);
            return obstacle;
        }
        Money rest = planned.net();
        for (Commission commission : commissions(planned)) {
            rest = rest.minus(of(parts, commission).paid(commission));
        }
        // All that is payable comes first, so that a debt which arises again is not set off against the same payout.
        for (Source source : Source.values()) {
            for (Map.Entry<CommissionId, PaidAfterAll> part : parts.entrySet()) {
                rest = rest.minus(take(part.getKey(), source, part.getValue(), rest));
            }
        }
        // Another payout was allocated in between.
        if (rest.isPositive()) {
            putBack(planned, why, actor);
            return Optional.of(shortOf(planned, parts));
        }
        ledger.append(booked(planned, round, by, actor));
        return Optional.empty();
    }

    /**
     * Why a payout can't be booked as paid any more, which is that other payouts took the money; empty if it can.
     *
     * @param round number that the correction would have, from 1
     */
    public Optional<String> obstacleToPaid(String payoutId, int round) {
        PayoutEntry planned = planned(payoutId);
        return obstacle(planned, parts(planned, others(payoutId, round), "", ""));
    }

    private Optional<String> obstacle(PayoutEntry planned, Map<CommissionId, PaidAfterAll> parts) {
        return taken(planned, parts).isPositive() ? Optional.of(shortOf(planned, parts)) : Optional.empty();
    }

    private Money take(CommissionId id, Source source, PaidAfterAll part, Money rest) {
        Commission before = commissions.standing(id).orElseThrow();
        Money most = MoneyUtils.min(part.part().minus(part.paid(before)), rest);
        if (!most.isPositive()) {
            return before.zero();
        }
        // Counted from the goal, so that a change that is decided again never moves more.
        Money goal = part.paid(before).plus(most);
        Commission after = life.change(id, now -> part.from(source, now, goal)).orElseThrow();
        return part.paid(after).minus(part.paid(before));
    }

    private void putBack(PayoutEntry payout, String why, String actor) {
        amounts(payout)
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

    private String shortOf(PayoutEntry planned, Map<CommissionId, PaidAfterAll> parts) {
        String others = commissions(planned).stream()
                .flatMap(commission -> of(parts, commission).others().ids(commission))
                .distinct()
                .collect(Collectors.joining(", "));
        return "Of the %s of this payout, only %s can be booked as paid. The rest was taken by other payouts since (%s)."
                .formatted(Texts.money(planned.net()), Texts.money(planned.net().minus(taken(planned, parts))), others);
    }

    private Money taken(PayoutEntry planned, Map<CommissionId, PaidAfterAll> parts) {
        Money taken = commissions(planned).stream()
                .map(commission -> of(parts, commission).taken(commission))
                .reduce(planned.net().multipliedBy(0), Money::plus);
        return MoneyUtils.min(taken, planned.net());
    }

    private List<Commission> commissions(PayoutEntry payout) {
        return List.copyOf(
                commissions.standings(List.copyOf(amounts(payout).keySet())).values());
    }

    private static PaidAfterAll of(Map<CommissionId, PaidAfterAll> parts, Commission commission) {
        return Objects.requireNonNull(parts.get(commission.id()));
    }

    private static Map<CommissionId, PaidAfterAll> parts(
            PayoutEntry payout, OtherPayouts others, String why, String actor) {
        Map<CommissionId, PaidAfterAll> parts = new LinkedHashMap<>();
        amounts(payout)
                .forEach(
                        (id, amount) -> parts.put(id, new PaidAfterAll(payout.payoutId(), amount, others, why, actor)));
        return parts;
    }

    private static Map<CommissionId, Money> amounts(PayoutEntry payout) {
        Map<CommissionId, Money> amounts = new LinkedHashMap<>();
        payout.items().forEach(item -> amounts.merge(item.commission(), item.amount(), Money::plus));
        return amounts;
    }

    /** The outcome that a correction replaces has the number of the correction before. */
    private OtherPayouts others(String payoutId, int round) {
        return Stream.of(Stage.FAILED, Stage.RETURNED, Stage.NOT_PAID)
                .flatMap(stage -> ledger.find(PayoutEntry.causeOf(payoutId, stage, round - 1)).stream())
                .max(Comparator.comparing(ended -> ended.id().number()))
                .map(ended -> new OtherPayouts(ledger, ended))
                .orElseThrow(() ->
                        new IllegalStateException("Payout %s is not booked as failed or returned".formatted(payoutId)));
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
