package io.entente.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreReachTest {

    private static final ServerDescription UP = server("a")
            .ok(true)
            .state(ServerConnectionState.CONNECTED)
            .type(ServerType.REPLICA_SET_SECONDARY)
            .build();
    private static final ServerDescription DOWN = server("b")
            .ok(false)
            .state(ServerConnectionState.CONNECTING)
            .exception(new MongoSocketOpenException("refused", new ServerAddress("b")))
            .build();
    private static final ServerDescription SOUGHT =
            server("c").ok(false).state(ServerConnectionState.CONNECTING).build();

    private final AtomicLong nanos = new AtomicLong(-5);
    private final StoreReach reach = new StoreReach(Duration.ofSeconds(1), nanos::get);
    private ClusterDescription last = cluster(SOUGHT);

    @Test
    void an_outage_is_waited_out_for_a_moment_and_refused_after_it() {
        become(DOWN);
        pass(Duration.ofSeconds(1));
        assertThat(reach.select(last)).containsExactly(DOWN);
        pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> reach.select(last)).isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    void another_failed_heartbeat_does_not_begin_the_patience_anew() {
        become(DOWN);
        pass(Duration.ofMillis(900));
        become(DOWN);
        pass(Duration.ofMillis(900));
        assertThatThrownBy(() -> reach.select(last)).isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    void a_server_that_is_back_is_used_at_once() {
        become(DOWN);
        pass(Duration.ofMinutes(5));
        become(UP);
        assertThat(reach.select(last)).containsExactly(UP);
    }

    @Test
    void a_server_that_is_only_being_looked_for_is_not_taken_to_be_away() {
        become(SOUGHT);
        pass(Duration.ofMinutes(5));
        assertThat(reach.select(last)).containsExactly(SOUGHT);
    }

    @Test
    void a_set_without_a_primary_is_waited_for_as_long_as_one_of_it_answers() {
        become(UP, DOWN);
        pass(Duration.ofMinutes(5));
        assertThat(reach.select(last)).containsExactly(UP, DOWN);
    }

    private void become(ServerDescription... servers) {
        ClusterDescription next = cluster(servers);
        reach.clusterDescriptionChanged(new ClusterDescriptionChangedEvent(new ClusterId(), next, last));
        last = next;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ClusterDescription cluster(ServerDescription... servers) {
        return new ClusterDescription(ClusterConnectionMode.MULTIPLE, ClusterType.REPLICA_SET, List.of(servers));
    }

    private static ServerDescription.Builder server(String host) {
        return ServerDescription.builder().address(new ServerAddress(host)).type(ServerType.UNKNOWN);
    }
}
