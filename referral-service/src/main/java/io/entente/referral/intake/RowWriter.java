package io.entente.referral.intake;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.RowDecisions.Claim;
import io.entente.referral.intake.RowDecisions.RowDecision;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.rows.FileIntroductions;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.intake.rows.RecordedSales;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on the rows of an import and stores what they change: the deals of many rows in one round trip, then their new referrals
 * in one. Referrals that exist are updated one by one. If another write comes in between, or if a row of many can't be stored, the
 * row is decided and stored again on its own.
 */
final class RowWriter {

    private static final Logger LOG = LoggerFactory.getLogger(RowWriter.class);

    private final Referrals referrals;
    private final Deals deals;
    private final RowDecisions decisions;
    private final ImportedClients clients;
    private final Predicate<RuntimeException> isTransient;
    private final Import running;
    private final FileIntroductions introductions;

    /** @param introductions what the rows of the file introduce */
    RowWriter(Intake intake, Predicate<RuntimeException> isTransient, Import running, FileIntroductions introductions) {
        this.referrals = intake.referrals();
        this.deals = intake.deals();
        this.decisions = intake.decisions();
        this.clients = intake.clients();
        this.isTransient = isTransient;
        this.running = running;
        this.introductions = introductions;
    }

    /** A row that changes something. */
    record ChangedRow(RowTask task, RowDecision.Changes changes) {

        boolean closesDeal() {
            return changes.closed() != null;
        }
    }

    /**
     * Decides on a row. A row that changes nothing has its outcome afterwards.
     *
     * @return empty if the row changes nothing
     */
    Optional<ChangedRow> decide(RowTask task) {
        try {
            RowDecision decision = decisions.decide(task.before, task.row, running, Claim.HELD);
            if (decision instanceof RowDecision.Changes changes && changes.concernsClaim()) {
                Claim claim = claim(task.row, changes);
                decision = claim == Claim.HELD ? decision : decisions.decide(task.before, task.row, running, claim);
            }
            if (decision instanceof RowDecision.Changes changes) {
                return Optional.of(new ChangedRow(task, changes));
            }
            settle(task, decision);
        } catch (RuntimeException failure) {
            fail(task, failure);
        }
        return Optional.empty();
    }

    private Claim claim(Opportunity row, RowDecision.Changes changes) {
        if (isBehindInFile(row)) {
            return Claim.OF_ANOTHER;
        }
        return switch (clients.claim(changes.referral().state())) {
            case NO_OTHER -> Claim.HELD;
            case ANOTHER_PARTNER -> Claim.OF_ANOTHER;
            case SAME_PARTNER -> Claim.REPEATED;
        };
    }

    /**
     * Whether a deal was won with a client that another partner has introduced before in the same file. Once that introduction is
     * stored, it counts by its claim like any other, so a person can have settled it.
     */
    private boolean isBehindInFile(Opportunity row) {
        return row.stage() == Stage.WON
                && introductions
                        .holderBefore(row.referralId())
                        .filter(holder -> referrals.find(holder).isEmpty())
                        .isPresent();
    }

    /** Decides on a row without claiming its client. If it is stored already or rejected, it has its outcome afterwards. */
    void settleStored(RowTask task) {
        try {
            settle(task, decisions.decide(task.before, task.row, running, Claim.HELD));
        } catch (RuntimeException failure) {
            fail(task, failure);
        }
    }

    private static void settle(RowTask task, RowDecision decision) {
        if (decision instanceof RowDecision.Rejected rejected) {
            task.outcome = RowOutcome.rejected(rejected.errors());
        } else if (decision instanceof RowDecision.Stored stored) {
            task.outcome = stored.outcome();
        }
    }

    /** Stores rows. Each of them has its outcome afterwards. */
    void write(List<ChangedRow> rows) {
        try {
            store(rows);
        } catch (RuntimeException failure) {
            if (isTransient.test(failure)) {
                throw failure;
            }
            LOG.debug("Import {} stores {} rows one by one", running.id(), rows.size(), failure);
        }
        rows.stream().map(ChangedRow::task).filter(RowTask::isOpen).forEach(this::storeAgain);
    }

    /** Stores rows. A row has no outcome afterwards if another write has created or changed its referral in the meantime. */
    private void store(List<ChangedRow> changes) {
        storeDeals(changes.stream().filter(ChangedRow::closesDeal).toList());
        storeNew(changes.stream()
                .filter(change -> change.task().isOpen() && change.changes().before() == null)
                .toList());
        changes.stream().filter(change -> change.task().isOpen()).forEach(this::update);
    }

    private void storeDeals(List<ChangedRow> closing) {
        List<Optional<CompletableFuture<Void>>> added = deals.addAll(closing.stream()
                .map(change -> Objects.requireNonNull(change.changes().closed()))
                .toList());
        for (int i = 0; i < closing.size(); i++) {
            RowTask task = closing.get(i).task();
            added.get(i).ifPresentOrElse(published -> task.dealPublished = published, () -> useStoredDeal(task));
        }
    }

    /** The deal's id is taken, either by this row before a crash or by another referral. */
    private void useStoredDeal(RowTask task) {
        ReferralId holder = deals.holder(task.row.dealId()).orElseThrow();
        if (holder.equals(task.row.referralId())) {
            task.dealPublished = deals.publish(task.row.dealId());
        } else {
            task.outcome = RowOutcome.rejected(List.of(RecordedSales.takenBy(holder, task.row)));
        }
    }

    private void storeNew(List<ChangedRow> created) {
        List<Optional<CompletableFuture<Void>>> added = referrals.addAll(
                created.stream().map(change -> change.changes().referral()).toList());
        for (int i = 0; i < created.size(); i++) {
            ChangedRow row = created.get(i);
            added.get(i).ifPresent(published -> row.task()
                    .accepted(published, row.changes().warnings()));
        }
    }

    private void update(ChangedRow change) {
        @Nullable Loaded<Referral> before = change.changes().before();
        if (before == null) {
            return;
        }
        try {
            CompletableFuture<Void> published =
                    referrals.update(before, change.changes().referral());
            change.task().accepted(published, change.changes().warnings());
        } catch (ConcurrentUpdateException lost) {
            LOG.debug("Referral {} has changed", change.task().row.referralId());
        }
    }

    private void storeAgain(RowTask task) {
        try {
            RowTask unused = OptimisticRetry.retryOnConflict(() -> {
                task.before = referrals.load(task.row.referralId()).orElse(null);
                decide(task).ifPresent(change -> store(List.of(change)));
                if (task.isOpen()) {
                    throw new ConcurrentUpdateException("Referral %s has changed".formatted(task.row.referralId()));
                }
                return task;
            });
        } catch (RuntimeException failure) {
            fail(task, failure);
        }
    }

    private void fail(RowTask task, RuntimeException failure) {
        if (isTransient.test(failure)) {
            throw failure;
        }
        LOG.error("Import {} could not import a row", running.id(), failure);
        task.reject("row", "could not be imported; the reason has been logged");
    }
}
