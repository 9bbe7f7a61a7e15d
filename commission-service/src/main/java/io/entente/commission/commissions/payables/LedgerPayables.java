package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.commissions.ReleaseIndex.Marked;
import io.entente.commission.commissions.ReleaseIndex.Payable;
import io.entente.commission.commissions.ReleaseIndex.Payee;
import io.entente.commission.commissions.payables.Paying.Ending;
import io.entente.commission.commissions.payables.PayoutEntry.Item;
import io.entente.commission.commissions.payables.PayoutEntry.Stage;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Implements payables on the ledger. The commissions of a payout move one by one, each guarded by its own revision.
 * The payout's own transaction comes last in each step, so it proves that all of them have moved.
 */
public final class LedgerPayables implements Payables {

    /** The number of index entries that are read at once. */
    private static final int BLOCK_ENTRIES = 200;

    private final ReleaseIndex index;
    private final Commissions commissions;
    private final CommissionLife life;
    private final Ledger ledger;

    public LedgerPayables(ReleaseIndex index, Commissions commissions, CommissionLife life, Ledger ledger) {
        this.index = index;
        this.commissions = commissions;
        this.life = life;
        this.ledger = ledger;
    }

    @Override
    public List<Payee> payees(@Nullable Payee after, int limit) {
        return index.payees(after, limit);
    }

    @Override
    public Amounts payable(PartnerId partner, CurrencyUnit currency, LocalDate cutOff, @Nullable String payoutId) {
        Money payable = Money.zero(currency);
        Money held = Money.zero(currency);
        List<Commission> free = new ArrayList<>();
        int portions = 0;
        boolean begun = false;
        for (Commission commission : candidates(partner, currency, cutOff, payoutId)) {
            List<Portion> taken = taken(commission, payoutId);
            begun |= !taken.isEmpty();
            List<Portion> due = taken.isEmpty() ? portions(commission, isPayableBy(cutOff)) : taken;
            Money amount = due.stream().map(Portion::amount).reduce(Money.zero(currency), Money::plus);
            if (commission.isHeld() && taken.isEmpty()) {
                held = held.plus(amount);
            } else if (amount.isPositive() && portions + due.size() <= PayoutEntry.MAX_ITEMS) {
                payable = payable.plus(amount);
                portions += due.size();
                free.add(commission);
            }
        }
        return new Amounts(payable, held, owed(ledger.head(partner), currency), free, begun);
    }

