package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.matching.ClientIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Introduces similar clients at once, with every order of the steps in which each of them reads and writes the store. */
class SimultaneousIntroductionsTest {

    /** Each is similar to all others. Some of them have the same key. */
    private static final List<String> SPELLINGS = List.of(
            "Kühn Maschinenbau Nord",
            "Kuehn Maschinenbau Nord",
            "Maschinenbau Kühn Nord",
            "Kühn Maschinenbau-Nord GmbH",
            "Kuhn Maschinenbau Nord GmbH & Co. KG",
            "Nord Kuehn Maschinenbau");

    private static final Map<String, ClientIdentity> CLIENTS = SPELLINGS.stream()
            .collect(Collectors.toMap(Function.identity(), name -> ClientIdentity.of(name, null, "DE", Set.of())));

    @Test
    void the_spellings_are_similar_to_one_another() {
        for (String one : SPELLINGS) {
            for (String other : SPELLINGS) {
                assertThat(Policies.FIRST
                                .matching()
                                .isConflict(Policies.FIRST.matching().compare(CLIENTS.get(one), CLIENTS.get(other))))
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    @Property(tries = 1500)
    void one_of_two_to_ten_simultaneous_introductions_holds_and_every_decision_leaves_one(
            @ForAll @IntRange(min = 2, max = 10) int count, @ForAll long seed) {
        SimultaneousSubmissions run = new SimultaneousSubmissions(CLIENTS::get);
        Random random = new Random(seed);
        run.introduceAtOnce(spellings(count, random), random, unfinished -> {
            if (random.nextInt(4) == 0) {
                run.clock.move(Duration.ofMillis(1));
            }
            return random.nextInt(unfinished);
        });
        run.assertOneHolds();
        run.decideAll(random);
    }

    /** Restored and displaced referrals, shared clients, and referrals that end and are reopened, in any order. */
    @Property(tries = 1500)
    void one_holds_or_shares_after_each_decision_appeal_end_and_reopening(
            @ForAll @IntRange(min = 2, max = 6) int count, @ForAll long seed) {
        playDecisionsAndAppeals(count, seed, random -> Duration.ofMinutes(1));
    }

    /**
     * Several steps fall into one millisecond. In the first two of these histories, a referral heard of the end of a conflict before
     * it entered another one, and waited for ever. In the others, one of two referrals that shared the client waited for a third
     * one that was reopened, and the other did not.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 6419103362691441109",
        "5, 1922614448490720911",
        "5, 810107781412923290",
        "4, -247921017408555761",
        "5, -5906618367970984649",
        "4, -2434784773510401793",
        "6, 1841450613800409453",
        "6, -549615675726943731"
    })
    void one_holds_or_shares_although_several_steps_have_the_same_time(int count, long seed) {
        playDecisionsAndAppeals(count, seed, random -> Duration.ofMillis(random.nextInt(3) == 0 ? 1 : 0));
    }

    private static void playDecisionsAndAppeals(int count, long seed, Function<Random, Duration> pause) {
        SimultaneousSubmissions run = new SimultaneousSubmissions(CLIENTS::get);
        Random random = new Random(seed);
        run.introduceAtOnce(spellings(count, random), random, random::nextInt);
        run.assertOneHolds();
        new DecisionsAndAppeals(run, random, () -> pause.apply(random)).play(40);
    }

    /** In this history two referrals are in conflict a second time, and the second decision looks like the first one. */
    @Test
    void the_decision_of_a_second_conflict_between_two_referrals_is_not_taken_for_that_of_the_first() {
        playDecisionsAndAppeals(4, 1115658, random -> Duration.ofMinutes(1));
    }

    /** A sweep takes writers for dead that are only slow, and some die and are sent again by their callers. */
    @Property(tries = 1500)
    void one_holds_after_writers_were_slow_or_killed_while_the_sweep_was_running(
            @ForAll @IntRange(min = 2, max = 8) int count, @ForAll long seed) {
        SimultaneousSubmissions run = new SimultaneousSubmissions(CLIENTS::get);
        Random random = new Random(seed);
        run.introduceAndSweep(spellings(count, random), random);
        run.assertOneHolds();
    }

    /** In this history a writer dies right after it has opened a second case in which the same referral waits. */
    @Test
    void a_referral_waits_for_one_other_although_the_writer_that_opened_a_second_case_was_killed() {
        SimultaneousSubmissions run = new SimultaneousSubmissions(CLIENTS::get);
        Random random = new Random(15);
        run.introduceAndSweep(spellings(7, random), random);
        run.assertOneHolds();
    }

    /** All orders in which the turn changes at most so often before a task has ended. */
    @ParameterizedTest
    @CsvSource({"2, 4", "3, 2"})
    void every_interleaving_of_few_introductions_leaves_one_that_holds(int count, int changes) {
        Schedules schedules = new Schedules(changes);
        int runs = 0;
        while (schedules.next()) {
            SimultaneousSubmissions run = new SimultaneousSubmissions(CLIENTS::get);
            run.introduceAtOnce(SPELLINGS.subList(0, count), new Random(runs), schedules);
            run.assertOneHolds();
            runs++;
        }
        assertThat(runs).isGreaterThan(500);
    }

    private static List<String> spellings(int count, Random random) {
        return random.ints(count, 0, SPELLINGS.size()).mapToObj(SPELLINGS::get).toList();
    }
}
