package io.entente.referral.intake;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealEvent;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.OpportunityDifferences;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.rows.FileIntroductions;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.intake.rows.RecordedSales;
import io.entente.referral.intake.rows.RowSteps;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ReferralAccepted;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the row of an import changes: it creates a referral, or moves the referral that an earlier row created. Writes
 * nothing. A row that was imported before changes nothing.
 */
public final class RowDecisions {

    private final Deals deals;
    private final RecordedSales sales;
    private final TermsInForce termsInForce;
    private final ImportedClients clients;

    public RowDecisions(Deals deals, RecordedSales sales, TermsInForce termsInForce, ImportedClients clients) {
        this.deals = deals;
        this.sales = sales;
        this.termsInForce = termsInForce;
        this.clients = clients;
    }

    /** Collects what the rows of one file introduce, for an import that began at a time. */
    public FileIntroductions introductionsAt(Instant startedAt) {
        return new FileIntroductions(
                partnerId -> termsInForce.of(partnerId).protection(),
                clients::areAlike,
                sales.sameSaleDays(),
                startedAt);
    }

    RecordedSales sales() {
        return sales;
    }

    /** Who has the client of a row. */
    enum Claim {
        /** The referral of the row, or nobody yet. */
        HELD,
        /** Another partner. The referral of the row is then not accepted, and closes no deal. */
        OF_ANOTHER,
        /** The same partner, in another referral that is open. The referral of the row is then not accepted. */
        REPEATED,
        /** The same partner, which has a deal with it that may be the one of the row. The row then closes no deal. */
        SAME_SALE
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
         * @param warnings what stays as it is although the row says something else
         */
        record Changes(
                @Nullable Loaded<Referral> before,
                Change<Referral, ReferralEvent> referral,
                @Nullable Change<Deal, DealEvent> closed,
                List<FieldError> warnings)
                implements RowDecision {

            /** Whether a row introduces a client, describes it, gets its protection, or closes a deal with it. */
            boolean concernsClaim() {
                return before == null
                        || closed != null
                        || !before.state()
                                .introduction()
                                .client()
                                .equals(referral.state().introduction().client())
                        || referral.events().stream().anyMatch(ReferralAccepted.class::isInstance);
            }
        }
    }

    /** @param before the row's referral; null if there is none */
    RowDecision decide(@Nullable Loaded<Referral> before, Opportunity row, Import running, Claim claim) {
        Terms terms = termsInForce.of(row.partnerId());
        RowDecision decision = decide(before, row, running, terms, claim);
        boolean isSameSale = claim == Claim.HELD
                && decision instanceof RowDecision.Changes changes
                && changes.closed() != null
                && sales.sameAs(row).isPresent();
        return isSameSale ? decide(before, row, running, terms, Claim.SAME_SALE) : decision;
    }

    private RowDecision decide(
            @Nullable Loaded<Referral> before, Opportunity row, Import running, Terms terms, Claim claim) {
        return before == null ? create(row, running, terms, claim) : move(before, row, running, terms, claim);
    }

    private FieldError waits(Opportunity row, ReferralStatus status, Claim claim) {
        String waiting =
                switch (row.stage()) {
                    case SUBMITTED -> "";
                    case WON -> ", and its stage and its deal wait";
                    case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT, LOST -> ", and its stage waits";
                };
        String possible =
                switch (status) {
                    case ACCEPTED, CONTACTED, MEETING_HELD, PROPOSAL_SENT ->
                        "close the deal by hand if it belongs to this partner";
                    default -> "accept the referral to have it decided whose client it is, or decline it";
                };
        String text =
                switch (claim) {
                    case HELD -> throw new IllegalArgumentException("nothing is in the way");
                    case OF_ANOTHER ->
                        "another partner has this client or one with a similar name, so the referral is %s%s; %s"
                                .formatted(status, waiting, possible);
                    case REPEATED ->
                        "was already introduced by this partner in a referral that is open, so this referral is %s%s; accept it if it is another opportunity, or decline it"
                                .formatted(status, waiting);
                    case SAME_SALE ->
                        "this partner has a deal of the same amount with this client that closed at most %d days before or after, so the referral is %s%s; close the deal by hand if it is another sale, or decline the referral if it is the same"
                                .formatted(sales.sameSaleDays(), status, waiting);
                };
        return new FieldError(row.column(RowField.ORGANISATION), text);
    }

