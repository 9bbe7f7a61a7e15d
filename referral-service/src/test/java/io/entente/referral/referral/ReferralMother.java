package io.entente.referral.referral;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.referral.claims.DecideConflict;
import io.entente.referral.claims.DetectConflict;
import io.entente.referral.clocks.ClockRules;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.UnwinReferral;
import io.entente.referral.deals.WinReferral;
import io.entente.referral.partners.Direction;
import io.entente.referral.protection.ExpireReferral;
import io.entente.referral.protection.ExtendProtection;
import io.entente.referral.protection.RefuseExtension;
import io.entente.referral.protection.RemindOfExpiry;
import io.entente.referral.protection.RequestExtension;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.commands.DeclineReferral;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.ProvideInformation;
import io.entente.referral.referral.commands.RateSatisfaction;
import io.entente.referral.referral.commands.RecordConsent;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.RecordMeeting;
import io.entente.referral.referral.commands.RecordProposal;
import io.entente.referral.referral.commands.ReopenReferral;
import io.entente.referral.referral.commands.RequestInformation;
import io.entente.referral.referral.commands.StartReview;
import io.entente.referral.referral.commands.WithdrawReferral;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import io.entente.referral.sla.Promises;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Referrals in every state, for tests. */
public final class ReferralMother {

    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    public static final ReferralPolicy POLICY = new ReferralPolicy(Duration.ofDays(90), Duration.ZERO);
    public static final LocalDate DAY = LocalDate.parse("2026-03-02");
    public static final DeclineReferral DECLINE = new DeclineReferral(Reason.of("Too small for us"), "Quayside Studio");

    private ReferralMother() {}

    public static Occurrence at(Instant time) {
        return new Occurrence(time, Actor.SYSTEM, Origin.LIVE);
    }

    public static Change<Referral, ReferralEvent> submission() {
        return submission(Direction.INBOUND, TERMS);
    }

    /** A client introduced to the partner. */
    public static Referral outbound() {
        return submission(Direction.OUTBOUND, TERMS).state();
    }

    public static Change<Referral, ReferralEvent> submission(Direction direction, Terms terms) {
        SubmitReferral introduction = new SubmitReferral(
                "par_1",
                direction,
                new Client(
                        "Brightwater",
                        "brightwater.example",
                        "MY",
                        new Client.Contact("Aisyah Secret", "aisyah@brightwater.example", "+60 12 345")),
                "Data platform",
                "Reports take days",
                null,
                null,
                Involvement.STANDARD,
                Money.parse("USD 12000"));
        return Referral.submit(new ReferralId("ref_1"), introduction, at(MONDAY), terms);
    }

    public static CloseDeal deal(String dealId) {
        return new CloseDeal(
                dealId, Money.parse("USD 1054"), LocalDate.parse("2026-03-01"), null, List.of(), null, "fingerprint");
    }

    /** Without clocks, which tell events of their own. */
    public static final Terms TERMS = new Terms(Promises.NONE, POLICY.protection(), new ClockRules());

    /** Moves a referral to WON by a deal. */
    public static WinReferral win(String dealId) {
        return new WinReferral(deal(dealId).on(submission().state(), at(MONDAY)).state());
    }

    /** One command of each name that changes a referral, with an id such as {@code deal_2} if it creates something. */
    public static Map<CommandName, ReferralCommand> commands() {
        Map<CommandName, ReferralCommand> all = new EnumMap<>(CommandName.class);
        Stream.of(
                        new StartReview(),
                        new RequestInformation(List.of("Who owns the budget?"), null),
                        new ProvideInformation(List.of("The head of finance")),
                        new AcceptReferral(),
                        DECLINE,
                        new WithdrawReferral(Reason.of("Found help elsewhere")),
                        new RecordContact(DAY),
                        new RecordMeeting(DAY),
                        new RecordProposal(new Progress.Proposal(DAY, Money.parse("USD 1054"))),
                        new LoseReferral(Reason.of("No budget")),
                        new RateSatisfaction(9, null, "Quick", false),
                        new RequestExtension(MONDAY.plus(Duration.ofDays(150)), "They decide in July"),
                        new RefuseExtension("The client is asked for by others"),
                        new ExtendProtection(MONDAY.plus(Duration.ofDays(120)), "Next quarter"),
                        new ReopenReferral(Reason.of("New budget")),
                        new RecordConsent(new Consent(true, true)),
                        new AddNote("note_1", Note.Visibility.SHARED, "Call after lunch"),
                        new ExpireReferral(MONDAY.plus(Duration.ofDays(200))),
                        new RemindOfExpiry(MONDAY.plus(Duration.ofDays(90)), MONDAY.plus(Duration.ofDays(76))),
                        win("deal_2"),
                        new UnwinReferral("deal_1", false),
                        conflict(false),
                        conflict(true),
                        decided(null),
                        decided(new ReferralId("ref_0")))
                .forEach(command -> all.put(command.name(), command));
        return all;
    }

    public static DetectConflict conflict(boolean holdsClaim) {
        return new DetectConflict(
                new ReferralId("ref_0"), "par_0", holdsClaim, new BigDecimal("0.93"), List.of("organisation"));
    }

    public static DecideConflict decided(@Nullable ReferralId duplicateOf) {
        return new DecideConflict(
                new ReferralId("ref_0"),
                "FIRST_INTRODUCTION",
                duplicateOf == null ? "HOLDS_CLAIM" : "DUPLICATE",
                duplicateOf,
                List.of(),
                "The introduction of 2 March was the first.",
                "cnf_1",
                1,
                false);
    }

    /** A referral in a state, by the shortest way that leads there. */
    public static Referral in(ReferralStatus status) {
        return switch (status) {
            case SUBMITTED -> submission().state();
            case UNDER_REVIEW -> after(ReferralStatus.SUBMITTED, CommandName.REVIEW);
            case ACTION_REQUIRED -> after(ReferralStatus.SUBMITTED, CommandName.REQUEST_INFORMATION);
            case CONFLICTED -> after(ReferralStatus.SUBMITTED, CommandName.CONFLICT);
            case DUPLICATE -> after(ReferralStatus.CONFLICTED, CommandName.YIELD);
            case ACCEPTED -> after(ReferralStatus.SUBMITTED, CommandName.ACCEPT);
            case DECLINED -> after(ReferralStatus.SUBMITTED, CommandName.DECLINE);
            case CONTACTED -> after(ReferralStatus.ACCEPTED, CommandName.CONTACT);
            case MEETING_HELD -> after(ReferralStatus.CONTACTED, CommandName.MEETING);
            case PROPOSAL_SENT -> after(ReferralStatus.MEETING_HELD, CommandName.PROPOSAL);
            case WON -> after(in(ReferralStatus.CONTACTED).take(win("deal_1"), at(MONDAY), TERMS));
            case LOST -> after(ReferralStatus.CONTACTED, CommandName.LOSE);
            case WITHDRAWN -> after(ReferralStatus.SUBMITTED, CommandName.WITHDRAW);
            case EXPIRED -> after(ReferralStatus.ACCEPTED, CommandName.EXPIRE);
            case REOPENED -> after(ReferralStatus.LOST, CommandName.REOPEN);
        };
    }

    private static Referral after(ReferralStatus from, CommandName command) {
        return after(in(from).take(Objects.requireNonNull(commands().get(command)), at(MONDAY), TERMS));
    }

    public static Change<Referral, ReferralEvent> allowed(Decision<Change<Referral, ReferralEvent>> decision) {
        return decision.orElseThrow();
    }

    public static Referral after(Decision<Change<Referral, ReferralEvent>> decision) {
        return allowed(decision).state();
    }
}
