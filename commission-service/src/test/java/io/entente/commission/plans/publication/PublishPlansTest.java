package io.entente.commission.plans.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanDecision;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.commission.plans.publication.PlanEvent.PlanPublished;
import io.entente.commission.plans.publication.PlanEvent.PlanRetired;
import io.entente.platform.domain.Change;
import io.entente.testkit.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishPlansTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));
    private final Books books = new Books(PlanMother.everybodyAt("0.10"));
    private final Told told = new Told();
    private final PublishPlans publish = new PublishPlans(books, told, clock);

    @Test
    void the_first_plans_are_published_once() {
        publish.sweep();
        new PublishPlans(books, told, clock).sweep();

        assertThat(told.sentences).containsExactly("1: standard/1 from 2000-01-01 with no end");
        assertThat(told.reads).isEqualTo(2);
        publish.sweep();
        assertThat(told.reads).as("an unchanged book costs nothing").isEqualTo(2);
    }

    @Test
    void a_version_ends_before_the_next_one_begins_and_a_plan_ends_without_a_successor() {
        publish.sweep();
        books.apply(books.book.addVersion(version("2026-07-01"), null));
        publish.sweep();
        books.apply(books.book.retire("standard", LocalDate.parse("2026-12-31")));
        publish.sweep();
        books.apply(books.book.retire("standard", LocalDate.parse("2026-10-31")));
        publish.sweep();

        assertThat(told.sentences)
                .containsExactly(
                        "1: standard/1 from 2000-01-01 with no end",
                        "2: standard/1 ends on 2026-06-30, replaced by 2",
                        "3: standard/2 from 2026-07-01 with no end",
                        "4: standard/2 ends on 2026-12-31",
                        "5: standard/2 ends on 2026-10-31");
    }

    @Test
    void changes_between_two_runs_are_told_as_they_are_now() {
        books.apply(books.book.addVersion(version("2026-07-01"), null));
        books.apply(books.book.retire("standard", LocalDate.parse("2026-12-31")));
        publish.sweep();

        assertThat(told.sentences)
                .containsExactly(
                        "1: standard/1 from 2000-01-01 to 2026-06-30", "2: standard/2 from 2026-07-01 to 2026-12-31");
    }

    @Test
    void an_instance_that_knows_an_older_book_tells_nothing() {
        PlanRegister old = books.recent();
        books.apply(books.book.addVersion(version("2026-07-01"), null));
        publish.sweep();
        int before = told.sentences.size();

        Books behind = new Books(old.book());
        new PublishPlans(behind, told, clock).sweep();

        assertThat(told.sentences).hasSize(before);
    }

    @Test
    void what_another_instance_tells_at_the_same_time_is_looked_at_again() {
        told.faster = true;
        publish.sweep();
        told.faster = false;
        publish.sweep();

        assertThat(told.sentences).hasSize(1);
    }

    private static CommissionPlan version(String from) {
        return PlanMother.plan("standard", Audience.ALL, from, null, "0.12");
    }

    private static final class Books implements PlanRegisters {
        private PlanBook book;

        Books(PlanBook book) {
            this.book = book;
        }

        void apply(PlanDecision decision) {
            book = ((Accepted) decision).book();
        }

        @Override
        public PlanRegister recent() {
            return new PlanRegister(book, List.of());
        }

        @Override
        public PlanRegister current() {
            return recent();
        }

        @Override
        public void replace(PlanRegister register) {
            throw new UnsupportedOperationException("Publishing plans changes none");
        }
    }

    private static final class Told implements PlanPublications {
        private final Map<String, PlanPublication> all = new HashMap<>();
        private final List<String> sentences = new ArrayList<>();
        private int reads;
        private boolean faster;

        @Override
        public Map<String, PlanPublication> find(Collection<String> codes) {
            reads++;
            return Map.copyOf(all);
        }

        @Override
        public boolean publish(Change<PlanPublication, PlanEvent> change) {
            if (faster) {
                return false;
            }
            all.put(change.state().code(), change.state());
            change.events().forEach(event -> sentences.add(change.state().sequence() + ": " + sentence(event)));
            return true;
        }

        private static String sentence(PlanEvent event) {
            CommissionPlan plan = event.plan();
            String version = plan.code() + "/" + plan.version() + " ";
            if (event instanceof PlanPublished) {
                return version + plan.period();
            }
            PlanRetired retired = (PlanRetired) event;
            return version + "ends on " + plan.period().to()
                    + (retired.replacedBy() == null
                            ? ""
                            : ", replaced by " + retired.replacedBy().version());
        }
    }
}
