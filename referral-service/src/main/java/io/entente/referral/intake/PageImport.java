package io.entente.referral.intake;

import io.entente.platform.domain.Loaded;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.RowWriter.ChangedRow;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.rows.FileIntroductions;
import io.entente.referral.intake.rows.ImportedRecords;
import io.entente.referral.intake.rows.OnBehalf;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the rows of one page with few round trips: it reads the referrals of many rows at once and writes rows in waves. A wave
 * takes the next rows of each partner up to and including the first that closes a deal, and the next wave begins after the broker
 * has acknowledged the deals of the wave. So each partner's deals are published in the order of the rows, also after a crash. If
 * two deals of a partner were in flight, the first could fail and the second arrive, and commission would count them in another
 * order than they closed.
 */
final class PageImport {

    private static final Logger LOG = LoggerFactory.getLogger(PageImport.class);

    /** Rows whose referrals are read or written in one round trip. */
    private static final int AT_ONCE = 500;

    /** If the broker has not acknowledged a wave after this time, it is away, and the import continues later. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private final Referrals referrals;
    private final Deals deals;
    private final RowWriter writer;
    private final ImportedRecords records;
    private final OnBehalf onBehalf;
    private final Predicate<RuntimeException> isTransient;
    private final Import running;
    private final Runnable afterWave;

    /**
     * @param introductions what the rows of the file introduce
     * @param afterWave is called after each wave, and after deals of a CRM were linked, to keep the lease
     */
    PageImport(
            Intake intake,
            OnBehalf onBehalf,
            Predicate<RuntimeException> isTransient,
            Import running,
            FileIntroductions introductions,
            Runnable afterWave) {
        this.referrals = intake.referrals();
        this.deals = intake.deals();
        this.writer = new RowWriter(intake, isTransient, running, introductions);
        this.records = intake.records();
        this.onBehalf = onBehalf;
        this.isTransient = isTransient;
        this.running = running;
        this.afterWave = afterWave;
    }

    /** Imports rows in their order, and waits until their events are acknowledged. */
    List<RowOutcome> run(List<Opportunity> rows) {
        return onBehalf.of(running.id(), () -> {
            List<RowTask> tasks = tasks(rows);
            publishStored(tasks);
            writeInWaves(tasks);
            await(tasks.stream().map(task -> task.referralPublished).toList());
            tellOfRecords(rows);
            return tasks.stream()
                    .map(task -> Objects.requireNonNull(task.outcome))
                    .toList();
        });
    }

    /** Rows that are stored already have their outcome afterwards; rows that change an existing referral have the referral. */
    private List<RowTask> tasks(List<Opportunity> rows) {
        List<RowTask> tasks = new ArrayList<>(rows.size());
        for (List<Opportunity> part : parts(rows)) {
            Map<ReferralId, Loaded<Referral>> stored =
                    referrals.loadAll(part.stream().map(Opportunity::referralId).toList());
            for (Opportunity row : part) {
                RowTask task = new RowTask(row, stored.get(row.referralId()));
                if (task.before != null) {
                    writer.settleStored(task);
                }
                tasks.add(task);
            }
        }
        return tasks;
    }

    /** Publishes the events that earlier attempts left unpublished, before later rows of the same partners are written. */
    private void publishStored(List<RowTask> tasks) {
        List<CompletableFuture<Void>> published = new ArrayList<>();
        List<Opportunity> stored = tasks.stream()
                .filter(task -> !task.isOpen())
                .map(task -> task.row)
                .toList();
        for (List<Opportunity> part : parts(stored)) {
            published.add(referrals.publishAll(
                    part.stream().map(Opportunity::referralId).toList()));
            published.add(deals.publishAll(part.stream()
                    .filter(row -> row.stage() == Stage.WON)
                    .map(Opportunity::dealId)
                    .toList()));
        }
        await(published);
    }

    /** The rows of a file have one source. A deal that can't be linked is linked by its next change, and stops no import. */
    private void tellOfRecords(List<Opportunity> rows) {
        for (List<Opportunity> part : parts(rows)) {
            try {
                records.stored(
                        part.get(0).source(), part.stream().map(Opportunity::id).toList());
            } catch (RuntimeException failure) {
                if (isTransient.test(failure)) {
                    throw failure;
                }
                LOG.error("Import {} could not link all deals of the CRM", running.id(), failure);
            }
            afterWave.run();
        }
    }

    private void writeInWaves(List<RowTask> tasks) {
        List<RowTask> rest = tasks.stream().filter(RowTask::isOpen).toList();
        while (!rest.isEmpty()) {
            List<ChangedRow> wave = new ArrayList<>();
            rest = nextWave(rest, wave);
            parts(wave).forEach(writer::write);
            await(wave.stream().map(change -> change.task().dealPublished).toList());
            afterWave.run();
        }
    }

    /**
     * Adds the next rows to a wave, in their order. Rows of a partner that closes a deal in the wave are left for a later one. So are
     * the rows of open referrals behind a row that is left, because the first of them gets the client.
     *
     * @return the rows that are left
     */
    private List<RowTask> nextWave(List<RowTask> rows, List<ChangedRow> wave) {
        List<RowTask> left = new ArrayList<>();
        Set<String> closing = new HashSet<>();
        for (RowTask task : rows) {
            boolean claims = !task.row.stage().isClosed();
            if (closing.contains(task.row.partnerId()) || (claims && !left.isEmpty())) {
                left.add(task);
                continue;
            }
            Optional<ChangedRow> change = writer.decide(task);
            change.ifPresent(wave::add);
            if (change.filter(ChangedRow::closesDeal).isPresent()) {
                closing.add(task.row.partnerId());
            }
        }
        return left;
    }

    private static void await(List<CompletableFuture<Void>> published) {
        try {
            CompletableFuture.allOf(published.toArray(CompletableFuture[]::new))
                    .get(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new RowsNotPublishedException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("The service is stopping", stopped);
        }
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
