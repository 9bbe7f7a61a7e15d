package io.entente.commission.plans.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanMother;
import io.entente.servers.TestServers;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoPlanBooksIT {

    private static final String DATABASE = "plan_books_it";

    private final MongoClient client = MongoClients.create(TestServers.mongoUri(DATABASE));
    private final MongoTemplate mongo = new MongoTemplate(client, DATABASE);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    private final MongoPlanBooks here = new MongoPlanBooks(mongo, clock);
    private final MongoPlanBooks elsewhere = new MongoPlanBooks(mongo, clock);

    @BeforeEach
    void open() {
        mongo.dropCollection(MongoPlanBooks.COLLECTION);
        here.open(PlanMother.everybodyAt("0.10"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_plan_is_in_force_at_once_here_and_within_a_second_elsewhere() {
        assertThat(elsewhere.inForce().plans()).hasSize(1);

        here.replace(withOneMore(here.latest()));

        assertThat(here.inForce().plans()).hasSize(2);
        clock.move(Duration.ofMillis(999));
        assertThat(elsewhere.inForce().plans()).hasSize(1);
        clock.move(Duration.ofMillis(1));
        assertThat(elsewhere.inForce().plans()).hasSize(2);
    }

    @Test
    void a_clock_set_back_does_not_keep_an_old_book() {
        elsewhere.inForce();
        here.replace(withOneMore(here.latest()));

        clock.move(Duration.ofHours(-1));

        assertThat(elsewhere.inForce().plans()).hasSize(2);
    }

    @Test
    void of_two_changes_to_one_version_the_second_is_refused() {
        PlanBook read = elsewhere.latest();
        here.replace(withOneMore(here.latest()));

        assertThatThrownBy(() -> elsewhere.replace(withOneMore(read)))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void opening_again_leaves_the_book_as_it_is() {
        here.replace(withOneMore(here.latest()));

        elsewhere.open(PlanMother.everybodyAt("0.10"));

        assertThat(elsewhere.latest().plans()).hasSize(2);
        assertThat(elsewhere.latest()).isEqualTo(here.latest());
    }

    private static PlanBook withOneMore(PlanBook book) {
        return ((Accepted) book.add(
                        PlanMother.plan(
                                "strategic", PlanMother.audience("STRATEGIC par_1"), "2026-01-01", "2026-12-31", "0.2"),
                        "req_1"))
                .book();
    }
}
