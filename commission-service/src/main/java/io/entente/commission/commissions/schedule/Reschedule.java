package io.entente.commission.commissions.schedule;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/**
 * Brings the portions of a commission into line with its schedule. Portions in payouts stay as they are. They cover the
 * schedule first: the same day if it has it, and otherwise the earliest days. A portion that is payable stays payable, with the day that
 * it has, as long as as much is due by today. Everything else waits for the days of the schedule. If payouts have more than the
 * schedule, the partner owes the difference back.
 */
public final class Reschedule {

    private static final Comparator<Portion> EARLIEST_FIRST =
            Comparator.comparing(Portion::dueOn).thenComparing(Portion::number);

    private final Commission before;
    private final LocalDate today;
    private final NavigableMap<LocalDate, Money> need;
    private final List<Portion> portions = new ArrayList<>();
    private Money owedBack;

    private Reschedule(Commission before, Schedule schedule, LocalDate today) {
        this.before = before;
        this.today = today;
        this.need = new TreeMap<>(schedule.dues());
        this.owedBack = before.owedBack();
    }

    /**
     * Returns the commission with the portions of a schedule.
     *
     * @param since the earliest day of a portion that is new, because nobody can be paid before something is decided
     */
    public static Draft to(Draft draft, Schedule schedule, LocalDate today, LocalDate since) {
        Reschedule again = new Reschedule(draft.commission(), schedule, today);
        again.coverByPayouts();
        again.keepPayable();
        again.keepPending();
        again.addMissing(since);
        return draft.portions(again.portions).owedBack(again.owedBack);
    }

    private void coverByPayouts() {
        Money gone = before.owedBack();
        List<Portion> paid = portionsIn(State.ALLOCATED, State.PAID, State.NETTED);
        portions.addAll(paid);
        List<Portion> covering = new ArrayList<>();
        for (int i = paid.size() - 1; i >= 0; i--) {
            Portion portion = paid.get(i);
            Money lost = MoneyUtils.min(gone, portion.amount());
            gone = gone.minus(lost);
            covering.add(0, portion.less(lost));
        }
        Money rest = before.zero();
        for (Portion portion : covering) {
            rest = rest.plus(portion.amount()).minus(takeOn(portion.dueOn(), portion.amount()));
        }
        owedBack = owedBack.plus(rest.minus(takeUntil(LocalDate.MAX, rest)));
    }

    /** What payouts had and is owed back, but came back because a payout failed, is payable beside the schedule. */
    private void keepPayable() {
        Money beside = before.owedBack().minus(before.inPayouts());
        List<Portion> payable = portionsIn(State.PAYABLE);
        Map<Integer, Money> kept = new HashMap<>();
        for (Portion portion : payable) {
            Money own = beside.isPositive() ? MoneyUtils.min(beside, portion.amount()) : before.zero();
            beside = beside.minus(own);
            Money ofItsDay = takeOn(portion.dueOn(), portion.amount().minus(own));
            kept.put(portion.number(), own.plus(ofItsDay));
        }
        for (Portion portion : payable) {
            Money stays = kept.getOrDefault(portion.number(), before.zero());
            Money gone = portion.amount().minus(stays);
            Money left = portion.amount().minus(gone.minus(takeUntil(today, gone)));
            if (left.isPositive()) {
                portions.add(portion.less(portion.amount().minus(left)));
            }
        }
    }

    /** A pending portion gets everything that is missing on its day, so that days don't fall apart into small portions. */
    private void keepPending() {
        for (Portion portion : portionsIn(State.PENDING)) {
            Money missing = need.remove(portion.dueOn());
            if (missing != null) {
                portions.add(Portion.pending(portion.number(), missing, portion.dueOn()));
            }
        }
    }

    private void addMissing(LocalDate since) {
        int number = before.portions().stream().mapToInt(Portion::number).max().orElse(0);
        portions.sort(Comparator.comparing(Portion::number));
        for (var missing : need.entrySet()) {
            LocalDate day = missing.getKey().isBefore(since) ? since : missing.getKey();
            portions.add(Portion.pending(++number, missing.getValue(), day));
        }
    }

    private List<Portion> portionsIn(State... states) {
        List<State> wanted = List.of(states);
        return before.portions().stream()
                .filter(portion -> wanted.contains(portion.state()))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    /** Takes at most an amount from a day of the schedule and returns how much it was. */
    private Money takeOn(LocalDate day, Money most) {
        Money due = need.get(day);
        if (due == null || !most.isPositive()) {
            return before.zero();
        }
        Money taken = MoneyUtils.min(due, most);
        if (taken.isEqual(due)) {
            need.remove(day);
        } else {
            need.put(day, due.minus(taken));
        }
        return taken;
    }

    /** Takes at most an amount from the earliest days of the schedule up to a day and returns how much it was. */
    private Money takeUntil(LocalDate last, Money most) {
        Money rest = most;
        while (rest.isPositive() && !need.isEmpty() && !need.firstKey().isAfter(last)) {
            rest = rest.minus(takeOn(need.firstKey(), rest));
        }
        return most.minus(rest);
    }
}
