package io.entente.referral.referral;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.referral.referral.ClaimEvent.OpenConflicts;
import io.entente.referral.referral.ReferralCommand.Effect;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import io.entente.referral.referral.ReferralEvent.ReferralSubmitted;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import io.entente.referral.sla.Promises;
import io.entente.referral.sla.SlaClocks;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client that a partner introduced to the firm, or that the firm introduced to a partner. {@link #take} applies a
 * command and returns the changed referral with its events. {@link ReferralDraft} makes the copies.
 *
 * @param version 1 when created, one more with every write
 * @param sequence number of the referral's last event
 * @param clocks the clocks of the promises; none in history
 * @param consent the present consent; absent if unknown
 * @param inquiries the questions that were asked before the referral could be decided
 * @param outcome why it was declined, withdrawn or lost
 * @param duplicateOf the referral that holds the claim instead
 * @param credit who shares the credit for later deals; if empty, the referral's partner gets all of it
 * @param imported the import that last wrote the referral; absent if no import did
 */
public record Referral(
        ReferralId id,
        long version,
        long sequence,
        ReferralStatus status,
        SubmitReferral introduction,
        Instant submittedAt,
        SlaClocks clocks,
        @Nullable Consent consent,
        List<Inquiry> inquiries,
        @Nullable Acceptance acceptance,
        Progress progress,
        @Nullable Outcome outcome,
        @Nullable ReferralId duplicateOf,
        List<CreditShare> credit,
        List<Rating> ratings,
        List<Note> notes,
        List<HistoryEntry> history,
        @Nullable ImportMark imported) {

    public Referral {
        inquiries = List.copyOf(inquiries);
        credit = List.copyOf(credit);
        ratings = List.copyOf(ratings);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    /** When the referral was accepted, and until when the partner's claim on the client is protected. */
    public record Acceptance(Instant at, Instant protectedUntil) {

        /** The end of the protection; null if the claim was never protected, because another partner held the client. */
        public @Nullable Instant protectionEnd() {
            return protectedUntil.isAfter(at) ? protectedUntil : null;
        }

        /** Whether the claim is protected at a time. A protection that ended before an import has no effect any more. */
        public boolean isProtectedAt(Instant now) {
            return protectionEnd() != null && protectedUntil.isAfter(now);
        }
    }

    /** Why a referral ended without a deal, and what the client may try instead. */
    public record Outcome(Instant at, @Nullable Reason why, @Nullable String alternative) {}

    /** Who has submitted the referral. */
    public String submittedBy() {
        return history.isEmpty() ? Actor.SYSTEM.value() : history.get(0).actor();
    }

    /** Creates a new referral. */
    public static Change<Referral, ReferralEvent> submit(
            ReferralId id, SubmitReferral introduction, Occurrence now, Terms terms) {
        SlaClocks started = terms.clocks().onSubmission(introduction.direction(), now, terms.promises());
        ReferralSubmitted event = new ReferralSubmitted(now, started.dueAt(SlaKind.RESPONSE));
        Referral submitted = new ReferralDraft(id, introduction, now.at())
                .version(1)
                .sequence(1)
                .clocks(started)
                .record(HistoryEntry.of(event, ReferralStatus.SUBMITTED, 1))
                .referral();
        return Change.of(submitted, event);
    }

    /**
     * Applies a command. If the command was applied before, the referral stays as it is.
     *
     * @return the change, for which {@link #isChangedBy} tells whether there is one; a refusal lists the possible
     *     commands
     */
    public Decision<Change<Referral, ReferralEvent>> take(ReferralCommand command, Occurrence now, Terms terms) {
        return answered(command, now).orElseGet(() -> Decision.allowed(changedBy(command, now, terms)));
    }

    /**
     * Returns the answer to a command that changes nothing because it was applied before or is refused. Empty if the
     * command is to be applied.
     */
    public Optional<Decision<Change<Referral, ReferralEvent>>> answered(ReferralCommand command, Occurrence now) {
        Optional<String> foreign = refusalBySide(command.name(), now);
        if (foreign.isPresent()) {
            return foreign.map(Decision::rejected);
        }
        if (command.isDoneIn(this)) {
            return Optional.of(Decision.allowed(Change.nothing(this)));
        }
        return refusalByState(command.name(), now)
                .or(() -> refusalByProtection(command.name(), now))
                .or(() -> refusalByHistory(command.name()))
                .or(() -> command.refusal(this))
                .map(Decision::rejected);
    }

    /** Returns why the actor can't give a command, or why the state doesn't allow it. Empty if neither is the case. */
    public Optional<String> refusal(CommandName command, Occurrence now) {
        return refusalBySide(command, now)
                .or(() -> refusalByState(command, now))
                .or(() -> refusalByConflict(command));
    }

    private Optional<String> refusalBySide(CommandName command, Occurrence now) {
        // The program may give its own commands even if a partner's action caused them.
        return command.isOfPeople() && now.isByPartner() && !command.isPartners(introduction.direction())
                ? Optional.of("The referral is %s, and its partner can't give the command %s. Possible commands: %s."
                        .formatted(
                                introduction.direction(),
                                command.path(),
                                listed(possible(now.isByPartner(), now.at()))))
                : Optional.empty();
    }

    private Optional<String> refusalByState(CommandName command, Occurrence now) {
        return Lifecycle.next(status, command).isEmpty()
                ? Optional.of("The referral is %s, which doesn't allow %s. Possible commands: %s."
                        .formatted(status, command.path(), listed(possible(now.isByPartner(), now.at()))))
                : Optional.empty();
    }

    /** A protection that has ended isn't extended, because others may have claimed the client since. */
    private Optional<String> refusalByProtection(CommandName command, Occurrence now) {
        return command.isAboutProtection() && !isProtectedAt(now.at())
                ? Optional.of(
                        acceptance == null || acceptance.protectionEnd() == null
                                ? "The claim on the client is not protected."
                                : "The protection of the claim ended at %s.".formatted(acceptance.protectedUntil()))
                : Optional.empty();
    }

    private boolean isProtectedAt(Instant now) {
        return acceptance != null && acceptance.isProtectedAt(now);
    }

    private Optional<String> refusalByHistory(CommandName command) {
        return command.isOfPeople() && history.size() >= HistoryEntry.MAX_PER_REFERRAL
                ? Optional.of("The referral's history has %d entries, which is the maximum. Submit another referral."
                        .formatted(history.size()))
                : Optional.empty();
    }

    /** A deal would decide whose client it is, so no deal is closed as long as that is to be decided. */
    private Optional<String> refusalByConflict(CommandName command) {
        OpenConflicts conflicts = openConflicts();
        return command == CommandName.DEALS && conflicts.isContested()
                ? Optional.of("The conflict with %s about the client has not been decided; decide it first."
                        .formatted(conflicts.with().stream()
                                .findFirst()
                                .map(other -> "referral " + other)
                                .orElse("another referral")))
                : Optional.empty();
    }

    /** Returns the commands that the partner, or else the firm, may give at a time. */
    public List<CommandName> possible(boolean toPartner, Instant now) {
        return Lifecycle.possible(status).stream()
                .filter(name -> name != CommandName.DEALS || !openConflicts().isContested())
                .filter(name -> !name.isAboutProtection() || isProtectedAt(now))
                .filter(name -> !toPartner || name.isPartners(introduction.direction()))
                .toList();
    }

    /** Whether the change has to be stored because it differs from this referral. */
    public boolean isChangedBy(Change<Referral, ReferralEvent> change) {
        return change.state().version() != version;
    }

    /**
     * Returns the last questions if they aren't answered yet. A conflict may have come before the answer to an earlier
     * round.
     */
    public Optional<Inquiry> openInquiry() {
        return inquiries.isEmpty()
                ? Optional.empty()
                : Optional.of(inquiries.get(inquiries.size() - 1)).filter(Inquiry::isOpen);
    }

    /** Returns the last entry about this referral and the given one that claims the same client. */
    public Optional<HistoryEntry> lastOf(ReferralId conflicting) {
        return history.stream()
                .filter(entry -> conflicting.value().equals(entry.details().get(ClaimEvent.CONFLICTING_REFERRAL)))
                .reduce((earlier, later) -> later);
    }

    /** Returns the last entry about any referral that claims the same client. */
    public Optional<HistoryEntry> lastOfConflicts() {
        return history.stream()
                .filter(entry -> entry.details().containsKey(ClaimEvent.CONFLICTING_REFERRAL))
                .reduce((earlier, later) -> later);
    }

    /** Returns the conflicts about the client that have yet to be decided. */
    public OpenConflicts openConflicts() {
        return OpenConflicts.in(history);
    }

    /**
     * Returns the stage of an imported row that waits for a person, because another partner has the client. Empty if there is none,
     * or if the referral has gone on since. A deal that was won waits until it is closed.
     */
    public Optional<String> waitingStage() {
        boolean isDeal = imported != null && ReferralStatus.WON.name().equals(imported.waitingStage());
        boolean waits =
                switch (status) {
                    case SUBMITTED, UNDER_REVIEW, ACTION_REQUIRED, CONFLICTED, REOPENED -> true;
                    case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT -> isDeal;
                    case DUPLICATE, DECLINED, WON, LOST, WITHDRAWN, EXPIRED -> false;
                };
        return imported == null || !waits ? Optional.empty() : Optional.ofNullable(imported.waitingStage());
    }

    /** Returns the same referral, marked as written by an import. */
    public Referral markedBy(ImportMark mark) {
        return ReferralDraft.of(this).imported(mark).referral();
    }

    /** Returns the same referral with facts about the client that were missing. */
    public Change<Referral, ReferralEvent> describedBy(Client client) {
        return Change.nothing(
                ReferralDraft.of(this).version(version + 1).client(client).referral());
    }

    /**
     * Applies several commands in one write. If one is refused, none is applied and that refusal is returned.
     *
     * @param first the change so far; without events if the referral exists already
     * @param version the version of the referral with this write
     */
    public static Decision<Change<Referral, ReferralEvent>> inOneWrite(
            Change<Referral, ReferralEvent> first,
            long version,
            List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands) {
        Referral state = first.state();
        List<ReferralEvent> events = new ArrayList<>(first.events());
        for (Function<Referral, Decision<Change<Referral, ReferralEvent>>> command : commands) {
            Decision<Change<Referral, ReferralEvent>> decision = command.apply(state.atVersion(version - 1));
            if (!(decision instanceof Decision.Allowed<Change<Referral, ReferralEvent>> allowed)) {
                return decision;
            }
            state = allowed.value().state();
            events.addAll(allowed.value().events());
        }
        return Decision.allowed(new Change<>(state.atVersion(version), events));
    }

    /** Turns a command's change into a referral. Everything that follows from each change belongs here. */
    private Change<Referral, ReferralEvent> changedBy(ReferralCommand command, Occurrence now, Terms terms) {
        ReferralStatus next = command.leadsTo(this)
                .or(() -> Lifecycle.next(status, command.name()))
                .orElseThrow();
        SlaRun run = SlaRun.until(clocks, now.at(), terms.promises());
        List<ReferralEvent> events = new ArrayList<>(ClockTold.of(run.takeEvents()));
        ReferralDraft draft = ReferralDraft.of(this).version(version + 1);
        draft.recordClocks(events, sequence).status(next);
        terms.clocks().apply(run, this, command, next, now, terms.promises());
        Effect effect = command.applyTo(draft.clocks(run.clocks()), now, terms);
        if (effect instanceof Effect.Recorded recorded) {
            draft.record(recorded.entry());
        } else {
            ReferralEvent event = ((Effect.Published) effect).event();
            events.add(event);
            draft.record(HistoryEntry.of(event, next, sequence + events.size()));
        }
        events.addAll(ClockTold.of(run.takeEvents()));
        return new Change<>(draft.sequence(sequence + events.size()).referral(), events);
    }

    /** Returns the change by the clocks that have come due by the given time, with the calendars with which they were started. */
    public Change<Referral, ReferralEvent> clocksUntil(Instant now) {
        return clocksUntil(now, Promises.NONE);
    }

    /**
     * Returns the change by the clocks that have come due by the given time, or that follow a new version of their calendar. The
     * change is empty if there is none.
     */
    public Change<Referral, ReferralEvent> clocksUntil(Instant now, Promises promises) {
        SlaRun run = SlaRun.until(clocks, now, promises);
        List<ReferralEvent> events = ClockTold.of(run.takeEvents());
        return run.clocks().equals(clocks)
                ? Change.nothing(this)
                : new Change<>(
                        ReferralDraft.of(this)
                                .version(version + 1)
                                .sequence(sequence + events.size())
                                .clocks(run.clocks())
                                .recordClocks(events, sequence)
                                .referral(),
                        events);
    }

    /**
     * Returns the change that starts the clocks which an imported referral owes. Its history has started none.
     *
     * @param at the time of the import
     */
    public Change<Referral, ReferralEvent> afterImport(Instant at, Terms terms) {
        SlaRun run = SlaRun.until(clocks, at, terms.promises());
        List<ReferralEvent> events = ClockTold.of(run.takeEvents());
        terms.clocks().afterImport(run, this, terms.promises());
        return new Change<>(
                ReferralDraft.of(this)
                        .version(version + 1)
                        .sequence(sequence + events.size())
                        .clocks(run.clocks())
                        .recordClocks(events, sequence)
                        .referral(),
                events);
    }

    /** Whether a deal was closed on this referral at any time. */
    public boolean wasWon() {
        return status == ReferralStatus.WON || history.stream().anyMatch(entry -> entry.status() == ReferralStatus.WON);
    }

    /** Returns when an answer is due; null in history, and while no answer is owed. */
    public @Nullable Instant responseDueAt() {
        return clocks.dueAt(SlaKind.RESPONSE);
    }

    private static String listed(List<CommandName> commands) {
        return commands.isEmpty()
                ? "none"
                : commands.stream().map(CommandName::path).collect(Collectors.joining(", "));
    }

    private Referral atVersion(long written) {
        return ReferralDraft.of(this).version(written).referral();
    }
}
