package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.referral.attribution.Attribution.Attempt;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.CrashingStore.Killed;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Actor OPERATOR = new Actor("ops:o-1");
    private static final Actor ANOTHER_OPERATOR = new Actor("ops:o-2");

    private final MovableClock clock = new MovableClock(START);
    private final CrashingStore store = new CrashingStore(GRACE, clock);
    private final AtomicInteger ids = new AtomicInteger();
    private Attribution attribution = start();

    private Attribution start() {
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

    private ConflictHandler conflicts() {
        return new ConflictHandler(store, store, store, attribution, clock);
    }

    private Introduction introduction(String referral, String partner, String name, @Nullable String domain) {
        clock.move(Duration.ofMillis(1));
        return new Introduction(referral, partner, ClientIdentity.of(name, domain, "MY", Set.of()), clock.instant());
    }

    /** Does what a submission does. */
    private @Nullable ClaimResult submit(String referral, String partner, String name, @Nullable String domain) {
        Introduction introduction = introduction(referral, partner, name, domain);
        Attempt attempt = attribution.introduce(introduction);
        if (!(attempt.result() instanceof Repeated)) {
            Phase phase = attempt.result() instanceof Contested ? Phase.CONFLICTED : Phase.ACTIVE;
            store.write(new Claimant(introduction, phase, phase.name(), null));
            attribution.introduced(attempt);
        }
        return attempt.result();
    }

    private ClaimResult submit(String referral) {
        return java.util.Objects.requireNonNull(submit(referral, "par_" + referral, "Brightwater", "bw.example"));
    }

    /** Does what a command that ends a referral does. */
    private void end(String referral) {
        Claimant before = store.find(referral).orElseThrow();
        PendingClaimChange following = attribution.changing(before.introduction());
        store.write(new Claimant(before.introduction(), Phase.NONE, "LOST", null));
        attribution.changed(following);
    }

    private ConflictCase caseOf(String challenger) {
        return store.of(challenger).stream()
                .filter(conflict ->
                        conflict.isOpen() && conflict.challenger().referralId().equals(challenger))
                .findFirst()
                .orElseThrow();
    }

    private ConflictHandler.Result decideFor(String winner, ConflictCase conflict) {
        return decideFor(winner, conflict, OPERATOR);
    }

    private ConflictHandler.Result decideFor(String winner, ConflictCase conflict, Actor by) {
        return conflicts()
                .decide(
                        conflict.id(),
                        new DecideConflict(AttributionRule.CLIENT_CHOOSES, winner, List.of(), "The client said so."),
                        by,
                        any -> {})
                .orElseThrow();
    }

    private void split(String challenger) {
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

    private Phase phase(String referral) {
        return store.find(referral).orElseThrow().phase();
    }

    @Test
    void the_first_introduction_holds_and_the_second_waits_for_a_decision() {
        submit("a");
        ClaimResult second = submit("b");

        assertThat(second).isInstanceOf(Contested.class);
        ConflictCase conflict = ((Contested) second).conflict();
        assertThat(conflict.holder().referralId()).isEqualTo("a");
        assertThat(conflict.likeness().score()).isEqualByComparingTo("1");
        assertThat(store.told).containsExactly("contest b", "contest a");
        assertInLine();
    }

    @Test
    void a_partner_that_introduces_a_client_again_is_referred_to_its_first_referral() {
        submit("a");

        assertThat(submit("b", "par_a", "Brightwater Ltd", "bw.example"))
                .isInstanceOfSatisfying(Repeated.class, repeated -> {
                    assertThat(repeated.first().referralId()).isEqualTo("a");
                    assertThat(repeated.state()).isEqualTo("ACTIVE");
                });
        assertThat(store.pendingChanges).isEmpty();
    }

    @Test
    void a_similar_client_is_a_conflict_and_a_different_client_is_not() {
        submit("a", "par_a", "Brightwater Logistics", null);

        assertThat(submit("b", "par_b", "Brightwater Logistic", null)).isInstanceOf(Contested.class);
        assertThat(submit("c", "par_c", "Quayside Studio", null)).isInstanceOf(ClaimResult.Held.class);
        assertThat(submit("d", "par_a", "Brightwater Logistic Ltd", null)).isInstanceOf(Contested.class);
    }

    @Test
    void a_client_is_free_again_after_its_referral_has_ended() {
        submit("a");
        end("a");

        assertThat(submit("b")).isInstanceOf(ClaimResult.Held.class);
        assertInLine();
    }

    @Test
    void if_a_protection_expires_the_challenger_that_waits_has_the_client_and_a_newcomer_waits_for_it() {
        submit("a");
        Claimant held = store.find("a").orElseThrow();
        store.write(new Claimant(
                held.introduction(), Phase.WON, "WON", clock.instant().plusSeconds(60)));
        assertThat(submit("b")).isInstanceOf(Contested.class);
        clock.move(Duration.ofMinutes(2));

        ClaimResult newcomer = submit("c");

        assertThat(newcomer).isInstanceOf(Contested.class);
        assertThat(((Contested) newcomer).conflict().holder().referralId()).isEqualTo("b");
    }

    @Test
    void a_challenger_continues_when_the_holder_ends_and_later_challengers_wait_for_it() {
        Stream.of("a", "b", "c", "d").forEach(this::submit);
        end("a");

        assertThat(phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(caseOf("c").holder().referralId()).isEqualTo("b");
        assertThat(caseOf("d").holder().referralId()).isEqualTo("b");
        assertInLine();
    }

    @Test
    void when_the_challenger_wins_those_who_waited_for_the_loser_wait_for_it() {
        Stream.of("a", "b", "c").forEach(this::submit);

        assertThat(decideFor("c", caseOf("c"))).isInstanceOf(ConflictHandler.Result.Done.class);

        assertThat(phase("a")).isEqualTo(Phase.YIELDED);
        assertThat(caseOf("b").holder().referralId()).isEqualTo("c");
        assertInLine();
    }

    @Test
    void a_split_lets_both_continue() {
        submit("a");
        submit("b");
        split("b");

        assertThat(phase("a")).isEqualTo(Phase.ACTIVE);
        assertThat(phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(submit("c")).isInstanceOf(Contested.class);
    }

    @Test
    void an_appeal_reverses_a_decision_once() {
        submit("a");
        submit("b");
        ConflictCase conflict = caseOf("b");
        decideFor("a", conflict);
        assertThat(appeal(conflict, "par_a")).isInstanceOf(ConflictHandler.Result.Refused.class);
        assertThat(appeal(conflict, "par_b")).isInstanceOf(ConflictHandler.Result.Done.class);
        assertThat(decideFor("b", conflict)).isInstanceOf(ConflictHandler.Result.Refused.class);
        decideFor("b", conflict, ANOTHER_OPERATOR);

        assertThat(phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(phase("a")).isEqualTo(Phase.YIELDED);
        assertThat(appeal(conflict, "par_a")).isInstanceOf(ConflictHandler.Result.Refused.class);
        assertInLine();
    }

    /** "a" and "c" lost the client to each other's winner, and an appeal gives it back to each of them. */
    private ConflictCase twoAppeals() {
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

    @Test
    void two_referrals_that_appeals_give_the_client_back_to_stand_against_each_other() {
        ConflictCase second = twoAppeals();
        assertThat(phase("a")).isEqualTo(Phase.CONFLICTED);
        assertThat(caseOf("a").holder().referralId()).isEqualTo("b");
        decideFor("c", second, ANOTHER_OPERATOR);

        assertThat(phase("b")).isEqualTo(Phase.YIELDED);
        assertThat(phase("c")).isEqualTo(Phase.ACTIVE);
        assertThat(phase("a")).isEqualTo(Phase.CONFLICTED);
        assertThat(caseOf("a").holder().referralId()).isEqualTo("c");
        assertInLine();

        decideFor("a", caseOf("a"));
        assertThat(phase("a")).isEqualTo(Phase.ACTIVE);
        assertThat(phase("c")).isEqualTo(Phase.YIELDED);
        assertInLine();
    }

    @Test
    void an_appeal_that_is_rejected_gives_nothing_back_to_a_winner_that_has_lost_the_client_to_a_third_one() {
        Stream.of("a", "b", "c").forEach(this::submit);
        ConflictCase first = caseOf("c");
        decideFor("c", first);
        decideFor("b", caseOf("b"));
        appeal(first, "par_a");

        assertThat(decideFor("c", first, ANOTHER_OPERATOR)).isInstanceOf(ConflictHandler.Result.Done.class);
        assertThat(phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(phase("c")).isEqualTo(Phase.YIELDED);
        assertThat(phase("a")).isEqualTo(Phase.YIELDED);
        assertInLine();
    }

    @Test
    void a_reopened_referral_waits_for_the_one_that_an_appeal_gave_the_client_meanwhile() {
        submit("a");
        submit("b");
        ConflictCase conflict = caseOf("b");
        decideFor("a", conflict);
        appeal(conflict, "par_b");
        end("a");
        decideFor("b", conflict, ANOTHER_OPERATOR);
        Introduction reopened = store.find("a").orElseThrow().introduction();
        PendingClaimChange following = attribution.changing(reopened);
        store.write(new Claimant(reopened, Phase.ACTIVE, "REOPENED", null));
        attribution.changed(following);

        assertThat(phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(phase("a")).isEqualTo(Phase.CONFLICTED);
        assertThat(caseOf("a").holder().referralId()).isEqualTo("b");
        assertInLine();
    }

    @Test
    void whoever_shares_the_client_keeps_it_from_newcomers_after_the_other_one_has_ended() {
        submit("a");
        submit("b");
        split("b");
        submit("c");
        end("a");

        assertThat(caseOf("c").holder().referralId()).isEqualTo("b");
        assertThat(((Contested) submit("d")).conflict().holder().referralId()).isEqualTo("b");
        assertInLine();
    }

    @Test
    void whoever_shares_the_client_waits_for_the_one_to_which_the_other_one_has_lost_it() {
        submit("a");
        submit("b");
        split("b");
        submit("c");
        decideFor("c", caseOf("c"));

        assertThat(phase("a")).isEqualTo(Phase.YIELDED);
        assertThat(phase("b")).isEqualTo(Phase.CONFLICTED);
        assertThat(caseOf("b").holder().referralId()).isEqualTo("c");
        assertInLine();
    }

    @Test
    void an_appeal_after_its_deadline_is_refused() {
        submit("a");
        submit("b");
        ConflictCase conflict = caseOf("b");
        decideFor("a", conflict);
        clock.move(Duration.ofDays(14).plusSeconds(1));

        assertThat(appeal(conflict, "par_b")).isInstanceOf(ConflictHandler.Result.Refused.class);
    }

    @Test
    void a_referral_with_a_deal_cannot_be_a_duplicate() {
        submit("a");
        submit("b");
        Claimant held = store.find("a").orElseThrow();
        store.write(new Claimant(held.introduction(), Phase.WON, "WON", null));

        assertThat(decideFor("b", caseOf("b"))).isInstanceOf(ConflictHandler.Result.Refused.class);
        split("b");
        assertThat(phase("a")).isEqualTo(Phase.WON);
    }

    @Test
    void under_first_introduction_the_first_referral_wins() {
        submit("a");
        submit("b");
        DecideConflict other = new DecideConflict(AttributionRule.FIRST_INTRODUCTION, "b", List.of(), "No.");

        assertThat(conflicts().decide(caseOf("b").id(), other, OPERATOR, any -> {}))
                .containsInstanceOf(ConflictHandler.Result.BadFields.class);
        DecideConflict bare = new DecideConflict(null, null, List.of(), "The first one.");
        assertThat(conflicts().decide(caseOf("b").id(), bare, OPERATOR, any -> {}))
                .containsInstanceOf(ConflictHandler.Result.Done.class);
        assertThat(phase("b")).isEqualTo(Phase.YIELDED);
    }

    @Test
    void a_partner_is_reminded_before_its_referral_expires_unless_extended() {
        submit("a");
        Claimant held = store.find("a").orElseThrow();
        Instant until = clock.instant().plus(Duration.ofDays(90));
        attribution.protect("a", until);
        store.write(new Claimant(held.introduction(), Phase.ACTIVE, "ACCEPTED", until));
        store.told.clear();

        clock.moveTo(until.minus(Duration.ofDays(14)));
        attribution.sweep();
        attribution.sweep();
        assertThat(store.told).containsExactly("remind a");

        Instant later = until.plus(Duration.ofDays(30));
        attribution.protect("a", later);
        store.write(new Claimant(held.introduction(), Phase.ACTIVE, "ACCEPTED", later));
        clock.moveTo(later.minusSeconds(1));
        attribution.sweep();
        assertThat(store.told).containsExactly("remind a", "remind a");

        clock.moveTo(later);
        attribution.sweep();
        assertThat(phase("a")).isEqualTo(Phase.NONE);
        assertThat(store.keys).isEmpty();
        assertThat(store.dates).isEmpty();
    }

    @Test
    void an_import_claims_free_clients_and_opens_no_conflict() {
        submit("a");

        assertThat(attribution.claimIfFree(introduction("i", "par_i", "Brightwater", "bw.example")))
                .isFalse();
        assertThat(attribution.claimIfFree(introduction("j", "par_j", "Brightwater", null)))
                .isFalse();
        assertThat(attribution.claimIfFree(introduction("k", "par_k", "Quayside", null)))
                .isTrue();
        assertThat(store.cases).isEmpty();
    }

    /** A submission that pauses between its claim and its referral for longer than the grace period. */
    private Attempt beginSlowly(String referral) {
        Attempt slow = attribution.introduce(introduction(referral, "par_" + referral, "Brightwater", "bw.example"));
        clock.move(GRACE.plusSeconds(1));
        return slow;
    }

    private void complete(Attempt slow) {
        Introduction introduction =
                java.util.Objects.requireNonNull(slow.pending().introduction());
        store.write(new Claimant(introduction, Phase.ACTIVE, "ACTIVE", null));
        attribution.introduced(slow);
    }

    @Test
    void a_writer_slower_than_the_grace_period_waits_for_the_new_holder_and_so_do_its_challengers() {
        Introduction slow = introduction("a", "par_a", "Brightwater", "bw.example");
        Attempt late = attribution.introduce(slow);
        submit("d");
        assertThat(caseOf("d").holder().referralId()).isEqualTo("a");
        clock.move(GRACE.plusSeconds(1));
        submit("b");
        complete(late);
        sweepFor(Duration.ofHours(3));

        assertThat(phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(caseOf("a").holder().referralId()).isEqualTo("b");
        assertThat(caseOf("d").holder().referralId()).isEqualTo("b");
        assertInLine();
    }

    @Test
    void a_slow_takeover_takes_no_claim_that_was_renewed_meanwhile() {
        Attempt late = beginSlowly("a");
        Claim asReadByB = java.util.Objects.requireNonNull(store.keys.get("bw.example"));
        complete(late);
        sweepFor(Duration.ofHours(2));
        store.forget(asReadByB);

        assertThat(submit("b")).isInstanceOf(Contested.class);
        assertThat(phase("a")).isEqualTo(Phase.ACTIVE);
        assertInLine();
    }

    @Test
    void the_claim_of_a_crashed_attempt_is_renewed_when_the_request_is_sent_again() {
        beginSlowly("a");
        Claim asReadByB = java.util.Objects.requireNonNull(store.keys.get("bw.example"));

        assertThat(submit("a")).isInstanceOf(ClaimResult.Held.class);
        store.forget(asReadByB);

        assertThat(submit("b")).isInstanceOf(Contested.class);
        assertThat(phase("a")).isEqualTo(Phase.ACTIVE);
    }

    /** The operations during which an instance may be killed. */
    static Map<String, Consumer<AttributionTest>> scenarios() {
        Map<String, Consumer<AttributionTest>> all = new LinkedHashMap<>();
        all.put("two submissions", test -> {
            test.submit("a");
            test.submit("b");
        });
        all.put("similar ones", test -> {
            test.submit("a", "par_a", "Brightwater Logistics", null);
            test.submit("b", "par_b", "Brightwater Logistic", null);
            test.submit("c", "par_c", "Brightwater Logistics", null);
        });
        all.put("the holder ends", test -> {
            Stream.of("a", "b", "c", "d").forEach(test::submit);
            test.end("a");
        });
        all.put("a challenger ends", test -> {
            Stream.of("a", "b", "c").forEach(test::submit);
            test.end("b");
        });
        all.put("the challenger wins", test -> {
            Stream.of("a", "b", "c").forEach(test::submit);
            test.decideFor("c", test.caseOf("c"));
        });
        all.put("the holder wins, an appeal turns it around", test -> {
            Stream.of("a", "b", "c").forEach(test::submit);
            ConflictCase conflict = test.caseOf("b");
            test.decideFor("a", conflict);
            test.appeal(conflict, "par_b");
            test.decideFor("b", conflict, ANOTHER_OPERATOR);
        });
        all.put("two appeals give the client back to two referrals", test -> {
            ConflictCase second = test.twoAppeals();
            test.decideFor("c", second, ANOTHER_OPERATOR);
        });
        all.put("the other one loses a shared client", test -> {
            Stream.of("a", "b").forEach(test::submit);
            test.split("b");
            test.submit("c");
            test.decideFor("c", test.caseOf("c"));
        });
        all.put("a hold is used under other details", test -> {
            test.attribution.hold(test.introduction("chk_a", "par_a", "Brightwater", null));
            test.submit("b");
            test.submit("a");
        });
        all.put("a split", test -> {
            test.submit("a");
            test.submit("b");
            test.split("b");
        });
        return all;
    }

    static Stream<String> names() {
        return scenarios().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_sweep_repairs_everything_after_a_kill_at_any_write(String name) {
        Consumer<AttributionTest> scenario =
                java.util.Objects.requireNonNull(scenarios().get(name));
        boolean killed = true;
        int writes = 0;
        for (; killed; writes++) {
            AttributionTest run = new AttributionTest();
            killed = run.killedAfter(writes, scenario);
            run.attribution = run.start();
            run.sweepFor(Duration.ofDays(2));
            run.assertInLine();
            // The interrupted caller sends its request again, and the next caller finds the client in a correct state.
            run.submit("z");
            run.assertInLine();
        }
        assertThat(writes).as("writes at which %s was killed", name).isGreaterThan(10);
    }

    private boolean killedAfter(int writes, Consumer<AttributionTest> scenario) {
        store.dieAfter(writes);
        try {
            scenario.accept(this);
            return false;
        } catch (Killed killed) {
            return true;
        } finally {
            store.dieAfter(Integer.MAX_VALUE);
        }
    }

    private void sweepFor(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.move(Duration.ofHours(1));
            attribution.sweep();
        }
    }

    private ConflictHandler.Result appeal(ConflictCase conflict, String partner) {
        return conflicts()
                .appeal(conflict.id(), partner, "We were there first.", new Actor("partner:" + partner), any -> {})
                .orElseThrow();
    }

    /** Each client has one holder that continues. Any other referral of the client waits in one open case, or shares it. */
    private void assertInLine() {
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
            if (claimant.phase() == Phase.ACTIVE) {
                assertThat(holdsOrShares(claimant.introduction()))
                        .as("%s holds its client", referral)
                        .isTrue();
            }
        }
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
