package io.entente.referral.intake;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.WinReferral;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.OpportunityDifferences;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.RecordMeeting;
import io.entente.referral.referral.commands.RecordProposal;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the row of an import changes: it creates a referral, or moves the referral that an earlier row created. Writes
 * nothing. A row that was imported before changes nothing.
 */
public final class RowDecisions {

    private final Deals deals;
    private final TermsInForce termsInForce;

    public RowDecisions(Deals deals, TermsInForce termsInForce) {
        this.deals = deals;
        this.termsInForce = termsInForce;
    }

    /** The decision on a row. */
    sealed interface RowDecision {

        /** The row is rejected. */
        record Rejected(List<FieldError> errors) implements RowDecision {

            static Rejected of(String field, String reason) {
                return new Rejected(List.of(new FieldError(field, reason)));
            }
        }

        /** The row is stored already. Its events may still be unpublished. */
        record Stored(RowOutcome outcome) implements RowDecision {}

        /**
         * The row changes something. The deal must be stored before the referral, which carries the mark of the row; so a row
         * that a crash interrupts is not taken for imported.
         *
         * @param before absent if the referral is new
         * @param closed absent if the row closes no deal
         */
        record Changes(
                @Nullable Loaded<Referral> before,
                Change<Referral, ReferralEvent> referral,
                @Nullable Change<Deal, DealEvent> closed)
                implements RowDecision {}
    }

    /** @param before the row's referral; null if there is none */
    RowDecision decide(@Nullable Loaded<Referral> before, Opportunity row, Import running) {
        return before == null ? create(row, running) : move(before, row, running);
    }

    private RowDecision create(Opportunity row, Import running) {
        Instant submittedAt = row.submittedOn() == null ? running.startedAt() : startOf(row.submittedOn());
        SubmitReferral introduction = new SubmitReferral(
                row.partnerId(),
                Direction.INBOUND,
                row.client(),
                row.service(),
                null,
                null,
                null,
                row.involvement(),
                row.stage() == Stage.WON ? null : row.value());
        Change<Referral, ReferralEvent> submitted = Referral.submit(
                row.referralId(),
                introduction,
                Occurrence.imported(submittedAt, running.id()),
                termsInForce.of(row.partnerId()));
        Steps steps = steps(row, running, submittedAt);
        return changes(null, Referral.inOneWrite(submitted, 1, steps.commands()), steps, row, running);
    }

    private RowDecision move(Loaded<Referral> before, Opportunity row, Import running) {
        Referral existing = before.state();
        ImportMark mark = existing.imported();
        if (mark != null && mark.rowHash().equals(row.rowHash())) {
            // If this import wrote it before a crash, the row counts as accepted.
            return new RowDecision.Stored(
                    mark.importId().equals(running.id()) ? RowOutcome.ACCEPTED : RowOutcome.UNCHANGED);
        }
        Optional<Deal> deal = row.stage() == Stage.WON && existing.status() == ReferralStatus.WON
                ? deals.find(row.dealId()).filter(found -> found.referralId().equals(existing.id()))
                : Optional.empty();
        List<FieldError> differing = OpportunityDifferences.of(existing, deal, row);
        if (!differing.isEmpty()) {
            return new RowDecision.Rejected(differing);
        }
        if (existing.status() == row.stage().status()) {
            // If this import stored the deal before a crash, a sweep has let the referral follow.
            boolean own = deal.filter(found -> found.recordedBy()
                            .equals(Actor.imported(running.id()).value()))
                    .isPresent();
            return new RowDecision.Stored(own ? RowOutcome.ACCEPTED : RowOutcome.UNCHANGED);
        }
        if (row.stage().isBehind(existing.status())) {
            return RowDecision.Rejected.of(
                    row.column(RowField.STAGE),
                    "must not be behind the referral, which is already %s; an import only moves referrals forward"
                            .formatted(existing.status()));
        }
        Steps steps = steps(row, running, existing.submittedAt());
        return changes(
                before,
                Referral.inOneWrite(Change.nothing(existing), existing.version() + 1, steps.commands()),
                steps,
                row,
                running);
    }