    @Override
    public Optional<PayoutEntry> allocate(
            String payoutId,
            PartnerId partner,
            CurrencyUnit currency,
            LocalDate cutOff,
            PortionTaxes taxes,
            String actor) {
        Optional<PayoutEntry> frozen = find(payoutId);
        if (frozen.isPresent()) {
            return frozen;
        }
        List<Item> items = new ArrayList<>();
        for (Commission candidate : candidates(partner, currency, cutOff, payoutId)) {
            // A payout takes a commission completely or not at all, so the limit is never exceeded.
            if (items.size() + candidate.portions().size() <= PayoutEntry.MAX_ITEMS) {
                life.change(candidate.id(), now -> Paying.allocate(now, payoutId, cutOff, actor))
                        .ifPresent(now -> portions(now, Paying.in(State.ALLOCATED, payoutId))
                                .forEach(portion -> items.add(new Item(now.id(), portion.number(), portion.amount()))));
            }
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Money gross = items.stream().map(Item::amount).reduce(Money.zero(currency), Money::plus);
        ledger.append(
                partner,
                head -> Optional.of(planned(payoutId, partner, gross, owed(head, currency), taxes, items, actor)));
        Optional<PayoutEntry> payout = find(payoutId);
        payout.ifPresent(entry -> putBack(entry, items, actor));
        return payout;
    }

    /**
     * Returns the portions that only this call took, if another instance has frozen the same payout at the same time
     * without them.
     */
    private void putBack(PayoutEntry payout, List<Item> taken, String actor) {
        Set<CommissionId> frozen = new LinkedHashSet<>();
        payout.items().forEach(item -> frozen.add(item.commission()));
        taken.stream()
                .map(Item::commission)
                .filter(id -> !frozen.contains(id))
                .distinct()
                .forEach(id -> life.change(
                        id,
                        now -> Paying.failed(
                                now,
                                payout.payoutId(),
                                Ending.NOT_PLANNED,
                                "The commission came too late for the payout.",
                                actor)));
    }

    @Override
    public Optional<PayoutEntry> find(String payoutId) {
        return at(payoutId, Stage.PLANNED, 0);
    }

    @Override
    public void paid(String payoutId, String actor) {
        PayoutEntry payout = frozen(payoutId);
        refuse(payoutId, Stage.FAILED);
        move(payout, (commission, id) -> Paying.paid(commission, id, actor));
        ledger.append(payout.at(Stage.PAID, 0, actor, "The payout reached the partner."));
    }

    @Override
    public void failed(String payoutId, Ending ending, String reason, String actor) {
        PayoutEntry payout = frozen(payoutId);
        refuse(payoutId, Stage.PAID);
        move(payout, (commission, id) -> Paying.failed(commission, id, ending, reason, actor));
        ledger.append(payout.at(Stage.FAILED, 0, actor, reason));
    }

    @Override
    public void returned(String payoutId, int round, String reason, String actor) {
        PayoutEntry payout = at(payoutId, Stage.PAID, round)
                .orElseThrow(() -> new IllegalStateException(
                        "Payout %s must be paid before it can be returned".formatted(payoutId)));
        move(payout, (commission, id) -> Paying.returned(commission, id, reason, actor));
        ledger.append(payout.at(Stage.RETURNED, round, actor, reason));
    }

    private void move(PayoutEntry payout, BiFunction<Commission, String, Optional<Movement>> step) {
        Set<CommissionId> ids = new LinkedHashSet<>();
        payout.items().forEach(item -> ids.add(item.commission()));
        ids.forEach(id -> life.change(id, commission -> step.apply(commission, payout.payoutId())));
    }

    private void refuse(String payoutId, Stage other) {
        if (at(payoutId, other, 0).isPresent()) {
            throw new IllegalStateException("Payout %s is already %s".formatted(payoutId, other));
        }
    }

    private PayoutEntry frozen(String payoutId) {
        return find(payoutId)
                .orElseThrow(() -> new IllegalStateException("Payout %s must be allocated first".formatted(payoutId)));
    }

    private Optional<PayoutEntry> at(String payoutId, Stage stage, int round) {
        return ledger.find(PayoutEntry.causeOf(payoutId, stage, round))
                .map(LedgerTransaction::entry)
                .map(PayoutEntry.class::cast);
    }

    private PayoutEntry planned(
            String payoutId,
            PartnerId partner,
            Money gross,
            Money owed,
            PortionTaxes taxes,
            List<Item> items,
            String actor) {
        Money netted = owed.isGreaterThan(gross) ? gross : owed;
        TaxedItems taxed = TaxedItems.of(items, netted, commission -> terms(commission, taxes));
        return new PayoutEntry(
                partner,
                payoutId,
                Stage.PLANNED,
                0,
                gross,
                netted,
                taxed.tax(gross.getCurrencyUnit()),
                items,
                actor,
                PayoutTexts.planned(items.size(), gross, netted, taxed));
    }

    private TaxTerms terms(CommissionId commission, PortionTaxes taxes) {
        // Terms that never change need no look at the accrual.
        return taxes instanceof TaxTerms always
                ? always
                : taxes.of(commissions.find(commission).orElseThrow().recordedAt());
    }

    /** Returns what the partner owes back and no payout has netted yet. */
    private static Money owed(ChainHead head, CurrencyUnit currency) {
        return head.balances().of(Account.CLAWBACK_DUE, currency);
    }

    /** Returns commissions from the index that have something to pay now or in this payout. */
    private List<Commission> candidates(
            PartnerId partner, CurrencyUnit currency, LocalDate cutOff, @Nullable String payoutId) {
        Set<CommissionId> seen = new LinkedHashSet<>();
        List<Commission> found = new ArrayList<>();
        Payable after = null;
        List<Marked<Payable>> block;
        do {
            block = index.payable(partner, currency, cutOff, after, BLOCK_ENTRIES);
            Map<CommissionId, Commission> standings = commissions.standings(
                    block.stream().map(entry -> entry.entry().commission()).toList());
            for (Marked<Payable> entry : block) {
                after = entry.entry();
                Commission commission = standings.get(after.commission());
                if (commission == null || !after.isUsed(commission)) {
                    index.removePayable(entry);
                } else if (seen.add(commission.id()) && concerns(commission, cutOff, payoutId)) {
                    found.add(commission);
                }
            }
        } while (block.size() == BLOCK_ENTRIES && found.size() < PayoutEntry.MAX_ITEMS);
        return found;
    }

    private static boolean concerns(Commission commission, LocalDate cutOff, @Nullable String payoutId) {
        return !portions(commission, isPayableBy(cutOff)).isEmpty()
                || !taken(commission, payoutId).isEmpty();
    }

    /** The portions that this payout has taken. */
    private static List<Portion> taken(Commission commission, @Nullable String payoutId) {
        return payoutId == null ? List.of() : portions(commission, Paying.in(State.ALLOCATED, payoutId));
    }

    private static Predicate<Portion> isPayableBy(LocalDate cutOff) {
        return portion -> portion.state() == State.PAYABLE && !portion.dueOn().isAfter(cutOff);
    }

    private static List<Portion> portions(Commission commission, Predicate<Portion> which) {
        return commission.portions().stream().filter(which).toList();
    }
}
