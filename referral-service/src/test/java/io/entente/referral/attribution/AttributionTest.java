package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private final AttributedProgram program = new AttributedProgram();

    @Test
    void the_first_introduction_holds_and_the_second_waits_for_a_decision() {
        program.submit("a");
        ClaimResult second = program.submit("b");

        assertThat(second).isInstanceOf(Contested.class);
        ConflictCase conflict = ((Contested) second).conflict();
        assertThat(conflict.holder().referralId()).isEqualTo("a");
        assertThat(conflict.likeness().score()).isEqualByComparingTo("1");
        assertThat(program.store.told).containsExactly("contest b", "contest a");
        program.assertInLine();
    }

    @Test
    void a_partner_that_introduces_a_client_again_is_referred_to_its_first_referral() {
        program.submit("a");

        assertThat(program.submit("b", "par_a", "Brightwater Ltd", "bw.example"))
                .isInstanceOfSatisfying(Repeated.class, repeated -> {
                    assertThat(repeated.first().referralId()).isEqualTo("a");
                    assertThat(repeated.state()).isEqualTo("ACTIVE");
                });
        assertThat(program.store.pendingChanges).isEmpty();
    }

    @Test
    void a_similar_client_is_a_conflict_and_a_different_client_is_not() {
        program.submit("a", "par_a", "Brightwater Logistics", null);

        assertThat(program.submit("b", "par_b", "Brightwater Logistic", null)).isInstanceOf(Contested.class);
        assertThat(program.submit("c", "par_c", "Quayside Studio", null)).isInstanceOf(ClaimResult.Held.class);
        assertThat(program.submit("d", "par_a", "Brightwater Logistic Ltd", null))
                .isInstanceOf(Contested.class);
    }

    @Test
    void a_client_is_free_again_after_its_referral_has_ended() {
        program.submit("a");
        program.end("a");

        assertThat(program.submit("b")).isInstanceOf(ClaimResult.Held.class);
        program.assertInLine();
    }

    @Test
    void if_a_protection_expires_the_challenger_that_waits_has_the_client_and_a_newcomer_waits_for_it() {
        program.submit("a");
        Claimant held = program.store.find("a").orElseThrow();
        program.store.write(new Claimant(
                held.introduction(), Phase.WON, "WON", program.clock.instant().plusSeconds(60), false));
        assertThat(program.submit("b")).isInstanceOf(Contested.class);
        program.clock.move(Duration.ofMinutes(2));

        ClaimResult newcomer = program.submit("c");

        assertThat(newcomer).isInstanceOf(Contested.class);
        assertThat(((Contested) newcomer).conflict().holder().referralId()).isEqualTo("b");
    }

    @Test
    void a_challenger_continues_when_the_holder_ends_and_later_challengers_wait_for_it() {
        Stream.of("a", "b", "c", "d").forEach(program::submit);
        program.end("a");

        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(program.caseOf("c").holder().referralId()).isEqualTo("b");
        assertThat(program.caseOf("d").holder().referralId()).isEqualTo("b");
        program.assertInLine();
    }

    @Test
    void a_partner_is_reminded_before_its_referral_expires_unless_extended() {
        program.submit("a");
        Claimant held = program.store.find("a").orElseThrow();
        Instant until = program.clock.instant().plus(Duration.ofDays(90));
        program.attribution().protect("a", until);
        program.store.write(new Claimant(held.introduction(), Phase.ACTIVE, "ACCEPTED", until, false));
        program.store.told.clear();

        program.clock.moveTo(until.minus(Duration.ofDays(14)));
        program.attribution().sweep();
        program.attribution().sweep();
        assertThat(program.store.told).containsExactly("remind a");

        Instant later = until.plus(Duration.ofDays(30));
        program.attribution().protect("a", later);
        program.store.write(new Claimant(held.introduction(), Phase.ACTIVE, "ACCEPTED", later, false));
        program.clock.moveTo(later.minusSeconds(1));
        program.attribution().sweep();
        assertThat(program.store.told).containsExactly("remind a", "remind a");

        program.clock.moveTo(later);
        program.attribution().sweep();
        assertThat(program.phase("a")).isEqualTo(Phase.NONE);
        assertThat(program.store.keys).isEmpty();
        assertThat(program.store.dates).isEmpty();
    }

    @Test
    void an_import_claims_free_clients_and_opens_no_conflict() {
        program.submit("a");

        assertThat(program.attribution().claimIfFree(program.introduction("i", "par_i", "Brightwater", "bw.example")))
                .isFalse();
        assertThat(program.attribution().claimIfFree(program.introduction("j", "par_j", "Brightwater", null)))
                .isFalse();
        assertThat(program.attribution().claimIfFree(program.introduction("k", "par_k", "Quayside", null)))
                .isTrue();
        assertThat(program.store.cases).isEmpty();
    }

    @Test
    void one_read_tells_that_nobody_has_the_client_of_an_imported_referral() {
        program.submit("a");
        AtomicInteger steps = new AtomicInteger();
        Introduction history = program.introduction("h", "par_h", "Quayside", null);
        program.store.beforeEachStep(steps::incrementAndGet);

        assertThat(program.attribution().isHeldByAnother(history)).isFalse();
        assertThat(steps).hasValue(1);
    }
}
