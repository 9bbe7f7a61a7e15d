package io.entente.platform.audit;

import io.entente.platform.domain.IdGenerator;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries and stores them in batches, so that no answer waits for the store. Entries of commands are in the journal before the
 * command begins (docs/adr/0032-audit-log.md).
 */
public final class AuditTrail implements AutoCloseable {

    /** Entries that wait for the store. One takes about 500 bytes. */
    static final int CAPACITY = 10_000;

    /** Refused attempts leave the rest of the room to commands, so that a flood of them doesn't stop the service. */
    static final int CAPACITY_FOR_REFUSED = CAPACITY / 2;

    static final int BATCH = 500;

    private final AuditLog log;
    private final AuditJournal journal;
    private final IdGenerator ids;
    private final Clock clock;
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private final AnonymousAttempts anonymous;
    private @Nullable String firstHash;
    private boolean isRecovered;
    private boolean isUncertain;
    private long leftOut;
    private long leftOutSinceEntry;

    public AuditTrail(AuditLog log, AuditJournal journal, IdGenerator ids, Clock clock) {
        this.log = log;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.anonymous = new AnonymousAttempts(ids);
    }

    /** Keeps a command that is about to begin. Returns false if it must not begin, because no more entries can be kept. */
    public boolean begin(AuditEntry entry) {
        if (waiting() >= CAPACITY) {
            return false;
        }
        journal.begun(entry);
        return true;
    }

    /** Takes an attempt that has ended. */
    public void record(AuditEntry entry) {
        journal.ended(entry);
        boolean isKept;
        synchronized (waiting) {
            isKept = offer(entry);
        }
        if (!isKept) {
            journal.stored(List.of(entry));
        }
    }

    /**
     * Takes an attempt without sign-in that was not carried out.
     *
     * @param client who made it, as far as the network says
     */
    public void recordAnonymous(AuditEntry entry, String client) {
        journal.ended(entry);
        boolean isKept;
        synchronized (waiting) {
            offerEndedMinute();
            boolean isAdmitted = anonymous.admits(entry, client);
            leftOut += isAdmitted ? 0 : 1;
            isKept = isAdmitted && offer(entry);
        }
        if (!isKept) {
            journal.stored(List.of(entry));
        }
    }

    private void offerEndedMinute() {
        anonymous.ended(clock.instant()).forEach(this::offer);
    }

    private boolean offer(AuditEntry entry) {
        if (entry.outcome() == AuditOutcome.REFUSED && waiting.size() >= CAPACITY_FOR_REFUSED) {
            leftOut++;
            leftOutSinceEntry++;
            return false;
        }
        waiting.add(entry);
        return true;
    }

    /** The number of entries that wait for the store. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** The number of refused attempts that got no entry of their own because too many came. */
    public long leftOut() {
        synchronized (waiting) {
            return leftOut;
        }
    }

    /** Stores everything that waits, at first what killed processes left. If the store fails, the entries go on waiting. */
    public synchronized void flush() {
        if (!isRecovered) {
            recover();
            isRecovered = true;
        }
        boolean isLonger = false;
        for (List<AuditEntry> batch = next(); !batch.isEmpty(); batch = next()) {
            store(batch);
            remove(batch);
            journal.stored(batch);
            isLonger = true;
        }
        if (isLonger) {
            keepHead();
        }
    }

    /** The head of a chain that was cut since stays, so that every verification finds it. */
    private void keepHead() {
        if (journal.keptHead().filter(kept -> kept.isCutFrom(log)).isPresent()) {
            return;
        }
        if (firstHash == null) {
            firstHash = log.at(1).map(SealedEntry::hash).orElse(null);
        }
        String first = firstHash;
        if (first != null) {
            log.last().ifPresent(last -> journal.keepHead(new ChainHead(first, last.sequence(), last.hash())));
        }
    }

    private void recover() {
        List<AuditEntry> left = journal.left();
        if (!left.isEmpty()) {
            log.append(log.notStored(left));
            journal.removeLeft();
        }
    }

    /** A failed attempt may have stored some of the entries. */
    private void store(List<AuditEntry> batch) {
        List<AuditEntry> missing = isUncertain ? log.notStored(batch) : batch;
        isUncertain = true;
        log.append(missing);
        isUncertain = false;
    }

    private List<AuditEntry> next() {
        synchronized (waiting) {
            offerEndedMinute();
            if (leftOutSinceEntry > 0) {
                waiting.add(summary(leftOutSinceEntry));
                leftOutSinceEntry = 0;
            }
            return new ArrayList<>(waiting.stream().limit(BATCH).toList());
        }
    }

    private void remove(List<AuditEntry> batch) {
        synchronized (waiting) {
            batch.forEach(entry -> waiting.remove());
        }
    }

    private AuditEntry summary(long attempts) {
        return new AuditEntry(
                ids.next("aud"),
                clock.instant(),
                AuditEntry.ANONYMOUS,
                "(too many at once)",
                "%d refused attempts".formatted(attempts),
                AuditOutcome.REFUSED,
                0,
                null);
    }

    /** Stores what waits, for the last time. If that fails, the journal has it. */
    @Override
    public void close() {
        try (journal) {
            synchronized (waiting) {
                waiting.addAll(anonymous.rest());
            }
            flush();
        }
    }
}
