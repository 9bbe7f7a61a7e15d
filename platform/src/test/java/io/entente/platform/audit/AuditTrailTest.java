package io.entente.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.MutableClock;
import io.entente.platform.domain.IdGenerator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final ChainInMemory chain = new ChainInMemory();
    private final MutableClock clock = new MutableClock();
    private final AuditTrail trail = new AuditTrail(chain, AuditJournal.NONE, IdGenerator.ulids(), clock);

    @Test
    void entries_are_stored_in_the_order_in_which_they_ended() {
        for (int i = 0; i < AuditTrail.BATCH + 1; i++) {
            trail.record(AuditVerifierTest.entry("aud_" + i));
        }
        trail.flush();

        assertThat(chain.entries).hasSize(AuditTrail.BATCH + 1);
        assertThat(chain.entries.get(AuditTrail.BATCH).id()).isEqualTo("aud_" + AuditTrail.BATCH);
        assertThat(trail.waiting()).isZero();
    }

    @Test
    void a_batch_that_was_stored_in_part_is_completed_without_doubles() {
        trail.record(AuditVerifierTest.entry("aud_1"));
        trail.record(AuditVerifierTest.entry("aud_2"));
        chain.failAfter = 1;

        assertThatThrownBy(trail::flush).hasMessage("the store is away");
        assertThat(trail.waiting()).isEqualTo(2);
        trail.flush();

        assertThat(chain.entries).extracting(SealedEntry::id).containsExactly("aud_1", "aud_2");
    }

    @Test
    void a_flood_of_refused_attempts_is_counted_and_leaves_room_for_commands() {
        for (int i = 0; i < AuditTrail.CAPACITY_FOR_REFUSED + 3; i++) {
            trail.record(refused("aud_" + i));
        }

        assertThat(trail.waiting()).isEqualTo(AuditTrail.CAPACITY_FOR_REFUSED);
        assertThat(trail.leftOut()).isEqualTo(3);
        assertThat(trail.begin(AuditVerifierTest.entry("aud_command"))).isTrue();
        trail.flush();

        assertThat(chain.entries).hasSize(AuditTrail.CAPACITY_FOR_REFUSED + 1);
        assertThat(chain.entries.get(AuditTrail.CAPACITY_FOR_REFUSED).resource())
                .isEqualTo("3 refused attempts");
    }

    @Test
    void a_flood_without_sign_in_is_counted_by_client_and_minute() {
        for (int i = 0; i < 25; i++) {
            trail.recordAnonymous(refused("aud_a" + i), "10.0.0.1");
        }
        trail.recordAnonymous(refused("aud_b"), "10.0.0.2");
        trail.flush();
        assertThat(chain.entries).hasSize(AnonymousAttempts.ENTRIES_OF_A_CLIENT + 1);
        assertThat(trail.leftOut()).isEqualTo(15);

        clock.advance(Duration.ofMinutes(1));
        trail.flush();
        SealedEntry summary = chain.entries.get(AnonymousAttempts.ENTRIES_OF_A_CLIENT + 1);
        assertThat(chain.entries).hasSize(AnonymousAttempts.ENTRIES_OF_A_CLIENT + 2);
        assertThat(summary.operation()).isEqualTo("(more attempts of one client)");
        assertThat(summary.resource()).isEqualTo("15 refused attempts");
        assertThat(summary.correlationId()).isEqualTo("cor_aud_a0");
        trail.recordAnonymous(refused("aud_next"), "10.0.0.1");
        trail.flush();
        assertThat(chain.entries).hasSize(AnonymousAttempts.ENTRIES_OF_A_CLIENT + 3);
    }

    @Test
    void a_flood_from_many_addresses_is_bounded_and_every_attempt_is_counted() {
        int clients = 10_000;
        for (int i = 0; i < clients; i++) {
            trail.recordAnonymous(refused("aud_" + i), "client-" + i);
        }
        for (int i = 0; i < AnonymousAttempts.CLIENTS; i++) {
            for (int j = 0; j < 3; j++) {
                trail.recordAnonymous(refused("aud_" + i + "." + j), "client-" + i);
            }
        }
        trail.close();

        assertThat(chain.entries).hasSizeLessThanOrEqualTo(AnonymousAttempts.ENTRIES + AnonymousAttempts.CLIENTS + 1);
        long counted = chain.entries.stream()
                .mapToLong(entry -> entry.resource().endsWith(" refused attempts")
                        ? Long.parseLong(entry.resource().split(" ", -1)[0])
                        : 1)
                .sum();
        assertThat(counted).isEqualTo(clients + 3L * AnonymousAttempts.CLIENTS);
    }

    @Test
    void a_flood_without_sign_in_hides_nobody_who_has_signed_in() {
        for (int i = 0; i < 1_000; i++) {
            trail.recordAnonymous(refused("aud_a" + i), "10.0.0.1");
        }
        trail.record(AuditVerifierTest.entry("aud_command"));
        trail.flush();

        assertThat(chain.entries).extracting(SealedEntry::id).contains("aud_command");
    }

    @Test
    void the_head_of_a_chain_that_was_cut_while_the_service_was_stopped_is_kept() {
        HeadInMemory journal = new HeadInMemory();
        AuditTrail before = new AuditTrail(chain, journal, IdGenerator.ulids(), clock);
        for (int i = 1; i <= 3; i++) {
            before.record(AuditVerifierTest.entry("aud_" + i));
        }
        before.close();
        chain.entries.remove(2);

        AuditTrail after = new AuditTrail(chain, journal, IdGenerator.ulids(), clock);
        after.record(AuditVerifierTest.entry("aud_4"));
        after.record(AuditVerifierTest.entry("aud_5"));
        after.close();

        assertThat(new AuditVerifier(chain, journal).verify(0, null).faults())
                .containsExactly(
                        new AuditVerifier.Fault(3, "the last entry that this machine has stored is not there"));
    }

    @Test
    void no_command_begins_while_no_more_entries_can_be_kept() {
        for (int i = 0; i < AuditTrail.CAPACITY; i++) {
            trail.record(AuditVerifierTest.entry("aud_" + i));
        }

        assertThat(trail.begin(AuditVerifierTest.entry("aud_one_more"))).isFalse();
        trail.flush();
        assertThat(trail.begin(AuditVerifierTest.entry("aud_one_more"))).isTrue();
    }

    private static AuditEntry refused(String id) {
        return new AuditEntry(
                id,
                Instant.parse("2026-03-02T09:00:00Z"),
                AuditEntry.ANONYMOUS,
                "GET",
                "/api/orders",
                AuditOutcome.REFUSED,
                401,
                "cor_" + id);
    }
}