    private RowDecision create(Opportunity row, Import running, Terms terms, Claim claim) {
        boolean applies = claim == Claim.HELD;
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
                row.stage() == Stage.WON && applies ? null : row.value());
        Change<Referral, ReferralEvent> submitted =
                Referral.submit(row.referralId(), introduction, Occurrence.imported(submittedAt, running.id()), terms);
        RowSteps steps = new RowSteps(row, running.id(), running.startedAt(), terms);
        if (applies) {
            steps.toStage(submittedAt);
        } else {
            steps.startClocks();
        }
        return changes(
                null,
                Referral.inOneWrite(submitted, 1, steps.commands()),
                steps,
                mark(row, running, null, claim),
                row,
                applies ? List.of() : List.of(waits(row, ReferralStatus.SUBMITTED, claim)));
    }

    private RowDecision move(Loaded<Referral> before, Opportunity row, Import running, Terms terms, Claim claim) {
        Referral existing = before.state();
        ImportMark mark = existing.imported();
        boolean hasNewFacts =
                !row.stage().isClosed() && !mark(row, running, mark, claim).hasSameFacts(mark);
        boolean isStored = mark != null && mark.rowHash().equals(row.rowHash()) && !hasNewFacts;
        // If this import wrote it before a crash, the row counts as accepted.
        RowOutcome stored =
                mark != null && mark.importId().equals(running.id()) ? RowOutcome.ACCEPTED : RowOutcome.UNCHANGED;
        if (!isStored) {
            return moved(before, row, running, terms, claim, hasNewFacts);
        }
        if (existing.waitingStage().isEmpty()) {
            return new RowDecision.Stored(stored);
        }
        if (claim != Claim.HELD) {
            return new RowDecision.Stored(stored.warning(List.of(waits(row, existing.status(), claim))));
        }
        RowDecision applied = moved(before, row, running, terms, claim, false);
        return applied instanceof RowDecision.Rejected rejected
                ? new RowDecision.Stored(stored.warning(rejected.errors()))
                : applied;
    }

    private RowDecision moved(
            Loaded<Referral> before, Opportunity row, Import running, Terms terms, Claim claim, boolean hasNewFacts) {
        Referral existing = before.state();
        Optional<Deal> deal = row.stage() == Stage.WON && existing.status() == ReferralStatus.WON
                ? deals.find(row.dealId()).filter(found -> found.referralId().equals(existing.id()))
                : Optional.empty();
        OpportunityDifferences differing = OpportunityDifferences.of(existing, deal, row);
        if (!differing.errors().isEmpty()) {
            return new RowDecision.Rejected(differing.errors());
        }
        boolean isThere = existing.status() == row.stage().status();
        if (isThere && differing.added().isEmpty() && !hasNewFacts) {
            // If this import stored the deal before a crash, a sweep has let the referral follow.
            boolean own = deal.filter(found -> found.recordedBy()
                            .equals(Actor.imported(running.id()).value()))
                    .isPresent();
            RowOutcome outcome = own ? RowOutcome.ACCEPTED : RowOutcome.UNCHANGED;
            return new RowDecision.Stored(outcome.warning(differing.warnings()));
        }
        if (row.stage().isBehind(existing.status())) {
            return RowDecision.Rejected.of(
                    row.column(RowField.STAGE),
                    "must not be behind the referral, which is already %s; an import only moves referrals forward"
                            .formatted(existing.status()));
        }
        RowSteps steps = new RowSteps(row, running.id(), running.startedAt(), terms).describing(differing);
        List<FieldError> warnings = new ArrayList<>(differing.warnings());
        if (claim != Claim.HELD) {
            warnings.add(waits(row, existing.status(), claim));
        } else if (!isThere) {
            steps.toStage(existing.submittedAt());
        }
        return changes(
                before,
                Referral.inOneWrite(Change.nothing(existing), existing.version() + 1, steps.commands()),
                steps,
                mark(row, running, existing.imported(), claim),
                row,
                warnings);
    }

    /** The mark of a row. It keeps facts of an earlier row that this one doesn't have. */
    private static ImportMark mark(Opportunity row, Import running, @Nullable ImportMark earlier, Claim claim) {
        MoneyJson value = row.value() == null ? null : MoneyJson.of(row.value());
        LocalDate closeDate = row.closeDate();
        return new ImportMark(
                running.id(),
                row.rowHash(),
                value == null && earlier != null ? earlier.value() : value,
                closeDate == null && earlier != null ? earlier.closeDate() : closeDate,
                claim == Claim.HELD ? null : row.stage().name());
    }

    private static RowDecision changes(
            @Nullable Loaded<Referral> before,
            Decision<Change<Referral, ReferralEvent>> decision,
            RowSteps steps,
            ImportMark mark,
            Opportunity row,
            List<FieldError> warnings) {
        return decision.<RowDecision>fold(
                change -> new RowDecision.Changes(
                        before, new Change<>(change.state().markedBy(mark), change.events()), steps.closed(), warnings),
                reason -> RowDecision.Rejected.of(row.column(RowField.STAGE), reason));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
