package io.entente.commission.accrual;

import static io.entente.commission.accrual.ProgramMother.ASH;
import static io.entente.commission.accrual.ProgramMother.CLOSED_ON;
import static io.entente.commission.accrual.ProgramMother.TEN_PERCENT;
import static io.entente.commission.accrual.ProgramMother.balance;
import static io.entente.commission.accrual.ProgramMother.fact;
import static io.entente.commission.accrual.ProgramMother.minor;
import static io.entente.commission.accrual.ProgramMother.program;
import static io.entente.commission.accrual.ProgramMother.retainer;
import static io.entente.commission.accrual.ProgramMother.shared;
import static io.entente.commission.accrual.ProgramMother.volumeTiers;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Counters.TakenBack;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.TierMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The same events in any order, with repetitions, give the same ledger. */
class EventsInAnyOrderTest {

    @Property(tries = 200)
    void any_order_and_repetition_of_events_gives_the_same_ledger(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 1_000_000) Integer> deals,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 2) Integer> kinds,
            @ForAll @Size(value = 8) List<@IntRange(min = 1, max = 1_500_000) Integer> amounts,
            @ForAll long seed) {
        List<Consumer<Program>> events = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = shared("d" + i, minor(deals.get(i)));
            events.add(program -> program.accrue(deal));
        }
        for (int i = 0; i < kinds.size(); i++) {
            DealFact fact = new DealFact(
                    Kind.values()[kinds.get(i)],
                    "f" + i,
                    "d" + i % deals.size(),
                    minor(amounts.get(i)),
                    CLOSED_ON,
                    "It happened.",
                    "system");
            events.add(program -> program.settling.record(fact));
        }
        Program inOrder = program(TEN_PERCENT);
        events.forEach(event -> event.accept(inOrder));
        List<Consumer<Program>> anyhow = new ArrayList<>(events);
        anyhow.addAll(events.subList(0, (events.size() + 1) / 2));
        Collections.shuffle(anyhow, new Random(seed));
        Program shuffled = program(TEN_PERCENT);

        anyhow.forEach(event -> event.accept(shuffled));
        for (Program program : List.of(inOrder, shuffled)) {
            program.clock.move(Duration.ofDays(400));
            program.sweep.sweep();
        }

        assertThat(standings(shuffled, deals.size())).isEqualTo(standings(inOrder, deals.size()));
        for (PartnerId partner : List.of(ASH, new PartnerId("par_elm"))) {
            ChainHead head = shuffled.ledger.head(partner);
            assertThat(nonZero(head)).isEqualTo(nonZero(inOrder.ledger.head(partner)));
            assertThat(revenue(head)).isEqualTo(revenue(inOrder.ledger.head(partner)));
        }
        assertThat(shuffled.ledger.transactions())
                .allSatisfy(transaction ->
                        assertThat(LedgerLine.balance(transaction.lines())).isTrue());
    }

    @Property(tries = 200)
    void under_tiers_that_count_back_deals_and_a_retainers_payments_earn_the_same_in_any_order(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> deals,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 1_000_000) Integer> payments,
            @ForAll long seed) {
        BigDecimal rate = new BigDecimal(deals.size() + 1 < 4 ? "0.10" : "0.15");
        Money expected = commission(payments.stream().mapToLong(cents -> cents).sum(), rate);
        List<Consumer<Program>> events = new ArrayList<>();
        events.add(program -> program.accrue(retainer("d")));
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = DealMother.deal("e" + i, "par_ash", minor(deals.get(i)).toString());
            events.add(program -> program.accrue(deal));
            expected = expected.plus(commission(deals.get(i), rate));
        }
        for (int i = 0; i < payments.size(); i++) {
            DealFact fact = fact(
                    Kind.PAYMENT,
                    "p" + i,
                    "d",
                    minor(payments.get(i)).getAmount().toPlainString());
            events.add(program -> program.settling.record(fact));
        }
        events.addAll(events.subList(0, (events.size() + 1) / 2));
        Collections.shuffle(events, new Random(seed));
        Program program = program(volumeTiers(TierMode.RETROACTIVE));

        events.forEach(event -> event.accept(program));

        assertThat(balance(program, Account.COMMISSION_EXPENSE)).isEqualTo(expected);
    }

    private static Money commission(long cents, BigDecimal rate) {
        return minor(cents).multipliedBy(rate, RoundingMode.HALF_UP);
    }

    /** The counters, in which a currency of which nothing is lost is the same as one of which nothing was ever lost. */
    private static Counters revenue(ChainHead head) {
        Counters counters = head.counters();
        SortedMap<CurrencyUnit, TakenBack> lost = new TreeMap<>(counters.takenBack());
        lost.values()
                .removeIf(amounts ->
                        amounts.reversed().isZero() && amounts.refunded().isZero());
        return new Counters(counters.dealsByYear(), counters.revenue(), counters.earned(), counters.uncounted(), lost);
    }

    private static Map<String, Object> nonZero(ChainHead head) {
        Map<String, Object> amounts = new TreeMap<>();
        head.balances()
                .amounts()
                .forEach((currency, accounts) -> accounts.forEach((account, amount) -> {
                    if (!amount.isZero()) {
                        amounts.put(currency + " " + account, amount);
                    }
                }));
        return amounts;
    }

    private static Map<String, List<Object>> standings(Program program, int deals) {
        Map<String, List<Object>> standings = new TreeMap<>();
        for (int i = 0; i < deals; i++) {
            for (String partner : List.of("par_ash", "par_elm")) {
                CommissionId id = CommissionId.of("d" + i, new PartnerId(partner));
                program.ledger
                        .standing(id)
                        .ifPresent(commission ->
                                standings.put(id.value(), List.of(commission.accounts(), commission.status())));
            }
        }
        return standings;
    }
}
