package io.entente.referral.intake;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.DealIds;
import io.entente.referral.deals.DealIds.Claim;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.DealClosed;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.LoseReferral;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.RecordMeeting;
import io.entente.referral.referral.commands.RecordProposal;
import io.entente.referral.referral.facts.Deal;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes an opportunity over: makes its referral, or moves the one it made before forward. The same row again changes
 * nothing.
 */
public final class OpportunityHandler {

    private final Referrals referrals;
    private final DealIds dealIds;
    private final TermsInForce termsInForce;

    public OpportunityHandler(Referrals referrals, DealIds dealIds, TermsInForce termsInForce) {
        this.referrals = referrals;
        this.dealIds = dealIds;
        this.termsInForce = termsInForce;
    }

    /**
     * What became of a row.
     *
     * @param published completes when the broker has acknowledged what the row's referral had to tell
     */
    record Worked(RowOutcome outcome, CompletableFuture<Void> published) {

        static Worked rejected(List<FieldError> errors) {
            return new Worked(RowOutcome.rejected(errors), CompletableFuture.completedFuture(null));
        }

        static Worked rejected(String field, String reason) {
            return rejected(List.of(new FieldError(field, reason)));
        }
    }

    Worked handle(Opportunity row, Import running) {
        return OptimisticRetry.retryOnConflict(() -> referrals
                .find(row.referralId())
                .map(existing -> move(existing, row, running))
                .orElseGet(() -> create(row, running)));
    }

    /** Publishes what the broker hasn't acknowledged yet. */
    CompletableFuture<Void> publish(Opportunity row) {
        return referrals.publish(row.referralId());
    }

