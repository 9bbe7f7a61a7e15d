package io.entente.referral.referral;

import static io.entente.referral.referral.ReferralMother.DAY;
import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.TERMS;
import static io.entente.referral.referral.ReferralMother.allowed;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.referral.clocks.ClockMother;
import io.entente.referral.protection.ExpireReferral;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.commands.RateSatisfaction;
import io.entente.referral.referral.commands.RecordMeeting;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaEvent;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any commands in any order, against a model that keeps books of its own: what must hold whatever people do. */
class RandomHistoriesTest {

    /**
     * A command.
     *
     * @param number tells it from others of its name
     * @param hours since the one before
     */
    record Given(CommandName name, int number, int hours) {

        ReferralCommand command(Instant now) {
            return switch (name) {
                case NOTES -> new AddNote("note_" + number, Note.Visibility.SHARED, "Note " + number);
                case MEETING -> new RecordMeeting(DAY.plusDays(number));
                case EXPIRE -> new ExpireReferral(now);
                case SATISFACTION -> new RateSatisfaction(number, null, null, false);
                default -> Objects.requireNonNull(ReferralMother.commands().get(name));
            };
        }
    }

    /** The books beside the referral: sets of what was done, in the simplest form. */
    private static final class Model {
        private boolean won;
        private final Set<String> notes = new LinkedHashSet<>();
        private final List<String> told = new ArrayList<>(List.of("referral-submitted"));
        private int writes = 1;
        private Instant protectedUntil = Instant.EPOCH;

        void note(Given given, Change<Referral, ReferralEvent> change, Instant now) {
            writes++;
            change.events().forEach(event -> told.add(event.wireName()));
            switch (given.name()) {
                case WIN -> won = true;
                case UNWIN -> won = false;
                case NOTES -> notes.add("note_" + given.number());
                case ACCEPT -> protectedUntil = now.plus(Duration.ofDays(90));
                case EXTEND_PROTECTION -> protectedUntil = MONDAY.plus(Duration.ofDays(120));
                default -> {}
            }
        }
    }

