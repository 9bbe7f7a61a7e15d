package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.referral.attribution.Attribution.Attempt;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Share;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.policy.AttributionRule;
import io.entente.testkit.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program in memory: what the services of attribution do for submissions, decisions, appeals and ends of referrals. */
final class AttributedProgram {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Duration GRACE = Duration.ofSeconds(30);
    static final Actor OPERATOR = new Actor("ops:o-1");
    static final Actor ANOTHER_OPERATOR = new Actor("ops:o-2");

    final MovableClock clock = new MovableClock(START);
    final CrashingStore store = new CrashingStore(GRACE, clock);
    private final AtomicInteger ids = new AtomicInteger();
    private Attribution attribution = started();

    private Attribution started() {
        return new Attribution(
                store,
                store,
                store,
                store,
                store,
                new Policies(),
                new AttributionSettings(GRACE, Duration.ofSeconds(5), 200),
                prefix -> prefix + ids.incrementAndGet(),
                clock);
    }

    /** Goes on with another instance of the service, which has the same store. */
    void restart() {
        attribution = started();
    }

    Attribution attribution() {
        return attribution;
    }

    ConflictHandler conflicts() {
        return new ConflictHandler(store, store, store, attribution, clock);
    }

    Introduction introduction(String referral, String partner, String name, @Nullable String domain) {
        clock.move(Duration.ofMillis(1));
        return new Introduction(referral, partner, ClientIdentity.of(name, domain, "MY", Set.of()), clock.instant());
    }

    /** Does what a submission does. */
    @Nullable
    ClaimResult submit(String referral, String partner, String name, @Nullable String domain) {
        Introduction introduction = introduction(referral, partner, name, domain);
        Attempt attempt = attribution.introduce(introduction);
        if (!(attempt.result() instanceof Repeated)) {
            Phase phase = attempt.result() instanceof Contested ? Phase.CONFLICTED : Phase.ACTIVE;
            store.write(new Claimant(introduction, phase, phase.name(), null, false));
            attribution.introduced(attempt);
        }
        return attempt.result();
    }

    ClaimResult submit(String referral) {
        return Objects.requireNonNull(submit(referral, "par_" + referral, "Brightwater", "bw.example"));
    }

    /** Does what a command that ends a referral does. */
    void end(String referral) {
        Claimant before = store.find(referral).orElseThrow();
        PendingClaimChange following = attribution.changing(before.introduction());
        store.write(new Claimant(before.introduction(), Phase.NONE, "LOST", null, false));
        attribution.changed(following);
    }

    ConflictCase caseOf(String challenger) {
        return store.of(challenger).stream()
                .filter(conflict ->
                        conflict.isOpen() && conflict.challenger().referralId().equals(challenger))
                .findFirst()
                .orElseThrow();
    }

    ConflictHandler.Result decideFor(String winner, ConflictCase conflict) {
        return decideFor(winner, conflict, OPERATOR);
    }

    ConflictHandler.Result decideFor(String winner, ConflictCase conflict, Actor by) {
        return conflicts()
                .decide(
                        conflict.id(),
                        new DecideConflict(AttributionRule.CLIENT_CHOOSES, winner, List.of(), "The client said so."),
                        by,
                        any -> {})
                .orElseThrow();
    }

    void split(String challenger) {
        ConflictCase conflict = caseOf(challenger);
        List<Share> shares = List.of(
                new Share(conflict.holder().partnerId(), new BigDecimal("0.6")),
                new Share(conflict.challenger().partnerId(), new BigDecimal("0.4")));
        assertThat(conflicts()
                        .decide(
                                conflict.id(),
                                new DecideConflict(AttributionRule.SPLIT, null, shares, "Joint pitch."),
                                OPERATOR,
                                any -> {}))
                .containsInstanceOf(ConflictHandler.Result.Done.class);
    }

    Phase phase(String referral) {
        return store.find(referral).orElseThrow().phase();
    }

    /** "a" and "c" lost the client to each other's winner, and an appeal gives it back to each of them. */
    ConflictCase twoAppeals() {
        Stream.of("a", "b", "c").forEach(this::submit);
        ConflictCase first = caseOf("c");
        decideFor("c", first);
        ConflictCase second = caseOf("b");
        decideFor("b", second);
        appeal(first, "par_a");
        appeal(second, "par_c");
        decideFor("a", first, ANOTHER_OPERATOR);
        return second;
    }

    /** A submission that pauses between its claim and its referral for longer than the grace period. */
    Attempt beginSlowly(String referral) {
        Attempt slow = attribution.introduce(introduction(referral, "par_" + referral, "Brightwater", "bw.example"));
        clock.move(GRACE.plusSeconds(1));
        return slow;
    }

    void complete(Attempt slow) {
        Introduction introduction = Objects.requireNonNull(slow.pending().introduction());
        store.write(new Claimant(introduction, Phase.ACTIVE, "ACTIVE", null, false));
        attribution.introduced(slow);
    }

    void sweepFor(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.move(Duration.ofHours(1));
            attribution.sweep();
        }
    }

    ConflictHandler.Result appeal(ConflictCase conflict, String partner) {
        return conflicts()
                .appeal(conflict.id(), partner, "We were there first.", new Actor("partner:" + partner), any -> {})
                .orElseThrow();
    }

    /** Each client has one holder that continues. Any other referral of the client waits in one open case, or shares it. */
    void assertInLine() {
        assertThat(store.pendingChanges).isEmpty();
        store.keys.values().stream().filter(claim -> !claim.isHold()).forEach(claim -> {
            Claimant holder = store.find(claim.by().referralId()).orElseThrow();
            assertThat(holder.phase())
                    .as("holder of %s", claim.by().client().key())
                    .isNotIn(Phase.NONE, Phase.YIELDED);
        });
        for (Claimant claimant : store.referrals.values()) {
            String referral = claimant.introduction().referralId();
            List<ConflictCase> waitsIn = store.of(referral).stream()
                    .filter(conflict -> conflict.isOpen()
                            && conflict.challenger().referralId().equals(referral))
                    .toList();
            assertThat(waitsIn)
                    .as("%s is %s", referral, claimant.phase())
                    .hasSize(claimant.phase() == Phase.CONFLICTED ? 1 : 0);
            waitsIn.forEach(conflict -> assertThat(phase(conflict.holder().referralId()))
                    .as("whom %s waits for", referral)
                    .isNotIn(Phase.NONE, Phase.YIELDED));
            assertContestedIfOpen(claimant);
            if (claimant.phase() == Phase.ACTIVE) {
                assertThat(holdsOrShares(claimant.introduction()))
                        .as("%s holds its client", referral)
                        .isTrue();
            }
        }
    }

    private void assertContestedIfOpen(Claimant claimant) {
        if (claimant.phase() == Phase.NONE || claimant.phase() == Phase.YIELDED) {
            return;
        }
        String referral = claimant.introduction().referralId();
        assertThat(store.isContested(referral))
                .as("%s is %s and believes to be contested", referral, claimant.phase())
                .isEqualTo(store.of(referral).stream().anyMatch(ConflictCase::isOpen));
    }

    private boolean holdsOrShares(Introduction introduction) {
        Claim claim = store.keys.get(introduction.client().key().value());
        return claim != null
                && (claim.by().isOf(introduction)
                        || store.of(introduction.referralId()).stream()
                                .anyMatch(conflict -> conflict.verdict() != null
                                        && conflict.verdict().isSplit()));
    }
}
