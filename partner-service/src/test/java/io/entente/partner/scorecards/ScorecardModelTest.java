package io.entente.partner.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import io.entente.partner.performance.TellChanges;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Scorecards of random histories: against a plain model, and replayed. */
class ScorecardModelTest {

    private static final LocalDate START = LocalDate.parse("2026-11-03");
    private static final ReportPeriod YEAR =
            ReportPeriod.parse("2026-11..2027-10").orElseThrow();
    private static final List<String> PARTNERS = List.of("par_a", "par_b", "par_c");

    @Property(tries = 60)
    void a_scorecard_says_what_a_plain_model_says(@ForAll long seed) {
        History history = History.of(new Random(seed));
        World world = new World();
        world.play(history.events);

        for (String partner : PARTNERS) {
            PartnerFigures figures = world.compute.figures(partner, YEAR);
            List<Referral> sent = history.referrals(partner, Flow.TO_FIRM);
            List<Referral> received = history.referrals(partner, Flow.TO_PARTNER);
            long won = sent.stream().filter(Referral::isWon).count();
            long lost =
                    sent.stream().filter(each -> each.isLost && !each.isWon()).count();
            long value = sent.stream().mapToLong(Referral::value).sum();
            long given = received.stream().mapToLong(Referral::value).sum();

            assertThat(Metric.SENT.value(figures)).isEqualByComparingTo(count(sent.size()));
            assertThat(Metric.RECEIVED.value(figures)).isEqualByComparingTo(count(received.size()));
            assertThat(figures.won()).hasSize((int) won);
            assertThat(figures.lostForGood()).isEqualTo((int) lost);
            assertThat(amount(Metric.REVENUE, figures)).isEqualByComparingTo(count(value));
            assertThat(amount(Metric.RECIPROCITY_VALUE, figures)).isEqualByComparingTo(count(value - given));
            assertThat(Metric.RECIPROCITY_COUNT.value(figures))
                    .isEqualByComparingTo(count(counted(sent) - counted(received)));
        }
    }

    @Property(tries = 60)
    void a_replay_from_the_first_event_leads_to_the_same_scorecards(@ForAll long seed) {
        Random random = new Random(seed);
        History history = History.of(random);
        World live = new World();
        live.playWithRepetitions(history.events, random);

        World replayed = new World();
        for (String partner : List.of("par_c", "par_a", "par_b")) {
            history.events.stream()
                    .filter(event -> event.partner.equals(partner))
                    .forEach(event -> event.told.accept(replayed));
        }
        replayed.tell.run();

        assertThat(replayed.facts.all()).isEqualTo(live.facts.all());
        assertThat(replayed.scorecards.all()).isEqualTo(live.scorecards.all());
    }

    @Test
    void an_event_costs_what_has_happened_in_its_month_however_long_the_history_is() {
        int small = cost(24);
        int large = cost(240);

        assertThat(large).isEqualTo(small).isLessThan(40);
    }

    /** How many facts and scorecards are read after one more referral. */
    private static int cost(int monthsBefore) {
        World world = new World();
        for (int month = monthsBefore; month >= 0; month--) {
            for (int i = 0; i < 8; i++) {
                world.submit("par_a", "r%d_%d".formatted(month, i), Flow.TO_FIRM, START.minusMonths(month));
            }
        }
        world.tell.run();
        world.facts.reads();
        world.scorecards.reads();
        world.submit("par_a", "another", Flow.TO_FIRM, START);

        world.tell.run();

        return world.facts.reads() + world.scorecards.reads();
    }

    private static long counted(List<Referral> referrals) {
        return referrals.stream().filter(each -> !each.isDismissed).count();
    }

    private static BigDecimal count(long number) {
        return new BigDecimal(number);
    }

    private static BigDecimal amount(Metric metric, PartnerFigures figures) {
        Money money = metric.amounts(figures).get("JPY");
        return money == null ? BigDecimal.ZERO : money.getAmount();
    }

    /** What the service keeps, in maps. */
    private static final class World {

        private final FactsInMemory facts = new FactsInMemory();
        private final ScorecardsInMemory scorecards = new ScorecardsInMemory();
        private final RecordPerformance performance = new RecordPerformance(facts);
        private final RecordReferrals referrals = new RecordReferrals(facts);
        private final ComputeScorecards compute = new ComputeScorecards(facts, scorecards);
        private final TellChanges tell = new TellChanges(facts, List.of(compute));

