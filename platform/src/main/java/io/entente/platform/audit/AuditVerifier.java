package io.entente.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the chain and looks for entries that were changed, removed or put in. */
public final class AuditVerifier {

    /** Entries that one call reads; the caller continues from the last one. */
    static final int MAX_ENTRIES = 50_000;

    private static final int MAX_FAULTS = 20;
    private static final int READ = 500;

    private final AuditLog log;
    private final AuditJournal journal;

    public AuditVerifier(AuditLog log, AuditJournal journal) {
        this.log = log;
        this.journal = journal;
    }

    /** An entry by its place, with its hash. */
    public record Link(long sequence, String hash) {}

    /** What is wrong with one entry. */
    public record Fault(long sequence, String fault) {}

    /**
     * @param checked the number of entries that were read
     * @param forgotten how many of them belong to persons who were forgotten
     * @param last the last entry that was read; null if there is none
     * @param isAtEnd whether it is the last entry of the chain
     * @param faults the first ones, at most 20
     */
    public record Result(long checked, long forgotten, @Nullable Link last, boolean isAtEnd, List<Fault> faults) {}

    /**
     * Verifies a part of the chain.
     *
     * @param after the place after which to begin; 0 for the whole chain
     * @param known what an earlier verification found, so that a chain that was cut or made anew is noticed
     */
    public Result verify(long after, @Nullable Link known) {
        List<Fault> faults = new ArrayList<>();
        if (known != null && !log.at(known.sequence()).map(SealedEntry::hash).equals(Optional.of(known.hash()))) {
            faults.add(new Fault(known.sequence(), "the entry with the known hash is not there"));
        }
        journal.keptHead()
                .filter(kept -> kept.isCutFrom(log))
                .ifPresent(kept -> faults.add(
                        new Fault(kept.sequence(), "the last entry that this machine has stored is not there")));
        Optional<SealedEntry> before = after == 0 ? Optional.empty() : log.at(after);
        if (after > 0 && before.isEmpty()) {
            faults.add(new Fault(after, "entry %d is missing".formatted(after)));
        }
        return read(after, before.map(SealedEntry::hash).orElse(""), faults);
    }

    private Result read(long after, String hash, List<Fault> faults) {
        long sequence = after;
        String previous = hash;
        long checked = 0;
        long forgotten = 0;
        List<SealedEntry> entries = log.after(sequence, READ);
        while (!entries.isEmpty() && checked < MAX_ENTRIES) {
            for (SealedEntry entry : entries) {
                entry.fault(sequence + 1, previous)
                        .filter(fault -> faults.size() < MAX_FAULTS)
                        .ifPresent(fault -> faults.add(new Fault(entry.sequence(), fault)));
                sequence = entry.sequence();
                previous = entry.hash();
                checked++;
                forgotten += entry.isForgotten() ? 1 : 0;
            }
            entries = log.after(sequence, READ);
        }
        Link last = sequence == 0 ? null : new Link(sequence, previous);
        return new Result(checked, forgotten, last, entries.isEmpty(), List.copyOf(faults));
    }
}
