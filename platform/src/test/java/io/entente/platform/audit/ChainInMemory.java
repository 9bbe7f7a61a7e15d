package io.entente.platform.audit;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A chain in memory, which a test can change behind the log's back. */
final class ChainInMemory implements AuditLog {

    final List<SealedEntry> entries = new ArrayList<>();
    /** How many entries of the next append are stored before it fails; negative if it doesn't fail. */
    int failAfter = -1;

    @Override
    public void append(List<AuditEntry> added) {
        for (AuditEntry entry : added) {
            if (failAfter == 0) {
                failAfter = -1;
                throw new IllegalStateException("the store is away");
            }
            failAfter--;
            String previous =
                    entries.isEmpty() ? "" : entries.get(entries.size() - 1).hash();
            entries.add(SealedEntry.behind(previous, entries.size() + 1L, entry, "salt-" + entry.id()));
        }
        failAfter = -1;
    }

    @Override
    public List<AuditEntry> notStored(Collection<AuditEntry> wanted) {
        List<String> stored = entries.stream().map(SealedEntry::id).toList();
        return wanted.stream().filter(entry -> !stored.contains(entry.id())).toList();
    }

    @Override
    public Page<SealedEntry> page(AuditQuery query, PageRequest page) {
        throw new UnsupportedOperationException("no test lists");
    }

    @Override
    public Optional<SealedEntry> at(long sequence) {
        return entries.stream().filter(entry -> entry.sequence() == sequence).findFirst();
    }

    @Override
    public Optional<SealedEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    @Override
    public List<SealedEntry> after(long sequence, int limit) {
        return entries.stream()
                .filter(entry -> entry.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public long forget(String actor) {
        throw new UnsupportedOperationException("no test forgets");
    }
}
