package io.entente.referral.referral;

import static io.entente.referral.referral.ReferralMother.DAY;
import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.TERMS;
import static io.entente.referral.referral.ReferralMother.after;
import static io.entente.referral.referral.ReferralMother.allowed;
import static io.entente.referral.referral.ReferralMother.at;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.referral.claims.DecideConflict;
import io.entente.referral.claims.DetectConflict;
import io.entente.referral.deals.WinReferral;
import io.entente.referral.protection.ExpireReferral;
import io.entente.referral.protection.ExtendProtection;
import io.entente.referral.protection.RefuseExtension;
import io.entente.referral.protection.RequestExtension;
import io.entente.referral.referral.ClaimEvent.ConflictDetected;
import io.entente.referral.referral.ReferralEvent.ReferralAccepted;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.commands.DeclineReferral;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.ProvideInformation;
import io.entente.referral.referral.commands.RecordConsent;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.ReopenReferral;
import io.entente.referral.referral.commands.RequestInformation;
import io.entente.referral.referral.commands.WithdrawReferral;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralTest {

    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    /**
     * The whole table, every state by every command: what it leads to, {@code same} for no change, a dot for a refusal. It is
     * written out by hand from the design, so that a slip in the code's table shows.
     */
    private static final String TABLE =
            """
            from            review        request-information provide-information accept    decline   withdraw   contact    meeting       proposal       deals reverse-deal correct-deal end-engagement lose  satisfaction request-extension refuse-extension extend-protection reopen    consent         notes           expire   remind         conflict    contest         settle          yield  win  unwin
            SUBMITTED       UNDER_REVIEW  ACTION_REQUIRED     .                   ACCEPTED  DECLINED  WITHDRAWN  .          .             .              .     .            .            .              .     .            .                 .                .                 .         SUBMITTED       SUBMITTED       .        .              CONFLICTED  SUBMITTED       SUBMITTED       DUPLICATE  .  same
            UNDER_REVIEW    same          ACTION_REQUIRED     .                   ACCEPTED  DECLINED  WITHDRAWN  .          .             .              .     .            .            .              .     .            .                 .                .                 .         UNDER_REVIEW    UNDER_REVIEW    .        .              CONFLICTED  UNDER_REVIEW    UNDER_REVIEW    DUPLICATE  WON  same
            ACTION_REQUIRED .             same                UNDER_REVIEW        .         DECLINED  WITHDRAWN  .          .             .              .     .            .            .              .     .            .                 .                .                 .         ACTION_REQUIRED ACTION_REQUIRED .        .              CONFLICTED  ACTION_REQUIRED ACTION_REQUIRED DUPLICATE  WON  same
            CONFLICTED      .             .                   .                   .         .         WITHDRAWN  .          .             .              .     .            .            .              .     .            .                 .                .                 .         CONFLICTED      CONFLICTED      .        .              same        same            UNDER_REVIEW    DUPLICATE  WON  same
            DUPLICATE       .             .                   .                   .         .         .          .          .             .              .     .            .            .              .     .            .                 .                .                 .         DUPLICATE       DUPLICATE       .        .              .           .               UNDER_REVIEW    same  WON  same
            ACCEPTED        .             .                   .                   same      .         .          CONTACTED  MEETING_HELD  PROPOSAL_SENT  WON   .            .            .              LOST  .            ACCEPTED          .                ACCEPTED          .         ACCEPTED        ACCEPTED        EXPIRED  ACCEPTED       .           ACCEPTED        ACCEPTED        DUPLICATE  WON  same
            DECLINED        .             .                   .                   .         same      .          .          .             .              .     .            .            .              .     .            .                 .                .                 .         DECLINED        DECLINED        .        .              .           .               .               .  WON  same
            CONTACTED       .             .                   .                   same      .         .          same       MEETING_HELD  PROPOSAL_SENT  WON   .            .            .              LOST  .            CONTACTED         .                CONTACTED         .         CONTACTED       CONTACTED       EXPIRED  CONTACTED      .           CONTACTED       CONTACTED       DUPLICATE  WON  same
            MEETING_HELD    .             .                   .                   same      .         .          same       same          PROPOSAL_SENT  WON   .            .            .              LOST  .            MEETING_HELD      .                MEETING_HELD      .         MEETING_HELD    MEETING_HELD    EXPIRED  MEETING_HELD   .           MEETING_HELD    MEETING_HELD    DUPLICATE  WON  same
            PROPOSAL_SENT   .             .                   .                   same      .         .          same       same          same           WON   .            .            .              LOST  .            PROPOSAL_SENT     .                PROPOSAL_SENT     .         PROPOSAL_SENT   PROPOSAL_SENT   EXPIRED  PROPOSAL_SENT  .           PROPOSAL_SENT   PROPOSAL_SENT   DUPLICATE  WON  same
            WON             .             .                   .                   same      .         .          same       .             .              WON   WON          WON          WON            .     WON          .                 .                .                 .         WON             WON             .        .              .           WON             WON             .  same  CONTACTED
            LOST            .             .                   .                   .         .         .          same       .             .              .     .            .            .              same  .            .                 .                .                 REOPENED  LOST            LOST            .        .              .           .               .               .  WON  same
            WITHDRAWN       .             .                   .                   .         .         same       .          .             .              .     .            .            .              .     .            .                 .                .                 .         WITHDRAWN       WITHDRAWN       .        .              .           .               .               .  WON  same
            EXPIRED         .             .                   .                   .         .         .          .          .             .              .     .            .            .              .     .            .                 .                .                 REOPENED  EXPIRED         EXPIRED         same     .              .           .               .               .  WON  same
            REOPENED        UNDER_REVIEW  ACTION_REQUIRED     .                   ACCEPTED  DECLINED  WITHDRAWN  .          .             .              .     .            .            .              .     .            .                 .                .                 same      REOPENED        REOPENED        .        .              CONFLICTED  REOPENED        REOPENED        DUPLICATE  WON  same
            """;

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void each_state_takes_its_commands(ReferralStatus from) {
        List<String[]> rows =
                TABLE.lines().map(line -> line.strip().split(" +")).toList();
        String[] names = rows.get(0);
        String[] expected = rows.stream()
                .filter(row -> row[0].equals(from.name()))
                .findFirst()
                .orElseThrow();
        List<String> found = new ArrayList<>(List.of(from.name()));
        for (String name : Arrays.copyOfRange(names, 1, names.length)) {
            found.add(result(in(from), name(name)));
        }

        assertThat(names).hasSize(CommandName.values().length + 1);
        assertThat(rows).hasSize(ReferralStatus.values().length + 1);
        assertThat(found).as(String.join(" ", names)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void a_change_is_one_version_one_event_and_one_entry_of_the_history_further(ReferralStatus status) {
        for (ReferralCommand command : ReferralMother.commands().values()) {
            Referral before = in(status);
            if (before.take(command, at(TUESDAY), TERMS)
                            instanceof Decision.Allowed<Change<Referral, ReferralEvent>> allowed
                    && before.isChangedBy(allowed.value())) {
                Referral now = allowed.value().state();
                // The deal announces itself and its reversal.
                int events = command instanceof WinReferral ? 0 : 1;
                assertThat(allowed.value().events()).hasSize(events);
                assertThat(now.version()).isEqualTo(before.version() + 1);
                assertThat(now.sequence()).isEqualTo(before.sequence() + events);
                assertThat(now.history())
                        .hasSize(before.history().size() + 1)
                        .startsWith(before.history().toArray(HistoryEntry[]::new));
                assertThat(now.history().get(before.history().size()))
                        .returns(TUESDAY, HistoryEntry::at)
                        .returns("system", HistoryEntry::actor)
                        .returns(now.status(), HistoryEntry::status);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void a_command_repeated_at_once_changes_nothing(ReferralStatus status) {
        for (ReferralCommand command : ReferralMother.commands().values()) {
            if (in(status).take(command, at(TUESDAY), TERMS)
                    instanceof Decision.Allowed<Change<Referral, ReferralEvent>> allowed) {
                Referral once = allowed.value().state();
                assertThat(after(once.take(command, at(TUESDAY.plusSeconds(1)), TERMS)))
                        .as("%s in %s", command.name(), status)
                        .isEqualTo(once);
            }
        }
    }

    @Test
    void a_refusal_names_the_commands_that_are_possible() {
        assertThat(in(ReferralStatus.SUBMITTED).refusal(CommandName.DEALS, at(TUESDAY)))
                .contains("The referral is SUBMITTED, which doesn't allow deals. Possible commands: review,"
                        + " request-information, accept, decline, withdraw, consent, notes.");
    }

    @Test
    void a_partner_gives_the_commands_of_its_side_only() {
        Occurrence partner = new Occurrence(TUESDAY, Actor.partner("par_1"), Origin.LIVE);
        Referral inbound = in(ReferralStatus.ACTION_REQUIRED);
        Referral outbound = ReferralMother.outbound();

        assertThat(refusal(inbound.take(ReferralMother.DECLINE, partner, TERMS)))
                .contains("INBOUND", "can't give the command decline", "provide-information, withdraw, consent, notes");
        assertThat(inbound.take(new ProvideInformation(List.of("Yes")), partner, TERMS))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(refusal(outbound.take(new WithdrawReferral(null), partner, TERMS)))
                .contains("OUTBOUND", "can't give the command withdraw");
        assertThat(after(outbound.take(new AcceptReferral(), partner, TERMS)))
                .returns(ReferralStatus.ACCEPTED, Referral::status)
                .extracting(accepted -> accepted.history().get(1).actor())
                .isEqualTo("partner:par_1");
    }

    @Test
    void the_claim_on_a_client_is_protected_from_acceptance() {
        Referral accepted = after(in(ReferralStatus.SUBMITTED).take(new AcceptReferral(), at(TUESDAY), TERMS));

        assertThat(accepted.acceptance())
                .isEqualTo(new Referral.Acceptance(TUESDAY, TUESDAY.plus(Duration.ofDays(90))));
    }

    @Test
    void a_claim_expires_when_its_protection_has_run_out_and_not_before() {
        Referral accepted = in(ReferralStatus.ACCEPTED);
        Instant end = Objects.requireNonNull(accepted.acceptance()).protectedUntil();

        assertThat(accepted.take(new ExpireReferral(end.minusMillis(1)), at(end), TERMS))
                .isInstanceOf(Decision.Rejected.class);
        assertThat(after(accepted.take(new ExpireReferral(end), at(end), TERMS)).status())
                .isEqualTo(ReferralStatus.EXPIRED);
        assertThat(accepted.take(new ExtendProtection(end.minusSeconds(1), null), at(TUESDAY), TERMS))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void a_longer_protection_is_asked_for_and_granted_or_refused_with_a_reason() {
        Occurrence partner = new Occurrence(TUESDAY, Actor.partner("par_1"), Origin.LIVE);
        RequestExtension request = new RequestExtension(MONDAY.plus(Duration.ofDays(150)), "They decide in July");
        Referral asked = after(in(ReferralStatus.ACCEPTED).take(request, partner, TERMS));
        RefuseExtension refuse = new RefuseExtension("Others ask for the client");

        assertThat(ExtensionAsked.on(asked))
                .contains(new ExtensionAsked(TUESDAY, MONDAY.plus(Duration.ofDays(150)), "They decide in July"));
        assertThat(asked.acceptance()).isEqualTo(in(ReferralStatus.ACCEPTED).acceptance());
        assertThat(refusal(asked.take(refuse, partner, TERMS))).contains("its partner can't give");
        Referral granted = after(asked.take(new ExtendProtection(request.until(), null), at(TUESDAY), TERMS));
        Referral refused = after(asked.take(refuse, at(TUESDAY), TERMS));
        assertThat(ExtensionAsked.on(granted)).isEmpty();
        assertThat(ExtensionAsked.on(refused)).isEmpty();
        assertThat(after(refused.take(refuse, at(TUESDAY), TERMS))).isEqualTo(refused);
        assertThat(refusal(granted.take(refuse, at(TUESDAY), TERMS))).contains("no open request");
        assertThat(ExtensionAsked.on(after(refused.take(request, partner, TERMS))))
                .as("asked for once more")
                .isPresent();
        assertThat(ExtensionAsked.on(after(asked.take(new LoseReferral(Reason.of("No budget")), at(TUESDAY), TERMS))))
                .as("nothing is protected any more")
                .isEmpty();
        Referral outbound = after(ReferralMother.outbound().take(new AcceptReferral(), at(TUESDAY), TERMS));
        assertThat(refusal(outbound.take(request, at(TUESDAY), TERMS))).contains("no protection to extend");
    }

    @Test
    void a_longer_protection_is_asked_for_within_a_year_and_for_later_than_it_is() {
        Referral accepted = in(ReferralStatus.ACCEPTED);

        for (int days : new int[] {90, 400}) {
            assertThat(new RequestExtension(MONDAY.plus(Duration.ofDays(days)), "x").badFields(accepted, TUESDAY))
                    .as("%d days", days)
                    .extracting(error -> error.field())
                    .containsExactly("until");
        }
        assertThat(new RequestExtension(MONDAY.plus(Duration.ofDays(91)), "x").badFields(accepted, TUESDAY))
                .isEmpty();
    }

    @Test
    void declining_or_losing_for_another_reason_is_refused() {
        assertThat(in(ReferralStatus.DECLINED)
                        .take(new DeclineReferral(Reason.of("Changed my mind"), null), at(TUESDAY), TERMS))
                .isInstanceOf(Decision.Rejected.class);
        assertThat(in(ReferralStatus.LOST).take(new LoseReferral(Reason.of("Changed my mind")), at(TUESDAY), TERMS))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void no_deal_is_closed_before_it_is_decided_whose_client_it_is() {
        Referral contested = contested(in(ReferralStatus.PROPOSAL_SENT), "ref_7");
        Referral decidedOnce = decided(contested(contested, "ref_8"), "ref_7", true);
        Referral decided = decided(decidedOnce, "ref_8", false);

        assertThat(contested.refusal(CommandName.DEALS, at(TUESDAY)))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("ref_7"));
        assertThat(decidedOnce.refusal(CommandName.DEALS, at(TUESDAY)))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("ref_8"));
        assertThat(decidedOnce.possible(false, MONDAY)).doesNotContain(CommandName.DEALS);
        assertThat(decided.refusal(CommandName.DEALS, at(TUESDAY))).isEmpty();
        assertThat(decided.possible(false, MONDAY)).contains(CommandName.DEALS);
    }

    @Test
    void a_decision_that_announces_another_one_keeps_the_referral_contested_until_that_is_made() {
        Referral announced = decided(contested(in(ReferralStatus.CONTACTED), "ref_7"), "ref_7", true);

        assertThat(announced.refusal(CommandName.DEALS, at(TUESDAY))).isPresent();
        assertThat(decided(announced, "ref_7", false).refusal(CommandName.DEALS, at(TUESDAY)))
                .as("the other conflict ended without a decision")
                .isEmpty();
    }

    @Test
    void a_contested_referral_is_accepted_without_the_promise_that_nobody_else_can_claim_it() {
        Referral contested = contested(in(ReferralStatus.UNDER_REVIEW), "ref_7");

        assertThat(acceptance(contested)).returns(true, ReferralAccepted::isContested);
        assertThat(acceptance(decided(contested, "ref_7", false))).returns(false, ReferralAccepted::isContested);
        assertThat(acceptance(in(ReferralStatus.REOPENED))).returns(false, ReferralAccepted::isContested);
    }

    @Test
    void a_partner_is_told_once_that_others_claim_the_client() {
        Referral contested = contested(in(ReferralStatus.UNDER_REVIEW), "ref_7");
        Change<Referral, ReferralEvent> again = allowed(contested.take(detected("ref_8"), at(TUESDAY), TERMS));

        assertThat(again.events()).singleElement().returns(true, event -> ((ConflictDetected) event).isKnown());
        assertThat(allowed(in(ReferralStatus.UNDER_REVIEW).take(detected("ref_8"), at(TUESDAY), TERMS))
                        .events())
                .singleElement()
                .returns(false, event -> ((ConflictDetected) event).isKnown());
    }

    private static ReferralAccepted acceptance(Referral referral) {
        return (ReferralAccepted) allowed(referral.take(new AcceptReferral(), at(TUESDAY), TERMS))
                .events()
                .get(0);
    }

    private static Referral contested(Referral referral, String other) {
        return after(referral.take(detected(other), at(TUESDAY), TERMS));
    }

    private static DetectConflict detected(String other) {
        return new DetectConflict(new ReferralId(other), "par_7", true, new BigDecimal("1.00"), List.of("domain"));
    }

    private static Referral decided(Referral referral, String other, boolean isContestedFurther) {
        return after(referral.take(
                new DecideConflict(
                        new ReferralId(other),
                        "FIRST_INTRODUCTION",
                        "HOLDS_CLAIM",
                        null,
                        List.of(),
                        "It was first.",
                        "cnf_1",
                        1,
                        isContestedFurther),
                at(TUESDAY),
                TERMS));
    }

    @Test
    void a_reopened_referral_protects_nothing() {
        Referral reopened =
                after(in(ReferralStatus.LOST).take(new ReopenReferral(Reason.of("New budget")), at(TUESDAY), TERMS));

        assertThat(reopened)
                .returns(null, Referral::acceptance)
                .returns(null, Referral::outcome)
                .returns(Progress.NONE, Referral::progress);
    }

    @Test
    void every_question_is_answered() {
        Referral asked = in(ReferralStatus.ACTION_REQUIRED);

        assertThat(new ProvideInformation(List.of("One", "Two")).badFields(asked, TUESDAY))
                .hasSize(1);
        assertThat(new ProvideInformation(List.of("One")).badFields(asked, TUESDAY))
                .isEmpty();
        assertThat(after(asked.take(new ProvideInformation(List.of("One")), at(TUESDAY), TERMS))
                        .inquiries())
                .containsExactly(new Inquiry(MONDAY, List.of("Who owns the budget?"), null, TUESDAY, List.of("One")));
    }

    @Test
    void a_conflict_between_question_and_answer_leaves_the_last_question_to_answer() {
        Referral settled =
                after(after(in(ReferralStatus.ACTION_REQUIRED).take(ReferralMother.conflict(false), at(TUESDAY), TERMS))
                        .take(ReferralMother.decided(null), at(TUESDAY), TERMS));
        Referral asked =
                after(settled.take(new RequestInformation(List.of("By when?", "Who?"), null), at(TUESDAY), TERMS));
        ProvideInformation answers = new ProvideInformation(List.of("May", "The board"));

        assertThat(answers.badFields(asked, TUESDAY)).isEmpty();
        assertThat(after(asked.take(answers, at(TUESDAY), TERMS)).inquiries())
                .extracting(Inquiry::answers)
                .containsExactly(List.of(), List.of("May", "The board"));
    }

    @Test
    void a_note_for_the_firm_is_told_to_nobody() {
        Referral before = in(ReferralStatus.ACCEPTED);
        Change<Referral, ReferralEvent> noted =
                allowed(before.take(new AddNote("note_9", Note.Visibility.INTERNAL, "Slow payer"), at(TUESDAY), TERMS));

        assertThat(noted.events()).isEmpty();
        assertThat(noted.state().sequence()).isEqualTo(before.sequence());
        assertThat(noted.state().history().get(before.history().size()).internal())
                .isTrue();
    }

    @Test
    void a_deal_stands_whatever_became_of_its_referral_in_between() {
        for (ReferralStatus status : EnumSet.complementOf(EnumSet.of(ReferralStatus.SUBMITTED, ReferralStatus.WON))) {
            Referral won = after(in(status).take(ReferralMother.win("deal_1"), at(TUESDAY), TERMS));

            assertThat(won.status()).as("from %s", status).isEqualTo(ReferralStatus.WON);
            assertThat(won.outcome()).as("outcome of %s", status).isNull();
            assertThat(won.duplicateOf()).isNull();
        }
    }

    @Test
    void a_full_history_takes_no_command_of_people_but_still_ends() {
        Referral full = in(ReferralStatus.ACCEPTED);
        for (int i = 0; full.history().size() < HistoryEntry.MAX_PER_REFERRAL; i++) {
            full = after(full.take(new RecordConsent(new Consent(true, i % 2 == 0)), at(TUESDAY), TERMS));
        }

        assertThat(refusal(full.take(new RecordContact(DAY), at(TUESDAY), TERMS)))
                .contains("1000 entries");
        assertThat(after(full.take(new ExpireReferral(MONDAY.plus(Duration.ofDays(91))), at(TUESDAY), TERMS))
                        .status())
                .isEqualTo(ReferralStatus.EXPIRED);
    }

    @Test
    void several_commands_in_one_write_are_one_version_and_all_their_events() {
        Change<Referral, ReferralEvent> all = allowed(Referral.inOneWrite(
                ReferralMother.submission(),
                1,
                List.of(
                        referral -> referral.take(new AcceptReferral(), at(TUESDAY), TERMS),
                        referral -> referral.take(ReferralMother.win("deal_1"), at(TUESDAY), TERMS))));

        assertThat(all.events()).hasSize(2);
        assertThat(all.state().version()).isEqualTo(1);
        assertThat(all.state().sequence()).isEqualTo(2);
        assertThat(all.state().status()).isEqualTo(ReferralStatus.WON);
    }

    @Test
    void a_clients_contact_and_what_people_write_are_not_printed() {
        Referral referral = after(in(ReferralStatus.ACTION_REQUIRED)
                .take(new ProvideInformation(List.of("Ask Aisyah")), at(TUESDAY), TERMS));
        Referral noted = after(referral.take(
                new AddNote("note_1", Note.Visibility.INTERNAL, "Aisyah is on leave"), at(TUESDAY), TERMS));

        assertThat(noted.toString()).contains("Brightwater").doesNotContain("Aisyah", "+60");
    }

    private static CommandName name(String path) {
        CommandName name = CommandName.valueOf(path.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(name.path()).isEqualTo(path);
        return name;
    }

    private static String result(Referral referral, CommandName name) {
        ReferralCommand command = ReferralMother.commands().get(name);
        if (command == null) {
            // A deal is an aggregate of its own, which only asks whether the state allows the command.
            return referral.refusal(name, at(TUESDAY)).isPresent()
                    ? "."
                    : Lifecycle.next(referral.status(), name).orElseThrow().name();
        }
        Decision<Change<Referral, ReferralEvent>> decision = referral.take(command, at(TUESDAY), TERMS);
        if (decision instanceof Decision.Rejected) {
            return ".";
        }
        Change<Referral, ReferralEvent> change = allowed(decision);
        return referral.isChangedBy(change) ? change.state().status().name() : "same";
    }

    private static String refusal(Decision<Change<Referral, ReferralEvent>> decision) {
        return ((Decision.Rejected<Change<Referral, ReferralEvent>>) decision).reason();
    }
}
