package io.entente.platform.audit.journal;

import io.entente.platform.audit.AuditEntry;
import io.entente.platform.audit.AuditOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The form of an entry in the journal: one line, with tabs between the fields. */
final class JournalLine {

    private static final int FIELDS = 8;

    private JournalLine() {}

    static String of(AuditEntry entry) {
        return String.join(
                        "\t",
                        entry.id(),
                        Long.toString(entry.at().toEpochMilli()),
                        clean(entry.actor()),
                        clean(entry.operation()),
                        clean(entry.resource()),
                        entry.outcome().name(),
                        Integer.toString(entry.status()),
                        clean(Objects.requireNonNullElse(entry.correlationId(), "")))
                + "\n";
    }

    /** Reads a line; empty if the process was killed while it wrote the line. */
    static Optional<AuditEntry> read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AuditEntry(
                    fields[0],
                    Instant.ofEpochMilli(Long.parseLong(fields[1])),
                    fields[2],
                    fields[3],
                    fields[4],
                    AuditOutcome.valueOf(fields[5]),
                    Integer.parseInt(fields[6]),
                    fields[7].isEmpty() ? null : fields[7]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String clean(String field) {
        return field.replaceAll("[\t\r\n]", " ");
    }
}