    private static RowDecision changes(
            @Nullable Loaded<Referral> before,
            Decision<Change<Referral, ReferralEvent>> decision,
            Steps steps,
            Opportunity row,
            Import running) {
        return decision.<RowDecision>fold(
                change -> {
                    Referral marked = change.state().markedBy(new ImportMark(running.id(), row.rowHash()));
                    return new RowDecision.Changes(before, new Change<>(marked, change.events()), steps.closed());
                },
                reason -> RowDecision.Rejected.of(row.column(RowField.STAGE), reason));
    }

    /** The commands that lead to the stage of a row, and the deal that one of them closes. */
    private static final class Steps {

        private final Opportunity row;
        private final List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands = new ArrayList<>();
        private @Nullable Change<Deal, DealEvent> closed;

        Steps(Opportunity row) {
            this.row = row;
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

        List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands() {
            return commands;
        }

        @Nullable
        Change<Deal, DealEvent> closed() {
            return closed;
        }

        void take(ReferralCommand command, Occurrence at, Terms terms) {
            commands.add(referral -> {
                boolean isRefusedByState = !command.isDoneIn(referral)
                        && referral.refusal(command.name(), at).isPresent();
                return isRefusedByState ? Decision.rejected(cannotReach(referral)) : referral.take(command, at, terms);
            });
        }

        void startClocks(Instant importedAt, Terms terms) {
            commands.add(referral -> Decision.allowed(referral.afterImport(importedAt, terms)));
        }

        void close(CloseDeal command, Occurrence at, Terms terms) {
            commands.add(referral -> {
                if (referral.refusal(CommandName.DEALS, at).isPresent()) {
                    return Decision.rejected(cannotReach(referral));
                }
                closed = command.on(referral, at);
                return referral.take(new WinReferral(closed.state()), at, terms);
            });
        }
    }

    /** The steps from a submitted referral to the row's stage. Steps that the referral has behind it change nothing. */
    private Steps steps(Opportunity row, Import running, Instant notBefore) {
        Steps steps = new Steps(row);
        LocalDate submittedOn = row.submittedOn();
        Terms terms = termsInForce.of(row.partnerId());
        if (row.stage() == Stage.SUBMITTED || submittedOn == null) {
            steps.startClocks(running.startedAt(), terms);
            return steps;
        }
        Occurrence submitted = at(submittedOn, running, notBefore);
        steps.take(new AcceptReferral(), submitted, terms);
        switch (row.stage()) {
            case SUBMITTED, ACCEPTED -> {}
            case CONTACTED -> steps.take(new RecordContact(submittedOn), submitted, terms);
            case MEETING_HELD -> steps.take(new RecordMeeting(submittedOn), submitted, terms);
            case PROPOSAL_SENT ->
                steps.take(new RecordProposal(new Progress.Proposal(submittedOn, null)), submitted, terms);
            case WON, LOST -> end(steps, row, running, notBefore, terms);
        }
        if (!row.stage().isClosed()) {
            steps.startClocks(running.startedAt(), terms);
        }
        return steps;
    }

    /** Adds the step that ends the referral. A valid row of a closed opportunity has a close date, and a value if it was won. */
    private static void end(Steps steps, Opportunity row, Import running, Instant notBefore, Terms terms) {
        LocalDate closedOn = Objects.requireNonNull(row.closedOn());
        Occurrence closed = at(closedOn, running, notBefore);
        if (row.stage() == Stage.LOST) {
            steps.take(new LoseReferral(Reason.of(Objects.requireNonNull(row.lossReason()))), closed, terms);
            return;
        }
        Money value = Objects.requireNonNull(row.value());
        steps.close(new CloseDeal(row.dealId(), value, closedOn, null, List.of(), null, row.rowHash()), closed, terms);
    }

    /** The start of a day, but never before the submission. A row without a date is submitted when it is imported. */
    private static Occurrence at(LocalDate date, Import running, Instant notBefore) {
        Instant start = startOf(date);
        return Occurrence.imported(start.isBefore(notBefore) ? notBefore : start, running.id());
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
