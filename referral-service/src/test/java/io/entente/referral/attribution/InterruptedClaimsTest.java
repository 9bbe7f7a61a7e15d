package io.entente.referral.attribution;

import static io.entente.referral.attribution.AttributedProgram.ANOTHER_OPERATOR;
import static io.entente.referral.attribution.AttributedProgram.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.Attribution.Attempt;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.CrashingStore.Killed;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writers that are slow, and instances that are killed. */
class InterruptedClaimsTest {

    private final AttributedProgram program = new AttributedProgram();

    @Test
    void a_writer_slower_than_the_grace_period_waits_for_the_new_holder_and_so_do_its_challengers() {
        Introduction slow = program.introduction("a", "par_a", "Brightwater", "bw.example");
        Attempt late = program.attribution().introduce(slow);
        program.submit("d");
        assertThat(program.caseOf("d").holder().referralId()).isEqualTo("a");
        program.clock.move(GRACE.plusSeconds(1));
        program.submit("b");
        program.complete(late);
        program.sweepFor(Duration.ofHours(3));

        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(program.caseOf("a").holder().referralId()).isEqualTo("b");
        assertThat(program.caseOf("d").holder().referralId()).isEqualTo("b");
        program.assertInLine();
    }

    @Test
    void a_slow_takeover_takes_no_claim_that_was_renewed_meanwhile() {
        Attempt late = program.beginSlowly("a");
        Claim asReadByB = Objects.requireNonNull(program.store.keys.get("bw.example"));
        program.complete(late);
        program.sweepFor(Duration.ofHours(2));
        program.store.forget(asReadByB);

        assertThat(program.submit("b")).isInstanceOf(Contested.class);
        assertThat(program.phase("a")).isEqualTo(Phase.ACTIVE);
        program.assertInLine();
    }

    @Test
    void the_claim_of_a_crashed_attempt_is_renewed_when_the_request_is_sent_again() {
        program.beginSlowly("a");
        Claim asReadByB = Objects.requireNonNull(program.store.keys.get("bw.example"));

        assertThat(program.submit("a")).isInstanceOf(ClaimResult.Held.class);
        program.store.forget(asReadByB);

        assertThat(program.submit("b")).isInstanceOf(Contested.class);
        assertThat(program.phase("a")).isEqualTo(Phase.ACTIVE);
    }

    /** The operations during which an instance may be killed. */
    static Map<String, Consumer<AttributedProgram>> scenarios() {
        Map<String, Consumer<AttributedProgram>> all = new LinkedHashMap<>();
        all.put("two submissions", program -> {
            program.submit("a");
            program.submit("b");
        });
        all.put("similar ones", program -> {
            program.submit("a", "par_a", "Brightwater Logistics", null);
            program.submit("b", "par_b", "Brightwater Logistic", null);
            program.submit("c", "par_c", "Brightwater Logistics", null);
        });
        all.put("the holder ends", program -> {
            Stream.of("a", "b", "c", "d").forEach(program::submit);
            program.end("a");
        });
        all.put("a challenger ends", program -> {
            Stream.of("a", "b", "c").forEach(program::submit);
            program.end("b");
        });
        all.put("the challenger wins", program -> {
            Stream.of("a", "b", "c").forEach(program::submit);
            program.decideFor("c", program.caseOf("c"));
        });
        all.put("the holder wins, an appeal turns it around", program -> {
            Stream.of("a", "b", "c").forEach(program::submit);
            ConflictCase conflict = program.caseOf("b");
            program.decideFor("a", conflict);
            program.appeal(conflict, "par_b");
            program.decideFor("b", conflict, ANOTHER_OPERATOR);
        });
        all.put("two appeals give the client back to two referrals", program -> {
            ConflictCase second = program.twoAppeals();
            program.decideFor("c", second, ANOTHER_OPERATOR);
        });
        all.put("the other one loses a shared client", program -> {
            Stream.of("a", "b").forEach(program::submit);
            program.split("b");
            program.submit("c");
            program.decideFor("c", program.caseOf("c"));
        });
        all.put("a hold is used under other details", program -> {
            program.attribution().hold(program.introduction("chk_a", "par_a", "Brightwater", null));
            program.submit("b");
            program.submit("a");
        });
        all.put("a split", program -> {
            program.submit("a");
            program.submit("b");
            program.split("b");
        });
        return all;
    }

    static Stream<String> names() {
        return scenarios().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_sweep_repairs_everything_after_a_kill_at_any_write(String name) {
        Consumer<AttributedProgram> scenario =
                Objects.requireNonNull(scenarios().get(name));
        boolean killed = true;
        int writes = 0;
        for (; killed; writes++) {
            AttributedProgram run = new AttributedProgram();
            killed = killedAfter(run, writes, scenario);
            run.restart();
            run.sweepFor(Duration.ofDays(2));
            run.assertInLine();
            // The interrupted caller sends its request again, and the next caller finds the client in a correct state.
            run.submit("z");
            run.assertInLine();
        }
        assertThat(writes).as("writes at which %s was killed", name).isGreaterThan(10);
    }

    private static boolean killedAfter(AttributedProgram run, int writes, Consumer<AttributedProgram> scenario) {
        run.store.dieAfter(writes);
        try {
            scenario.accept(run);
            return false;
        } catch (Killed killed) {
            return true;
        } finally {
            run.store.dieAfter(Integer.MAX_VALUE);
        }
    }
}