    private Worked create(Opportunity row, Import running) {
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
                null);
        Change<Referral, ReferralEvent> submitted = Referral.submit(
                row.referralId(),
                introduction,
                Occurrence.imported(submittedAt, running.id()),
                termsInForce.of(row.partnerId()));
        return write(
                Referral.inOneWrite(submitted, 1, commands(row, running, submittedAt)),
                row,
                running,
                change -> referrals.add(change, null));
    }

    private Worked move(Referral existing, Opportunity row, Import running) {
        ImportMark mark = existing.imported();
        if (mark != null && mark.rowHash().equals(row.rowHash())) {
            // Written by this very import, before a crash could record it: accepted all the same.
            RowOutcome outcome = mark.importId().equals(running.id()) ? RowOutcome.ACCEPTED : RowOutcome.UNCHANGED;
            return new Worked(outcome, referrals.publish(existing.id()));
        }
        List<FieldError> differing = differing(existing, row);
        if (!differing.isEmpty()) {
            return Worked.rejected(differing);
        }
        if (existing.status() == row.stage().status()) {
            return new Worked(RowOutcome.UNCHANGED, referrals.publish(existing.id()));
        }
        if (row.stage().isBehind(existing.status())) {
            return Worked.rejected(
                    row.column(RowField.STAGE),
                    "is behind the referral, which is %s already; an import only moves referrals forward"
                            .formatted(existing.status()));
        }
        Decision<Change<Referral, ReferralEvent>> decision = Referral.inOneWrite(
                Change.nothing(existing), existing.version() + 1, commands(row, running, existing.submittedAt()));
        return write(decision, row, running, change -> Optional.of(referrals.update(change)));
    }

    private Worked write(
            Decision<Change<Referral, ReferralEvent>> decision,
            Opportunity row,
            Import running,
            Function<Change<Referral, ReferralEvent>, Optional<CompletableFuture<Void>>> store) {
        if (decision instanceof Decision.Rejected<Change<Referral, ReferralEvent>> rejected) {
            return Worked.rejected(row.column(RowField.STAGE), rejected.reason());
        }
        Change<Referral, ReferralEvent> change = decision.orElseThrow();
        if (change.events().stream().anyMatch(DealClosed.class::isInstance)) {
            Claim claim = new Claim(row.referralId(), row.dealId());
            Claim holding = dealIds.claim(row.dealId(), claim);
            if (!holding.equals(claim)) {
                return Worked.rejected(
                        row.column(RowField.ID), "the id of its deal is used by referral " + holding.referralId());
            }
        }
        Referral marked = change.state().markedBy(new ImportMark(running.id(), row.rowHash()));
        return store.apply(new Change<>(marked, change.events()))
                .map(published -> new Worked(RowOutcome.ACCEPTED, published))
                // Made by somebody else since it was looked for: look again.
                .orElseGet(() -> handle(row, running));
    }

    /** What leads from a submitted referral to the row's stage. A referral further on answers some with no change. */
    private List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands(
            Opportunity row, Import running, Instant notBefore) {
        List<Function<Referral, Decision<Change<Referral, ReferralEvent>>>> commands = new ArrayList<>();
        LocalDate submittedOn = row.submittedOn();
        if (row.stage() == Stage.SUBMITTED || submittedOn == null) {
            return commands;
        }
        Terms terms = termsInForce.of(row.partnerId());
        Occurrence submitted = at(submittedOn, running, notBefore);
        commands.add(taking(new AcceptReferral(), submitted, terms));
        switch (row.stage()) {
            case SUBMITTED, ACCEPTED -> {}
            case CONTACTED -> commands.add(taking(new RecordContact(submittedOn), submitted, terms));
            case MEETING_HELD -> commands.add(taking(new RecordMeeting(submittedOn), submitted, terms));
            case PROPOSAL_SENT ->
                commands.add(taking(new RecordProposal(new Progress.Proposal(submittedOn, null)), submitted, terms));
            case WON, LOST -> commands.add(ending(row, running, notBefore, terms));
        }
        return commands;
    }

    /** A row that is understood says on which day it was closed, and for how much where it was won. */
    private Function<Referral, Decision<Change<Referral, ReferralEvent>>> ending(
            Opportunity row, Import running, Instant notBefore, Terms terms) {
        LocalDate closedOn = Objects.requireNonNull(row.closedOn());
        Occurrence closed = at(closedOn, running, notBefore);
        if (row.stage() == Stage.LOST) {
            return taking(new LoseReferral(Reason.of(Objects.requireNonNull(row.lossReason()))), closed, terms);
        }
        Money value = Objects.requireNonNull(row.value());
        return taking(
                new CloseDeal(row.dealId(), value, closedOn, null, List.of(), null, row.rowHash()), closed, terms);
    }

    private Function<Referral, Decision<Change<Referral, ReferralEvent>>> taking(
            ReferralCommand command, Occurrence at, Terms terms) {
        return referral -> referral.take(command, at, terms);
    }

    /** Where the row contradicts what the referral says for good. */
    private static List<FieldError> differing(Referral existing, Opportunity row) {
        List<FieldError> errors = new ArrayList<>();
        SubmitReferral introduction = existing.introduction();
        if (!introduction.partnerId().equals(row.partnerId())) {
            errors.add(new FieldError(row.column(RowField.PARTNER), "differs from the partner of the referral"));
        }
        if (!introduction.client().key().equals(row.client().key())) {
            errors.add(new FieldError(row.column(RowField.ORGANISATION), "differs from the client of the referral"));
        }
        if (!introduction.service().equals(row.service())) {
            errors.add(new FieldError(row.column(RowField.SERVICE), "differs from the service of the referral"));
        }
        if (existing.status() == row.stage().status()) {
            addDifferingFacts(existing, row, errors);
        }
        return errors;
    }

    private static void addDifferingFacts(Referral existing, Opportunity row, List<FieldError> errors) {
        LocalDate submittedOn = dateOf(existing.submittedAt());
        if (row.submittedOn() != null && !row.submittedOn().equals(submittedOn)) {
            errors.add(differs(row.column(RowField.SUBMITTED_ON), "submitted on " + submittedOn));
        }
        Referral.Outcome outcome = existing.outcome();
        if (existing.status() == ReferralStatus.LOST && outcome != null) {
            addUnlessSame(row.column(RowField.CLOSED_ON), row.closedOn(), dateOf(outcome.at()), errors);
        }
        if (existing.status() == ReferralStatus.WON) {
            Optional<Deal> deal = existing.deal(row.dealId());
            if (deal.isEmpty()) {
                errors.add(new FieldError(
                        row.column(RowField.STAGE), "the referral has been WON by a deal of another source"));
            } else {
                addUnlessSame(
                        row.column(RowField.CLOSED_ON),
                        row.closedOn(),
                        deal.get().closedOn(),
                        errors);
                addUnlessSame(
                        row.column(RowField.AMOUNT), row.value(), deal.get().amount(), errors);
            }
        }
    }

    private static void addUnlessSame(String column, @Nullable Object inRow, Object here, List<FieldError> errors) {
        if (!Objects.equals(inRow, here)) {
            errors.add(differs(column, "closed with " + here));
        }
    }

    private static FieldError differs(String column, String here) {
        return new FieldError(column, "the referral is %s, and an import does not change that".formatted(here));
    }

    /** The row's day; never before the submission, which a row without a date put at its import. */
    private static Occurrence at(LocalDate date, Import running, Instant notBefore) {
        Instant start = startOf(date);
        return Occurrence.imported(start.isBefore(notBefore) ? notBefore : start, running.id());
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