    @Provide
    Arbitrary<List<Given>> histories() {
        return Combinators.combine(
                        names(),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 24 * 20))
                .as(Given::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /** What ends a referral comes seldom, or few would get anywhere. */
    private static Arbitrary<CommandName> names() {
        EnumSet<CommandName> ending = EnumSet.of(
                CommandName.DECLINE,
                CommandName.WITHDRAW,
                CommandName.YIELD,
                CommandName.LOSE,
                CommandName.EXPIRE,
                CommandName.WIN);
        // Deals are documents of their own; a referral only becomes WON by them.
        EnumSet<CommandName> others = EnumSet.complementOf(ending);
        others.removeAll(EnumSet.of(
                CommandName.DEALS, CommandName.REVERSE_DEAL, CommandName.CORRECT_DEAL, CommandName.END_ENGAGEMENT));
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(ending)), Tuple.of(8, Arbitraries.of(others)));
    }

    @Property(tries = 400)
    void a_referral_is_the_sum_of_what_was_allowed(@ForAll("histories") List<Given> history) {
        Referral referral = ReferralMother.submission().state();
        Model model = new Model();
        Instant now = MONDAY;
        for (Given given : history) {
            now = now.plus(Duration.ofHours(given.hours()));
            referral = played(referral, given, now, model);
        }

        assertThat(referral.version()).isEqualTo(model.writes);
        assertThat(referral.sequence()).isEqualTo(model.told.size());
        assertThat(referral.history().stream()
                        .map(HistoryEntry::what)
                        .filter(what -> !what.equals("note-added")
                                && !what.equals("deal-closed")
                                && !what.equals("deal-reversed")))
                .containsExactlyElementsOf(model.told);
        assertThat(referral.notes()).extracting(Note::id).containsExactlyElementsOf(model.notes);
        assertThat(referral.history()).extracting(HistoryEntry::at).isSorted();
        assertThat(referral.status() == ReferralStatus.WON).isEqualTo(model.won);
    }

    /** Whatever people do and whenever somebody sweeps, no clock tells anything twice, out of order, or after its end. */
    @Property(tries = 300)
    void clocks_tell_each_thing_once_whatever_people_do(@ForAll("histories") List<Given> history) {
        Referral referral = ClockMother.submitted();
        List<ReferralEvent.ClockTold> told = new ArrayList<>();
        Instant now = MONDAY;
        for (Given given : history) {
            // Runs of one kind are told apart by their start.
            now = now.plus(Duration.ofHours(given.hours())).plusMillis(1);
            if (given.number() == 1) {
                referral = listened(referral.clocksUntil(now), told);
            }
            ReferralCommand command = given.command(now);
            Occurrence when = ReferralMother.at(now);
            if ((referral.answered(command, when).isPresent()
                            || command.badFields(referral, now).isEmpty())
                    && referral.take(command, when, ClockMother.TERMS) instanceof Decision.Allowed) {
                referral = listened(allowed(referral.take(command, when, ClockMother.TERMS)), told);
            }
        }

        assertThat(told.stream().map(RandomHistoriesTest::identity)).doesNotHaveDuplicates();
        for (SlaKind kind : SlaKind.values()) {
            assertThat(referral.clocks().open().stream().filter(clock -> clock.kind() == kind))
                    .as("open clocks of " + kind)
                    .hasSizeLessThanOrEqualTo(1);
        }
        if (EnumSet.of(ReferralStatus.SUBMITTED, ReferralStatus.UNDER_REVIEW, ReferralStatus.REOPENED)
                .contains(referral.status())) {
            assertThat(referral.clocks().open(SlaKind.RESPONSE))
                    .as("an answer is owed")
                    .isPresent();
        }
        if (Lifecycle.isFinal(referral.status())) {
            assertThat(referral.clocks().open()).as("nothing is owed any more").isEmpty();
        }
    }

    /** Every clock that ran, for how long it was owed, how it ended, and how much was told of it: as the books say. */
    @Property(tries = 300)
    void clocks_run_pause_and_end_as_books_beside_them_say(@ForAll("histories") List<Given> history) {
        Referral referral = ClockMother.submitted();
        ClockBooks books = new ClockBooks(MONDAY);
        List<ReferralEvent.ClockTold> told = new ArrayList<>();
        Instant now = MONDAY;
        for (Given given : history) {
            now = now.plus(Duration.ofHours(given.hours())).plusMillis(1);
            ReferralCommand command = given.command(now);
            Occurrence when = ReferralMother.at(now);
            boolean sound = referral.answered(command, when).isPresent()
                    || command.badFields(referral, now).isEmpty();
            if (sound && referral.take(command, when, ClockMother.TERMS) instanceof Decision.Allowed) {
                Change<Referral, ReferralEvent> change = allowed(referral.take(command, when, ClockMother.TERMS));
                if (referral.isChangedBy(change)) {
                    books.changed(given.name(), change.state().status(), now);
                }
                referral = listened(change, told);
            }
        }
        referral = listened(referral.clocksUntil(now), told);

        // A referral keeps its last clocks only; the books keep all.
        List<ClockBooks.Ran> expected = books.at(now);
        List<ClockBooks.Ran> found = referral.clocks().all().stream()
                .map(clock -> ClockBooks.ran(clock, milestones(clock, told)))
                .toList();
        assertThat(found).isSubsetOf(expected).hasSizeGreaterThanOrEqualTo(Math.min(expected.size(), 40));
        assertThat(told.stream().filter(event -> event.wireName().equals("sla-met")))
                .as("kept in time")
                .hasSize((int) expected.stream()
                        .filter(run -> run.state() == SlaState.MET)
                        .count());
    }

    private static int milestones(SlaClock clock, List<ReferralEvent.ClockTold> told) {
        return (int) told.stream()
                .filter(event -> !event.wireName().equals("sla-met"))
                .map(event -> event.event().clock())
                .filter(its -> its.kind() == clock.kind() && its.startedAt().equals(clock.startedAt()))
                .count();
    }

    private static Referral played(Referral before, Given given, Instant now, Model model) {
        ReferralCommand command = given.command(now);
        Occurrence when = ReferralMother.at(now);
        boolean sound = before.answered(command, when).isPresent()
                || command.badFields(before, now).isEmpty();
        if (!sound || !(before.take(command, when, TERMS) instanceof Decision.Allowed)) {
            return before;
        }
        Change<Referral, ReferralEvent> change = allowed(before.take(command, when, TERMS));
        Referral after = change.state();
        if (!before.isChangedBy(change)) {
            assertThat(after).isSameAs(before);
            return before;
        }
        if (given.name() == CommandName.EXPIRE) {
            assertThat(now).as("expired while protected").isAfterOrEqualTo(model.protectedUntil);
        }
        model.note(given, change, now);
        if (given.name() == CommandName.UNWIN) {
            assertThat(after.status()).isNotEqualTo(ReferralStatus.WON);
        } else {
            assertThat(Lifecycle.next(before.status(), given.name())).contains(after.status());
        }
        return after;
    }

    private static Referral listened(Change<Referral, ReferralEvent> change, List<ReferralEvent.ClockTold> told) {
        change.events().stream()
                .filter(ReferralEvent.ClockTold.class::isInstance)
                .map(ReferralEvent.ClockTold.class::cast)
                .forEach(told::add);
        return change.state();
    }

    /** What a reader of the topic tells clocks' events apart by. */
    private static List<Object> identity(ReferralEvent.ClockTold told) {
        SlaEvent event = told.event();
        Object which = event instanceof SlaEvent.ReminderDue reminder
                ? reminder.elapsedPercent()
                : event instanceof SlaEvent.Escalated escalated ? escalated.level() : "";
        return List.of(
                told.wireName(), which, event.clock().kind(), event.clock().startedAt());
    }
}
