package io.entente.platform.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps entries that aren't stored yet, so that they outlive the process. */
public interface AuditJournal extends AutoCloseable {

    /** Keeps nothing. Entries that aren't stored when the process is killed are lost. */
    AuditJournal NONE = new AuditJournal() {
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
        public void keepHead(ChainHead head) {}

        @Override
        public Optional<ChainHead> keptHead() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /** Keeps the entry of a command that begins. */
    void begun(AuditEntry entry);

    /** Keeps how the command ended. */
    void ended(AuditEntry entry);

    /** Lets go of entries that are stored. */
    void stored(Collection<AuditEntry> entries);

    /** What processes that have ended left behind. No other process gets it until {@link #removeLeft}. */
    List<AuditEntry> left();

    /** Removes what {@link #left} returned, once it is stored. */
    void removeLeft();

    /** Keeps the last entry of the stored chain outside of the store, so that a chain that was cut in the store is noticed. */
    void keepHead(ChainHead head);

    /** The head that this or an earlier process has kept last. */
    Optional<ChainHead> keptHead();

    @Override
    void close();
}
