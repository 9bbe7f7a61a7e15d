package io.entente.referral.intake.rows;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.WinReferral;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.OpportunityDifferences;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.RecordMeeting;
import io.entente.referral.referral.commands.RecordProposal;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The commands that lead a referral to what the row of an import says, and the deal that one of them closes. */
public final class RowSteps {

    private final Opportunity row;
    private final String importId;
    private final Instant importedAt;
    private final Terms terms;
    private final List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands = new ArrayList<>();
    private @Nullable Change<Deal, DealEvent> closed;

    public RowSteps(Opportunity row, String importId, Instant importedAt, Terms terms) {
        this.row = row;
        this.importId = importId;
        this.importedAt = importedAt;
        this.terms = terms;
    }

    public List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands() {
        return commands;
    }

    /** The deal that the steps close; null if they close none. */
    public @Nullable Change<Deal, DealEvent> closed() {
        return closed;
    }

    /** Adds the facts about the client that earlier rows didn't have, and notes that for the firm. */
    public RowSteps describing(OpportunityDifferences differing) {
        if (differing.added().isEmpty()) {
            return this;
        }
        AddNote note = new AddNote(
                DerivedId.of("note", row.referralId().value(), row.rowHash()),
                Note.Visibility.INTERNAL,
                "An import added to the client: " + String.join(", ", differing.added()));
        Occurrence now = Occurrence.imported(importedAt, importId);
        commands.add(referral -> Decision.allowed(referral.describedBy(differing.client())));
        commands.add(referral -> referral.notes().size() < Note.MAX_PER_REFERRAL
                ? referral.take(note, now, terms)
                : Decision.allowed(Change.nothing(referral)));
        return this;
    }

    /**
     * Adds the steps to the row's stage. Steps that the referral has behind it change nothing.
     *
     * @param notBefore when the referral was submitted
     */
    public RowSteps toStage(Instant notBefore) {
        LocalDate submittedOn = row.submittedOn();
        if (row.stage() == Stage.SUBMITTED || submittedOn == null) {
            startClocks();
            return this;
        }
        Occurrence submitted = at(submittedOn, notBefore);
        take(new AcceptReferral(), submitted);
        switch (row.stage()) {
            case SUBMITTED, ACCEPTED -> {}
            case CONTACTED -> take(new RecordContact(submittedOn), submitted);
            case MEETING_HELD -> take(new RecordMeeting(submittedOn), submitted);
            case PROPOSAL_SENT -> take(new RecordProposal(new Progress.Proposal(submittedOn, null)), submitted);
            case WON, LOST -> end(notBefore);
        }
        if (!row.stage().isClosed()) {
            startClocks();
        }
        return this;
    }

    /** Adds the step that ends the referral. A valid row of a won opportunity has a close date and a value. */
    private void end(Instant notBefore) {
        LocalDate closedOn = row.closedOn();
        Occurrence ended = closedOn == null ? Occurrence.imported(importedAt, importId) : at(closedOn, notBefore);
        if (row.stage() == Stage.LOST) {
            take(new LoseReferral(Reason.of(Objects.requireNonNull(row.lossReason()))), ended);
            return;
        }
        Objects.requireNonNull(closedOn, "closedOn");
        Money value = Objects.requireNonNull(row.value());
        close(new CloseDeal(row.dealId(), value, closedOn, null, List.of(), null, row.rowHash()), ended);
    }

    private void take(ReferralCommand command, Occurrence at) {
        commands.add(referral -> {
            boolean isRefusedByState = !command.isDoneIn(referral)
                    && referral.refusal(command.name(), at).isPresent();
            return isRefusedByState ? Decision.rejected(cannotReach(referral)) : referral.take(command, at, terms);
        });
    }

    /** Adds the clocks that an open referral owes after its import. */
    public void startClocks() {
        commands.add(referral -> Decision.allowed(referral.afterImport(importedAt, terms)));
    }

    private void close(CloseDeal command, Occurrence at) {
        commands.add(referral -> {
            if (referral.refusal(CommandName.DEALS, at).isPresent()) {
                return Decision.rejected(referral.openConflicts().isContested() ? undecided() : cannotReach(referral));
            }
            closed = command.on(referral, at);
            return referral.take(new WinReferral(closed.state()), at, terms);
        });
    }

    private String undecided() {
        return "can't become %s, because a conflict about the client is open; import the row again when that has been decided"
                .formatted(row.stage());
    }

    /** The person who reads the rejects knows the file, not the commands of the API. */
    private String cannotReach(Referral referral) {
        return switch (referral.status()) {
            case ACTION_REQUIRED, CONFLICTED ->
                "can't become %s, because the referral is %s here; import the row again when that has been settled"
                        .formatted(row.stage(), referral.status());
            default ->
                "can't become %s, because the referral is %s here, and an import doesn't change that"
                        .formatted(row.stage(), referral.status());
        };
    }

    /** The start of a day, but never before the submission. A row without a date is submitted when it is imported. */
    private Occurrence at(LocalDate date, Instant notBefore) {
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Occurrence.imported(start.isBefore(notBefore) ? notBefore : start, importId);
    }
}
