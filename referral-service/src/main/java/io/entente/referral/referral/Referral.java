package io.entente.referral.referral;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.referral.referral.ReferralCommand.Effect;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import io.entente.referral.referral.ReferralEvent.ReferralSubmitted;
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
 * A client introduced by a partner to the firm, or by the firm to a partner. {@link #take} answers a command with the
 * referral as it is after it and the event that tells of it; {@link ReferralDraft} makes the copies.
 *
 * @param version 1 when created, one more with every write
 * @param sequence number of the referral's last event
 * @param clocks on what is promised; none in history
 * @param consent as it stands; absent where nobody said
 * @param inquiries what was asked before it could be decided
 * @param outcome why it was declined, withdrawn or lost
 * @param duplicateOf which referral holds the claim instead
 * @param credit who shares the credit for later deals; empty for all to the referral's partner
 * @param imported where an import wrote it last; absent where it never was in one
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

    /** When it was taken on, and until when the claim on the client is the partner's. */
    public record Acceptance(Instant at, Instant protectedUntil) {}

    /** Why a referral ended without a deal, and what the client may try instead. */
    public record Outcome(Instant at, @Nullable Reason why, @Nullable String alternative) {}

    /** A new referral. */
    public static Change<Referral, ReferralEvent> submit(
            ReferralId id, SubmitReferral introduction, Occurrence now, Terms terms) {
        SlaClocks started = terms.clocks().onSubmission(introduction.direction(), now, terms.promises());
        ReferralSubmitted event = new ReferralSubmitted(now, started.dueAt(SlaKind.RESPONSE));
        Referral submitted = new ReferralDraft(id, introduction, now.at())
                .version(1)
                .sequence(1)
                .clocks(started)
                .record(HistoryEntry.of(event, ReferralStatus.SUBMITTED))
                .referral();
        return Change.of(submitted, event);
    }

    /**
     * Takes a command: changes by it, or stays as it is where it was done before.
     *
     * @return the change, which {@link #isChangedBy} tells from none; refused with the commands that are possible
     */
    public Decision<Change<Referral, ReferralEvent>> take(ReferralCommand command, Occurrence now, Terms terms) {
        return answered(command, now).orElseGet(() -> Decision.allowed(changedBy(command, now, terms)));
    }

    /** The answer to a command that changes nothing: done before, or refused. Empty if the command is to be done. */
    public Optional<Decision<Change<Referral, ReferralEvent>>> answered(ReferralCommand command, Occurrence now) {
        Optional<String> foreign = refusalBySide(command.name(), now);
        if (foreign.isPresent()) {
            return foreign.map(Decision::rejected);
        }
        if (command.isDoneIn(this)) {
            return Optional.of(Decision.allowed(Change.nothing(this)));
        }
        return refusalByState(command.name(), now)
                .or(() -> refusalByHistory(command.name()))
                .or(() -> command.refusal(this))
                .map(Decision::rejected);
    }

    /** Why a command isn't for whoever gives it, or isn't possible in this state; empty if neither is the case. */
    public Optional<String> refusal(CommandName command, Occurrence now) {
        return refusalBySide(command, now).or(() -> refusalByState(command, now));
    }

    private Optional<String> refusalBySide(CommandName command, Occurrence now) {
        // The program gives its own commands, also if they follow from what a partner did.
        return command.isOfPeople() && now.isByPartner() && !command.isPartners(introduction.direction())
                ? Optional.of("The referral is %s, and %s isn't the partner's to give; it takes: %s."
                        .formatted(introduction.direction(), command.path(), listed(possible(now.isByPartner()))))
                : Optional.empty();
    }

    private Optional<String> refusalByState(CommandName command, Occurrence now) {
        return Lifecycle.next(status, command).isEmpty()
                ? Optional.of("The referral is %s, which doesn't allow %s; it takes: %s."
                        .formatted(status, command.path(), listed(possible(now.isByPartner()))))
                : Optional.empty();
    }

    private Optional<String> refusalByHistory(CommandName command) {
        return command.isOfPeople() && history.size() >= HistoryEntry.MAX_PER_REFERRAL
                ? Optional.of(
                        "The referral's history has %d entries, which is as many as one can have; submit another referral."
                                .formatted(history.size()))
                : Optional.empty();
    }

    /** The commands that the partner, or else the firm, may give now. */
    public List<CommandName> possible(boolean toPartner) {
        return Lifecycle.possible(status).stream()
                .filter(name -> !toPartner || name.isPartners(introduction.direction()))
                .toList();
    }

    /** Whether a change is one, and is to be stored. */
    public boolean isChangedBy(Change<Referral, ReferralEvent> change) {
        return change.state().version() != version;
    }

    /** What was asked last, where it isn't answered yet; a conflict may have come before the answer to an earlier one. */
    public Optional<Inquiry> openInquiry() {
        return inquiries.isEmpty()
                ? Optional.empty()
                : Optional.of(inquiries.get(inquiries.size() - 1)).filter(Inquiry::isOpen);
    }

    /** The last thing that happened between this referral and one that claims the same client. */
    public Optional<HistoryEntry> lastOf(ReferralId conflicting) {
        return history.stream()
                .filter(entry -> conflicting.value().equals(entry.details().get("conflictingReferralId")))
                .reduce((earlier, later) -> later);
    }

    /** The same referral, marked as written by an import. */
    public Referral markedBy(ImportMark mark) {
        return ReferralDraft.of(this).imported(mark).referral();
    }

    /**
     * Several commands in one write: all of them, or the refusal of the first that is refused.
     *
     * @param first what was done so far; nothing where the referral exists
     * @param version the referral's with this write
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

    /** The one place where a command's change becomes a referral: whatever follows from each change belongs here. */
    private Change<Referral, ReferralEvent> changedBy(ReferralCommand command, Occurrence now, Terms terms) {
        ReferralStatus next = Lifecycle.next(status, command.name()).orElseThrow();
        SlaRun run = SlaRun.until(clocks, now.at());
        List<ReferralEvent> events = new ArrayList<>(ClockTold.of(run.takeEvents()));
        ReferralDraft draft = ReferralDraft.of(this).version(version + 1);
        draft.recordClocks(events).status(next);
        terms.clocks().apply(run, this, command, next, now, terms.promises());
        Effect effect = command.applyTo(draft.clocks(run.clocks()), now, terms);
        if (effect instanceof Effect.Recorded recorded) {
            draft.record(recorded.entry());
        } else {
            ReferralEvent event = ((Effect.Told) effect).event();
            events.add(event);
            draft.record(HistoryEntry.of(event, next));
        }
        events.addAll(ClockTold.of(run.takeEvents()));
        return new Change<>(draft.sequence(sequence + events.size()).referral(), events);
    }

    /** What has come due on its clocks by a time, as a change; none where nothing has. */
    public Change<Referral, ReferralEvent> clocksUntil(Instant now) {
        SlaRun run = SlaRun.until(clocks, now);
        List<ReferralEvent> events = ClockTold.of(run.takeEvents());
        return events.isEmpty()
                ? Change.nothing(this)
                : new Change<>(
                        ReferralDraft.of(this)
                                .version(version + 1)
                                .sequence(sequence + events.size())
                                .clocks(run.clocks())
                                .recordClocks(events)
                                .referral(),
                        events);
    }

    /** By when an answer is promised; null in history, and while none is owed. */
    public @Nullable Instant responseDueAt() {
        return clocks.dueAt(SlaKind.RESPONSE);
    }

    private static String listed(List<CommandName> commands) {
        return commands.isEmpty()
                ? "no further command"
                : commands.stream().map(CommandName::path).collect(Collectors.joining(", "));
    }

    private Referral atVersion(long written) {
        return ReferralDraft.of(this).version(written).referral();
    }
}
