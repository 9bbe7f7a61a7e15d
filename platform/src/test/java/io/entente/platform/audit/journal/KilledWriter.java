package io.entente.platform.audit.journal;

import io.entente.platform.audit.AuditEntry;
import io.entente.platform.audit.AuditOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A process that is killed while one command is stored, one has ended and one runs. */
final class KilledWriter {

    static final Instant AT = Instant.parse("2026-03-31T08:00:00Z");

    private KilledWriter() {}

    public static void main(String... args) {
        FileJournal journal = FileJournal.in(Path.of(args[0]));
        journal.begun(begun("aud_stored"));
        journal.begun(begun("aud_ended"));
        journal.begun(begun("aud_running"));
        journal.ended(ended("aud_stored"));
        journal.ended(ended("aud_ended"));
        journal.stored(List.of(ended("aud_stored")));
        Runtime.getRuntime().halt(137);
    }

    static AuditEntry begun(String id) {
        return AuditEntry.begun(id, AT, "user:fin-1", "POST /api/orders", "/api/orders", "cor_1");
    }

    static AuditEntry ended(String id) {
        return new AuditEntry(
                id, AT, "user:fin-1", "POST /api/orders", "/api/orders/o-1", AuditOutcome.DONE, 201, "cor_1");
    }
}