        void submit(String partner, String id, Flow flow, LocalDate day) {
            Instant at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            referrals.submitted(id, partner, flow, day, at, null, 1);
        }

        void play(List<Event> events) {
            events.forEach(event -> event.told.accept(this));
            tell.run();
        }

        /** Tells events again, and computes figures in between. */
        void playWithRepetitions(List<Event> events, Random random) {
            for (int i = 0; i < events.size(); i++) {
                events.get(i).told.accept(this);
                if (random.nextInt(4) == 0) {
                    events.get(random.nextInt(i + 1)).told.accept(this);
                }
                if (random.nextInt(5) == 0) {
                    tell.run();
                }
            }
            tell.run();
        }
    }

    private record Event(String partner, Consumer<World> told) {}

    /** The plain model of a referral. */
    private static final class Referral {

        private final String partner;
        private final Flow flow;
        private final List<long[]> deals = new ArrayList<>();
        private boolean isDismissed;
        private boolean isLost;

        Referral(String partner, Flow flow) {
            this.partner = partner;
            this.flow = flow;
        }

        boolean isWon() {
            return deals.stream().anyMatch(deal -> deal[0] > deal[1]);
        }

        long value() {
            return deals.stream().mapToLong(deal -> deal[0] - deal[1]).sum();
        }
    }

    /** A random history and what became of its referrals. */
    private record History(List<Event> events, List<Referral> referrals) {

        static History of(Random random) {
            History history = new History(new ArrayList<>(), new ArrayList<>());
            int count = 1 + random.nextInt(25);
            for (int i = 0; i < count; i++) {
                history.add("r" + i, random);
            }
            return history;
        }

        private void add(String id, Random random) {
            String partner = PARTNERS.get(random.nextInt(PARTNERS.size()));
            Flow flow = random.nextBoolean() ? Flow.TO_FIRM : Flow.TO_PARTNER;
            Referral referral = new Referral(partner, flow);
            referrals.add(referral);
            LocalDate day = START.plusDays(random.nextInt(200));
            Map<String, BigDecimal> shares = Map.of(partner, BigDecimal.ONE);
            events.add(new Event(partner, world -> world.submit(partner, id, flow, day)));
            switch (random.nextInt(4)) {
                case 0 -> {
                    referral.isDismissed = true;
                    events.add(new Event(partner, world -> world.referrals.dismissed(id, 2)));
                }
                case 1 -> {
                    referral.isLost = true;
                    events.add(new Event(
                            partner, world -> world.performance.lost(id, partner, flow, day.plusDays(30), 2)));
                }
                default -> {
                    int deals = random.nextInt(3);
                    for (int i = 0; i < deals; i++) {
                        addDeal(
                                referral,
                                id,
                                "d%s_%d".formatted(id, i),
                                day.plusDays(random.nextInt(60)),
                                shares,
                                random);
                    }
                }
            }
        }

        private void addDeal(
                Referral referral,
                String id,
                String deal,
                LocalDate day,
                Map<String, BigDecimal> shares,
                Random random) {
            long first = 1 + random.nextInt(1_000);
            long corrected = random.nextBoolean() ? first : 1 + random.nextInt(1_000);
            LocalDate moved = day.plusDays(random.nextInt(50));
            long reversed =
                    switch (random.nextInt(3)) {
                        case 0 -> corrected;
                        case 1 -> corrected / 2;
                        default -> 0;
                    };
            referral.deals.add(new long[] {corrected, reversed});
            tell(
                    referral,
                    world -> world.performance.won(deal, id, referral.flow, day, yen(first), shares, Set.of(), 1));
            tell(
                    referral,
                    world -> world.performance.won(
                            deal, id, referral.flow, moved, yen(corrected), shares, shares.keySet(), 2));
            if (reversed > 0) {
                tell(referral, world -> world.performance.reversed(deal, yen(reversed), shares, 3));
            }
        }

        private void tell(Referral referral, Consumer<World> told) {
            events.add(new Event(referral.partner, told));
        }

        List<Referral> referrals(String partner, Flow flow) {
            return referrals.stream()
                    .filter(each -> each.partner.equals(partner) && each.flow == flow)
                    .toList();
        }

        private static Money yen(long amount) {
            return Money.of(CurrencyUnit.of("JPY"), BigDecimal.valueOf(amount));
        }
    }
}
