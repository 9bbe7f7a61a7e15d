package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.referral.attribution.Attribution.Attempt;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Reserved;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.CrashingStore.Message;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.policy.AttributionRule;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Submits referrals of several clients at once to an empty program, and decides the conflicts that follow. */
final class SimultaneousSubmissions {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Function<String, ClientIdentity> clients;
    final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    final CrashingStore store = new CrashingStore(GRACE, clock);
    private final AtomicInteger ids = new AtomicInteger();
    private final Interleaving interleaving = new Interleaving();
    private final Mortality mortality = new Mortality();
    final Attribution attribution = new Attribution(
            store,
            store,
            store,
            store,
            store,
            new Policies(),
            new AttributionSettings(GRACE, Duration.ofSeconds(5), 200),
            prefix -> prefix + ids.incrementAndGet(),
            clock);

    /** @param clients gives a client by its name */
    SimultaneousSubmissions(Function<String, ClientIdentity> clients) {
        this.clients = clients;
    }

    void introduceAtOnce(List<String> names, Random random, IntUnaryOperator schedule) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        Collections.shuffle(numbers, random);
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String referral = "ref_" + numbers.get(i);
            String name = names.get(i);
            tasks.add(() -> submit(referral, name));
        }
        store.beforeEachStep(interleaving::step);
        interleaving.run(tasks, schedule);
        store.beforeEachStep(() -> {});
        assertThat(in(Phase.ACTIVE)).as("those that hold before any sweep").isNotEmpty();
        sweep();
    }

    void introduceAndSweep(List<String> names, Random random) {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String referral = "ref_" + i;
            String name = names.get(i);
            int lastStep = random.nextBoolean() ? 1 + random.nextInt(30) : Integer.MAX_VALUE;
            tasks.add(() -> submitAgainIfKilled(referral, name, lastStep));
        }
        tasks.add(() -> sweepAtTimes(5));
        store.beforeEachStep(() -> {
            interleaving.step();
            mortality.run();
        });
        interleaving.run(tasks, random::nextInt);
        store.beforeEachStep(() -> {});
        sweep();
    }

    private void submitAgainIfKilled(String referral, String name, int lastStep) {
        mortality.dieAfter(lastStep);
        try {
            submit(referral, name);
        } catch (CrashingStore.Killed killed) {
            mortality.dieAfter(Integer.MAX_VALUE);
            if (store.find(referral).isEmpty()) {
                submit(referral, name);
            }
        }
    }

    private void sweepAtTimes(int times) {
        for (int i = 0; i < times; i++) {
            clock.move(GRACE.plusMillis(1));
            int unused = attribution.sweep();
        }
    }

    /** Holds a client for the partner of a referral that is introduced later. */
    Optional<Instant> hold(String referral, String name) {
        return attribution.hold(
                new Introduction("chk_" + referral, "par_" + referral, clients.apply(name), clock.instant()));
    }

    /** Returns how many of several partners hold their clients. */
    long holdAtOnce(List<String> names, IntUnaryOperator schedule) {
        AtomicInteger held = new AtomicInteger();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String referral = "ref_" + i;
            String name = names.get(i);
            tasks.add(() -> hold(referral, name).ifPresent(until -> held.incrementAndGet()));
        }
        store.beforeEachStep(interleaving::step);
        interleaving.run(tasks, schedule);
        store.beforeEachStep(() -> {});
        return held.get();
    }

    /** Submits a referral. It isn't written if the client is held for another partner. */
    void submit(String referral, String name) {
        Introduction introduction = new Introduction(referral, "par_" + referral, clients.apply(name), clock.instant());
        Attempt attempt = attribution.introduce(introduction);
        if (attempt.result() instanceof Reserved) {
            return;
        }
        Phase phase = attempt.result() instanceof Contested ? Phase.CONFLICTED : Phase.ACTIVE;
        store.write(new Claimant(introduction, phase, phase.name(), null, false));
        attribution.introduced(attempt);
    }

    void sweep() {
        for (int i = 0; i < 10; i++) {
            clock.move(Duration.ofMinutes(1));
            int unused = attribution.sweep();
        }
    }

    List<String> in(Phase phase) {
        return store.referrals.values().stream()
                .filter(claimant -> claimant.phase() == phase)
                .map(claimant -> claimant.introduction().referralId())
                .toList();
    }

    /** Exactly one holds, and each of the others waits in one case; whom it waits for leads to the holder. */
    void assertOneHolds() {
        assertThat(store.pendingChanges).isEmpty();
        List<String> holding = in(Phase.ACTIVE);
        assertThat(holding).hasSize(1);
        assertThat(store.isContested(holding.get(0)))
                .as("the holder believes to be contested")
                .isEqualTo(!openOf(holding.get(0)).isEmpty());
        assertTheOthersWaitFor(holding);
    }

    void assertTheOthersWaitFor(List<String> holding) {
        for (String waiting : in(Phase.CONFLICTED)) {
            Set<String> passed = new HashSet<>();
            String next = waiting;
            while (!holding.contains(next)) {
                assertThat(passed.add(next)).as("%s waits in a circle", waiting).isTrue();
                next = waitsFor(next);
            }
        }
    }

    private String waitsFor(String referral) {
        List<ConflictCase> cases = openOf(referral).stream()
                .filter(conflict -> conflict.challenger().referralId().equals(referral))
                .toList();
        assertThat(cases).as("cases in which %s waits", referral).hasSize(1);
        return cases.get(0).holder().referralId();
    }

    private List<ConflictCase> openOf(String referral) {
        return store.of(referral).stream().filter(ConflictCase::isOpen).toList();
    }

    /** Decides all conflicts in any order for any side. A conflict whose holder waits itself can't be decided yet. */
    void decideAll(Random random) {
        List<ConflictCase> open = open();
        while (!open.isEmpty()) {
            clock.move(Duration.ofSeconds(1));
            ConflictCase conflict = open.get(random.nextInt(open.size()));
            boolean forHolder = random.nextBoolean();
            String winner = (forHolder ? conflict.holder() : conflict.challenger()).referralId();
            boolean isDecidable =
                    conflict.holder().referralId().equals(in(Phase.ACTIVE).get(0));
            ConflictHandler.Result result = decide(conflict, winner);
            if (isDecidable) {
                assertThat(result).isInstanceOf(ConflictHandler.Result.Done.class);
                assertDecided(winner, conflict.against(winner).referralId());
            } else {
                assertThat(result).isInstanceOf(ConflictHandler.Result.Refused.class);
                assertThat(store.messages).isEmpty();
            }
            if (random.nextInt(4) == 0) {
                endOne(random);
            }
            open = open();
        }
        assertThat(in(Phase.ACTIVE)).hasSize(1);
        assertThat(in(Phase.CONFLICTED)).isEmpty();
    }

    /** Ends the holder or one that waits, unless it is the last one. */
    private void endOne(Random random) {
        List<String> waiting = in(Phase.CONFLICTED);
        if (waiting.isEmpty()) {
            return;
        }
        String ended = random.nextBoolean() ? in(Phase.ACTIVE).get(0) : waiting.get(random.nextInt(waiting.size()));
        clock.move(Duration.ofSeconds(1));
        Introduction introduction = store.find(ended).orElseThrow().introduction();
        PendingClaimChange following = attribution.changing(introduction);
        store.write(new Claimant(introduction, Phase.NONE, "WITHDRAWN", null, false));
        attribution.changed(following);
        assertOneHolds();
    }

    private List<ConflictCase> open() {
        return store.cases.values().stream().filter(ConflictCase::isOpen).toList();
    }

    private ConflictHandler.Result decide(ConflictCase conflict, String winner) {
        store.messages.clear();
        return new ConflictHandler(store, store, store, attribution, clock)
                .decide(
                        conflict.id(),
                        new DecideConflict(AttributionRule.CLIENT_CHOOSES, winner, List.of(), "It said so."),
                        new Actor("ops:o-1"),
                        any -> {})
                .orElseThrow();
    }

    private void assertDecided(String winner, String loser) {
        assertThat(store.messages)
                .contains(new Message("won", winner, loser), new Message("lost", loser, winner))
                .doesNotHaveDuplicates();
        assertThat(heard("lost")).containsExactly(loser);
        assertOneHolds();
    }

    private List<String> heard(String what) {
        return store.messages.stream()
                .filter(message -> message.what().equals(what))
                .map(Message::referral)
                .toList();
    }

    /** Ends a task at a chosen step, like a killed process. */
    private static final class Mortality {

        private final ThreadLocal<Integer> stepsLeft = ThreadLocal.withInitial(() -> Integer.MAX_VALUE);

        void dieAfter(int steps) {
            stepsLeft.set(steps);
        }

        void run() {
            int left = stepsLeft.get() - 1;
            stepsLeft.set(left);
            if (left == 0) {
                throw new CrashingStore.Killed();
            }
        }
    }
}
