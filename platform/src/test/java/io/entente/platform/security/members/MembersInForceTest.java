package io.entente.platform.security.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.security.members.StoredMembers.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersInForceTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    private final List<Stored> stored = new ArrayList<>();
    private final List<Instant> reads = new ArrayList<>();
    private final MembersInForce members = new MembersInForce((from, action) -> {
        reads.add(from);
        stored.stream().filter(each -> !each.changedAt().isBefore(from)).forEach(action);
    });

    @Test
    void a_tenant_without_members_is_not_the_same_as_one_whose_members_left() {
        stored.add(new Stored(new TenantMembers("par_3", 4, Map.of()), NOW));
        members.reread();

        assertThat(members.of("par_3").orElseThrow().rightsOf("partner:par_3/u-1"))
                .isEmpty();
        assertThat(members.of("par_4")).isEmpty();
    }

    @Test
    void the_newest_version_counts_in_whatever_order_it_comes() {
        members.learn(withRight("SUBMIT", 6));
        members.learn(withRight("SEE", 5));

        assertThat(members.of("par_3").orElseThrow().rightsOf("partner:par_3/u-1"))
                .contains(Set.of("SUBMIT"));
    }

    @Test
    void what_another_instance_has_stored_is_read_once_more_and_not_all_of_it() {
        stored.add(new Stored(withRight("SEE", 1), NOW));
        members.reread();
        stored.add(new Stored(withRight("SUBMIT", 2), NOW.minus(Duration.ofSeconds(30))));
        members.reread();

        assertThat(members.of("par_3").orElseThrow().rightsOf("partner:par_3/u-1"))
                .as("written by an instance whose clock is behind")
                .contains(Set.of("SUBMIT"));
        assertThat(reads).containsExactly(Instant.EPOCH, NOW.minus(MembersInForce.OVERLAP));
    }

    private static TenantMembers withRight(String right, long version) {
        return new TenantMembers("par_3", version, Map.of("partner:par_3/u-1", Set.of(right)));
    }
}
