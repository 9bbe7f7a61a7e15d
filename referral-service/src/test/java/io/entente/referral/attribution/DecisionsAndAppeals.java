package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Share;
import io.entente.referral.attribution.policy.AttributionRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Decides conflicts, appeals, ends referrals and reopens them, in a random order. After each step one referral holds the client. */
final class DecisionsAndAppeals {

    private final SimultaneousSubmissions run;
    private final Random random;
    private final Supplier<Duration> pause;
    private final List<String> history = new ArrayList<>();

    /** @param pause the time before each step */
    DecisionsAndAppeals(SimultaneousSubmissions run, Random random, Supplier<Duration> pause) {
        this.run = run;
        this.random = random;
        this.pause = pause;
    }

    void play(int steps) {
        for (int i = 0; i < steps; i++) {
            run.clock.move(pause.get());
            int turn = random.nextInt(10);
            if (turn < 5) {
                any(ConflictCase::isUndecided).ifPresent(this::decide);
            } else if (turn < 8) {
                any(conflict -> conflict.status() == CaseStatus.DECIDED).ifPresent(this::appeal);
            } else if (turn < 9) {
                any(run.store.referrals.values().stream()
                                .filter(claimant ->
                                        claimant.phase() == Phase.ACTIVE || claimant.phase() == Phase.CONFLICTED)
                                .toList())
                        .ifPresent(claimant -> become(Phase.NONE, claimant.introduction()));
            } else {
                any(run.store.referrals.values().stream()
                                .filter(claimant -> claimant.phase() == Phase.NONE)
                                .toList())
                        .ifPresent(claimant -> become(Phase.ACTIVE, claimant.introduction()));
            }
            assertOneHoldsOrShares();
        }
    }

    private void decide(ConflictCase conflict) {
        List<String> parties =
                List.of(conflict.holder().referralId(), conflict.challenger().referralId());
        boolean isSplit = random.nextInt(4) == 0;
        DecideConflict command = isSplit
                ? new DecideConflict(AttributionRule.SPLIT, null, shares(conflict), "Both.")
                : new DecideConflict(AttributionRule.CLIENT_CHOOSES, parties.get(random.nextInt(2)), List.of(), "So.");
        Actor actor = new Actor(conflict.appeal() == null ? "ops:o-1" : "ops:o-2");
        history.add("%s decided for %s: %s"
                .formatted(
                        conflict.id(),
                        command.winner(),
                        handler()
                                .decide(conflict.id(), command, actor, any -> {})
                                .orElseThrow()
                                .getClass()
                                .getSimpleName()));
    }

    private static List<Share> shares(ConflictCase conflict) {
        return List.of(
                new Share(conflict.holder().partnerId(), new BigDecimal("0.7")),
                new Share(conflict.challenger().partnerId(), new BigDecimal("0.3")));
    }

    private void appeal(ConflictCase conflict) {
        Introduction asking = random.nextBoolean() ? conflict.holder() : conflict.challenger();
        history.add("%s appealed by %s: %s"
                .formatted(
                        conflict.id(),
                        asking.referralId(),
                        handler()
                                .appeal(
                                        conflict.id(),
                                        asking.partnerId(),
                                        "We were first.",
                                        new Actor("partner:" + asking.partnerId()),
                                        any -> {})
                                .orElseThrow()
                                .getClass()
                                .getSimpleName()));
    }

    private void become(Phase phase, Introduction introduction) {
        history.add(introduction.referralId() + " becomes " + phase);
        PendingClaimChange following = run.attribution.changing(introduction);
        run.store.write(new Claimant(introduction, phase, phase.name(), null, false));
        run.attribution.changed(following);
    }

    private ConflictHandler handler() {
        return new ConflictHandler(run.store, run.store, run.store, run.attribution, run.clock);
    }

    private Optional<ConflictCase> any(Predicate<ConflictCase> which) {
        return any(run.store.cases.values().stream().filter(which).toList());
    }

    private <T> Optional<T> any(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    /** Those that hold share the client by decisions, and each of the others waits for one of them. */
    private void assertOneHoldsOrShares() {
        assertThat(run.store.pendingChanges).as("%s", history).isEmpty();
        List<String> holding = run.in(Phase.ACTIVE);
        if (!run.in(Phase.CONFLICTED).isEmpty()) {
            assertThat(holding).as("%s", history).isNotEmpty();
        }
        if (!holding.isEmpty()) {
            assertThat(sharing(holding.get(0))).as("%s", history).containsAll(holding);
        }
        run.assertTheOthersWaitFor(holding);
    }

    private List<String> sharing(String referral) {
        List<String> found = new ArrayList<>(List.of(referral));
        for (int i = 0; i < found.size(); i++) {
            String next = found.get(i);
            run.store.of(next).stream()
                    .filter(ConflictCase::isShared)
                    .map(conflict -> conflict.against(next).referralId())
                    .filter(other -> !found.contains(other))
                    .forEach(found::add);
        }
        return found;
    }
}
