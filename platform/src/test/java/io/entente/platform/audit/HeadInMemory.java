package io.entente.platform.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal that keeps only the head of the chain. */
final class HeadInMemory implements AuditJournal {

    private @Nullable ChainHead head;

    @Override
    public void begun(AuditEntry entry) {}

    @Override
    public void ended(AuditEntry entry) {}

    @Override
    public void stored(Collection<AuditEntry> entries) {}

    @Override
    public List<AuditEntry> left() {
        return List.of();
    }

    @Override
    public void removeLeft() {}

    @Override
    public void keepHead(ChainHead kept) {
        head = kept;
    }

    @Override
    public Optional<ChainHead> keptHead() {
        return Optional.ofNullable(head);
    }

    @Override
    public void close() {}
}
