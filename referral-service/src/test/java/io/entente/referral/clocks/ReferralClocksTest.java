package io.entente.referral.clocks;

import static io.entente.referral.clocks.ClockMother.given;
import static io.entente.referral.clocks.ClockMother.submitted;
import static io.entente.referral.referral.ReferralMother.DAY;
import static io.entente.referral.referral.ReferralMother.DECLINE;
import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.allowed;
import static io.entente.referral.referral.ReferralMother.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.referral.clocks.ClockRules.Duty;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralMother;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.ProvideInformation;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.ReopenReferral;
import io.entente.referral.referral.commands.RequestInformation;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.view.NextStep;
import io.entente.referral.referral.view.StateNextSteps;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralClocksTest {

    private static final RequestInformation ASKED = new RequestInformation(List.of("Who owns the budget?"), null);

    /** The whole table: what each promise is worth in each state. */
    @ParameterizedTest
    @CsvSource({
        "SUBMITTED,       RUNS,    DROPPED, DROPPED, DROPPED, DROPPED",
        "UNDER_REVIEW,    RUNS,    DROPPED, DROPPED, DROPPED, KEPT",
        "ACTION_REQUIRED, WAITS,   DROPPED, DROPPED, DROPPED, RUNS",
        "CONFLICTED,      RUNS,    DROPPED, DROPPED, DROPPED, DROPPED",
        "REOPENED,        RUNS,    DROPPED, DROPPED, DROPPED, DROPPED",
        "DUPLICATE,       KEPT,    DROPPED, DROPPED, KEPT, DROPPED",
        "DECLINED,        KEPT,    DROPPED, DROPPED, DROPPED, DROPPED",
        "ACCEPTED,        KEPT,    RUNS,    RUNS,    RUNS, DROPPED",
        "CONTACTED,       KEPT,    RUNS,    KEPT,    RUNS, DROPPED",
        "MEETING_HELD,    KEPT,    KEPT,    KEPT,    RUNS, DROPPED",
        "PROPOSAL_SENT,   KEPT,    KEPT,    KEPT,    RUNS, DROPPED",
        "WON,             KEPT,    KEPT,    KEPT,    KEPT, DROPPED",
        "LOST,            DROPPED, DROPPED, DROPPED, KEPT, DROPPED",
        "WITHDRAWN,       DROPPED, DROPPED, DROPPED, DROPPED, DROPPED",
        "EXPIRED,         DROPPED, DROPPED, DROPPED, KEPT, DROPPED",
    })
    void each_state_says_what_is_owed(
            ReferralStatus status, Duty response, Duty firstMeeting, Duty followUp, Duty nextUpdate, Duty answers) {
        assertThat(duties(Direction.INBOUND, status)).containsExactly(response, firstMeeting, nextUpdate, answers);
        assertThat(duties(Direction.OUTBOUND, status)).containsExactly(response, Duty.DROPPED, nextUpdate, followUp);
    }

    private static List<Duty> duties(Direction direction, ReferralStatus status) {
        return Stream.of(SlaKind.values())
                .map(kind -> ClockRules.duty(kind, direction, status))
                .toList();
    }

    @Test
    void an_answer_is_promised_on_submission_and_the_promise_is_in_the_event() {
        Change<Referral, ReferralEvent> submission = ReferralMother.submission(Direction.INBOUND, ClockMother.TERMS);

        assertThat(submission.state().responseDueAt()).isEqualTo(hour(20));
        assertThat(submission.events()).containsExactly(new ReferralEvent.ReferralSubmitted(at(MONDAY), hour(20)));
    }

    @Test
    void an_answer_in_time_keeps_the_promise_and_makes_the_next_two() {
        Change<Referral, ReferralEvent> accepted = given(submitted(), new AcceptReferral(), 2);

        assertThat(told(accepted)).containsExactly("referral-accepted", "sla-met");
        assertThat(accepted.state().sequence()).isEqualTo(3);
        assertThat(open(accepted.state())).containsExactlyInAnyOrder(SlaKind.FIRST_MEETING, SlaKind.NEXT_UPDATE);
        assertThat(accepted.state().responseDueAt()).isNull();
    }

    @Test
    void an_answer_that_comes_late_tells_first_what_had_happened_by_then() {
        Change<Referral, ReferralEvent> declined = given(submitted(), DECLINE, 25);

        assertThat(told(declined))
                .containsExactly(
                        "sla-reminder-due", "sla-reminder-due", "sla-breached", "sla-escalated", "referral-declined");
        assertThat(declined.state().sequence()).isEqualTo(1 + 5);
        assertThat(declined.state().clocks().nextAt()).isNull();
        assertThat(declined.state().history())
                .extracting(HistoryEntry::what)
                .containsExactly("referral-submitted", "sla-breached", "sla-escalated", "referral-declined");
        assertThat(declined.state().history())
                .extracting(HistoryEntry::internal)
                .as("who in the firm heard of it isn't the partner's business")
                .containsExactly(false, false, true, false);
    }

    @Test
    void questions_to_the_partner_stop_the_clock_until_they_are_answered() {
        Referral asked = given(submitted(), ASKED, 12).state();
        assertThat(clock(asked, SlaKind.RESPONSE).state()).isEqualTo(SlaState.PAUSED);
        assertThat(clock(asked.clocksUntil(hour(1000)).state(), SlaKind.RESPONSE))
                .isEqualTo(clock(asked, SlaKind.RESPONSE));

        Change<Referral, ReferralEvent> answered = given(asked, new ProvideInformation(List.of("She does")), 20);

        assertThat(told(answered)).containsExactly("information-provided", "sla-met");
        assertThat(answered.events())
                .contains(new ReferralEvent.InformationProvided(
                        at(hour(20)), answered.state().responseDueAt()));
        assertThat(answered.state().responseDueAt()).isEqualTo(hour(28));
        assertThat(given(asked, DECLINE, 200).state().clocks().open()).isEmpty();
    }

    @Test
    void the_partner_is_reminded_of_the_questions_and_the_owner_hears_of_it_if_nobody_answers() {
        Referral asked = given(submitted(), ASKED, 12).state();
        SlaClock answers = clock(asked, SlaKind.PARTNER_FOLLOW_UP);

        assertThat(answers.owner()).isEqualTo("partner:par_1");
        assertThat(asked.openInquiry().orElseThrow().answerDueAt())
                .isEqualTo(answers.dueAt())
                .isEqualTo(hour(36));
        assertThat(new StateNextSteps(Clock.fixed(hour(12), ZoneOffset.UTC)).of(asked))
                .containsExactly(new NextStep("provide-information", hour(36), NextStep.Awaited.PARTNER));
        assertThat(new ClockNextSteps().of(asked)).isEmpty();
        assertThat(told(asked.clocksUntil(hour(35)))).containsExactly("sla-reminder-due", "sla-reminder-due");
        Referral late = asked.clocksUntil(hour(1000)).state();
        assertThat(late.status()).as("closing it is a person's decision").isEqualTo(ReferralStatus.ACTION_REQUIRED);
        assertThat(clock(late, SlaKind.PARTNER_FOLLOW_UP).state()).isEqualTo(SlaState.BREACHED);
        assertThat(clock(late, SlaKind.PARTNER_FOLLOW_UP).owner())
                .as("after the escalation")
                .startsWith("role:");
        assertThat(told(given(late, new ProvideInformation(List.of("She does")), 1001)))
                .containsExactly("information-provided");
    }

    @Test
    void questions_with_a_date_are_due_then_and_the_reminders_follow_from_it() {
        Referral asked = given(submitted(), new RequestInformation(List.of("When?"), hour(112)), 12)
                .state();

        assertThat(clock(asked, SlaKind.PARTNER_FOLLOW_UP).dueAt()).isEqualTo(hour(112));
        assertThat(clock(asked, SlaKind.PARTNER_FOLLOW_UP).nextAt()).isEqualTo(hour(62));
        assertThat(asked.openInquiry().orElseThrow().answerDueAt()).isEqualTo(hour(112));
    }

    @Test
    void questions_of_a_partner_to_the_firm_remind_nobody_of_the_partner() {
        Referral asked = given(submitted(Direction.OUTBOUND), ASKED, 12).state();

        assertThat(open(asked)).containsExactly(SlaKind.RESPONSE);
    }

    @Test
    void every_step_with_the_client_is_news_and_so_is_a_note_that_the_partner_can_read() {
        Referral accepted = given(submitted(), new AcceptReferral(), 1).state();

        assertThat(nextUpdate(accepted)).isEqualTo(hour(25));
        assertThat(nextUpdate(given(accepted, new RecordContact(DAY), 10).state()))
                .isEqualTo(hour(34));
        assertThat(nextUpdate(given(accepted, note(Note.Visibility.SHARED), 10).state()))
                .isEqualTo(hour(34));
        assertThat(nextUpdate(
                        given(accepted, note(Note.Visibility.INTERNAL), 10).state()))
                .isEqualTo(hour(25));
        Occurrence byPartner = new Occurrence(hour(10), Actor.partner("par_1"), Origin.LIVE);
        assertThat(nextUpdate(allowed(accepted.take(note(Note.Visibility.SHARED), byPartner, ClockMother.TERMS))
                        .state()))
                .as("nobody waits for news from itself")
                .isEqualTo(hour(25));
    }

    @Test
    void a_promise_that_was_broken_begins_anew_with_the_next_news() {
        Referral accepted = given(submitted(), new AcceptReferral(), 1).state();
        Referral late = accepted.clocksUntil(hour(30)).state();
        assertThat(clock(late, SlaKind.NEXT_UPDATE).state()).isEqualTo(SlaState.BREACHED);

        Change<Referral, ReferralEvent> contacted = given(late, new RecordContact(DAY), 31);

        assertThat(clock(contacted.state(), SlaKind.NEXT_UPDATE).state()).isEqualTo(SlaState.RUNNING);
        assertThat(clock(contacted.state(), SlaKind.FIRST_MEETING).state()).isEqualTo(SlaState.BREACHED);
        assertThat(told(contacted)).as("kept late is not met").containsExactly("client-contacted");
    }

    @Test
    void a_stage_that_is_skipped_keeps_the_promises_before_it() {
        Referral accepted = given(submitted(), new AcceptReferral(), 1).state();

        Change<Referral, ReferralEvent> won = given(accepted, ReferralMother.win("deal_1"), 2);

        assertThat(told(won)).containsExactly("sla-met", "sla-met");
        assertThat(won.state().clocks().open()).isEmpty();
    }

    @Test
    void a_referral_to_a_partner_has_the_partners_clocks() {
        Referral accepted =
                given(submitted(Direction.OUTBOUND), new AcceptReferral(), 1).state();

        assertThat(open(accepted)).containsExactlyInAnyOrder(SlaKind.PARTNER_FOLLOW_UP, SlaKind.NEXT_UPDATE);
        assertThat(clock(accepted, SlaKind.PARTNER_FOLLOW_UP).owner()).isEqualTo("partner:par_1");
        assertThat(told(given(accepted, new RecordContact(DAY), 2)))
                .containsExactly("client-contacted", "sla-met", "sla-met");
    }

    @Test
    void a_reopened_referral_owes_an_answer_again() {
        Referral lost = given(
                        given(submitted(), new AcceptReferral(), 1).state(),
                        new LoseReferral(Reason.of("No budget")),
                        2)
                .state();
        Referral reopened =
                given(lost, new ReopenReferral(Reason.of("New budget")), 50).state();

        assertThat(lost.clocks().open()).isEmpty();
        assertThat(open(reopened)).containsExactly(SlaKind.RESPONSE);
        assertThat(reopened.responseDueAt()).isEqualTo(hour(70));
    }

    @Test
    void history_starts_no_clock_and_the_first_command_that_somebody_gives_does() {
        Occurrence longAgo = Occurrence.imported(MONDAY, "imp_1");
        Referral imported = Referral.submit(
                        new ReferralId("ref_9"), submitted().introduction(), longAgo, ClockMother.TERMS)
                .state();
        Referral accepted = allowed(imported.take(new AcceptReferral(), longAgo, ClockMother.TERMS))
                .state();

        assertThat(imported.clocks().all()).isEmpty();
        assertThat(accepted.clocks().all()).isEmpty();
        assertThat(open(given(accepted, new RecordContact(DAY), 500).state()))
                .containsExactlyInAnyOrder(SlaKind.FIRST_MEETING, SlaKind.NEXT_UPDATE);
    }

    @Test
    void an_imported_open_referral_owes_its_next_update_from_the_import_on() {
        Occurrence longAgo = Occurrence.imported(MONDAY, "imp_1");
        Referral submitted = Referral.submit(
                        new ReferralId("ref_9"), submitted().introduction(), longAgo, ClockMother.TERMS)
                .state();
        Referral accepted = allowed(submitted.take(new AcceptReferral(), longAgo, ClockMother.TERMS))
                .state();

        Change<Referral, ReferralEvent> imported = accepted.afterImport(hour(1000), ClockMother.TERMS);

        assertThat(imported.events()).isEmpty();
        assertThat(open(imported.state())).containsExactly(SlaKind.NEXT_UPDATE);
        assertThat(clock(imported.state(), SlaKind.NEXT_UPDATE).startedAt()).isEqualTo(hour(1000));
        assertThat(clock(imported.state(), SlaKind.NEXT_UPDATE).dueAt()).isEqualTo(hour(1024));
        assertThat(open(imported.state()
                        .afterImport(hour(1010), ClockMother.TERMS)
                        .state()))
                .as("a later import of the same row leaves the clock as it is")
                .containsExactly(SlaKind.NEXT_UPDATE);
        assertThat(open(submitted.afterImport(hour(1000), ClockMother.TERMS).state()))
                .as("nobody promised a response to a row of a file, but it doesn't fall silent")
                .containsExactly(SlaKind.NEXT_UPDATE);
    }

    @Test
    void history_that_comes_in_later_ends_clocks_and_starts_none() {
        Occurrence then = Occurrence.imported(hour(5), "imp_1");
        Change<Referral, ReferralEvent> accepted =
                allowed(submitted().take(new AcceptReferral(), then, ClockMother.TERMS));

        assertThat(accepted.state().clocks().open()).isEmpty();
        assertThat(told(accepted)).containsExactly("referral-accepted", "sla-met");
    }

    @Test
    void the_timeline_says_what_is_promised_next() {
        Referral accepted = given(submitted(), new AcceptReferral(), 1).state();

        assertThat(new ClockNextSteps().of(accepted))
                .containsExactlyInAnyOrder(
                        new NextStep("first-meeting", hour(25), NextStep.Awaited.FIRM),
                        new NextStep("next-update", hour(25), NextStep.Awaited.FIRM));
        assertThat(new ClockNextSteps().of(submitted())).isEmpty();
    }

    private static AddNote note(Note.Visibility visibility) {
        return new AddNote("note_1", visibility, "Nothing new yet");
    }

    private static Instant nextUpdate(Referral referral) {
        return clock(referral, SlaKind.NEXT_UPDATE).dueAt();
    }

    private static SlaClock clock(Referral referral, SlaKind kind) {
        return referral.clocks().open(kind).orElseThrow();
    }

    private static List<SlaKind> open(Referral referral) {
        return referral.clocks().open().stream().map(SlaClock::kind).toList();
    }

    private static List<String> told(Change<Referral, ReferralEvent> change) {
        return change.events().stream().map(ReferralEvent::wireName).toList();
    }

    private static Instant hour(int after) {
        return MONDAY.plus(Duration.ofHours(after));
    }
}
