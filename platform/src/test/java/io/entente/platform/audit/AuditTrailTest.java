package io.entente.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final ChainInMemory chain = new ChainInMemory();
    private final AuditTrail trail = new AuditTrail(
            chain,
            AuditJournal.NONE,
            IdGenerator.ulids(),
            Clock.fixed(Instant.parse("2026-03-31T08:00:00Z"), ZoneOffset.UTC));

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
                Instant.parse("2026-03-31T08:00:00Z"),
                AuditEntry.ANONYMOUS,
                "GET",
                "/api/orders",
                AuditOutcome.REFUSED,
                401,
                null);
    }
}
