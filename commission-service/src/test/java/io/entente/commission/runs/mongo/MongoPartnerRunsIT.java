package io.entente.commission.runs.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRun.Status;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.lease.LeaseLostException;
import io.entente.platform.runtime.lease.Leased;
import io.entente.servers.TestServers;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.query.Update;

class MongoPartnerRunsIT {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final MongoTemplate mongo = new MongoTemplate(
            new SimpleMongoClientDatabaseFactory(TestServers.isolated().mongoUri()));
    private final MongoPartnerRuns runs = new MongoPartnerRuns(mongo, clock, IdGenerator.ulids());

    @Test
    void one_instance_works_on_a_run_until_it_releases_it_or_its_lease_expires() {
        PartnerRun run = start("run_1");
        assertThat(runs.add(run)).isTrue();
        assertThat(runs.add(run)).as("the same id again").isFalse();

        Leased<PartnerRun> first = runs.acquireNext().orElseThrow();
        assertThat(runs.acquireNext()).as("held by the first").isEmpty();

        clock.move(Duration.ofSeconds(20));
        Leased<PartnerRun> second = runs.acquireNext().orElseThrow();
        assertThatThrownBy(() -> runs.mark(first.lease(), run, List.of())).isInstanceOf(LeaseLostException.class);

        runs.release(second.lease(), clock.instant());
        Leased<PartnerRun> third = runs.acquireNext().orElseThrow();
        runs.end(third.lease(), clock.instant());

        assertThat(runs.find("run_1").orElseThrow().status()).isEqualTo(Status.ENDED);
        clock.move(Duration.ofMinutes(1));
        assertThat(runs.acquireNext()).as("ended").isEmpty();
    }

    @Test
    void partners_that_failed_are_named_up_to_a_bound() {
        PartnerRun run = start("run_2");
        runs.add(run);
        Leased<PartnerRun> acquired = runs.acquireNext().orElseThrow();
        List<String> failed = IntStream.range(0, PartnerRun.MAX_FAILED + 5)
                .mapToObj("par-%d"::formatted)
                .toList();

        runs.mark(acquired.lease(), run, List.of("par-first"));
        assertThat(runs.find("run_2").orElseThrow().failed()).containsExactly("par-first");
        runs.mark(acquired.lease(), run, failed);

        assertThat(runs.find("run_2").orElseThrow().failed())
                .hasSize(PartnerRun.MAX_FAILED)
                .doesNotContain("par-first");
    }

    @Test
    void a_run_that_an_earlier_version_left_is_continued() {
        runs.add(start("run_3"));
        mongo.updateFirst(
                query(where("_id").is("run_3")),
                new Update().unset("lease").set("owner", "instance_1").set("leasedUntil", NOW),
                MongoPartnerRuns.COLLECTION);
        assertThat(runs.acquireNext()).isEmpty();

        runs.adoptRunsOfEarlierVersions();

        assertThat(runs.acquireNext()).map(leased -> leased.item().id()).contains("run_3");
    }

    private static PartnerRun start(String id) {
        return PartnerRun.start(id, Kind.STATEMENTS, "2026-Q2", "finance:u-1", NOW);
    }
}
