package io.entente.commission.runs.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRun.Status;
import io.entente.commission.runs.PartnerRuns;
import io.entente.servers.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class MongoPartnerRunsIT {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofSeconds(20));

    private final PartnerRuns runs = new MongoPartnerRuns(new MongoTemplate(
            new SimpleMongoClientDatabaseFactory(TestServers.isolated().mongoUri())));

    @Test
    void one_instance_works_on_a_run_until_it_lets_go_or_its_lease_ends() {
        PartnerRun run = PartnerRun.start("run_1", Kind.STATEMENTS, "2026-Q2", "finance:u-1", NOW);
        assertThat(runs.add(run)).isTrue();
        assertThat(runs.add(run)).as("again").isFalse();

        assertThat(runs.take("a", NOW, LATER)).isPresent();
        assertThat(runs.take("b", NOW, LATER)).as("held by a").isEmpty();
        assertThat(runs.mark(run, "b", LATER, List.of())).as("not b's").isFalse();
        assertThat(runs.take("b", LATER, LATER.plusSeconds(20)))
                .as("a's lease is over")
                .isPresent();
        assertThat(runs.mark(run, "a", LATER, List.of())).as("lost").isFalse();
        runs.release("run_1", "b");
        assertThat(runs.take("c", NOW, LATER)).as("let go").isPresent();

        runs.end("run_1", "c", NOW);
        assertThat(runs.find("run_1").orElseThrow().status()).isEqualTo(Status.ENDED);
        assertThat(runs.take("d", LATER.plusSeconds(60), LATER.plusSeconds(80)))
                .as("over")
                .isEmpty();
    }

    @Test
    void partners_that_failed_are_named_up_to_a_bound() {
        PartnerRun run = PartnerRun.start("run_2", Kind.STATEMENTS, "2026-Q3", "finance:u-1", NOW);
        runs.add(run);
        runs.take("a", NOW, LATER);
        List<String> failed = IntStream.range(0, PartnerRun.MAX_FAILED + 5)
                .mapToObj("par-%d"::formatted)
                .toList();

        assertThat(runs.mark(run, "a", LATER, List.of("par-first"))).isTrue();
        assertThat(runs.find("run_2").orElseThrow().failed()).containsExactly("par-first");
        assertThat(runs.mark(run, "a", LATER, failed)).isTrue();

        assertThat(runs.find("run_2").orElseThrow().failed())
                .hasSize(PartnerRun.MAX_FAILED)
                .doesNotContain("par-first");
    }
}
