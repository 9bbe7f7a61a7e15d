package io.entente.platform.audit;

import io.entente.platform.domain.IdGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what attempts without sign-in write, because anybody can send as many as the network carries. The first ones of each client
 * and minute have entries of their own. Further ones are counted, and one entry says how many there were, with the correlation id of the
 * first attempt. The address itself is personal data and stays out of the log. Its callers synchronize.
 */
final class AnonymousAttempts {

    /** Entries of one client in a minute. */
    static final int ENTRIES_OF_A_CLIENT = 10;

    /** Entries of all clients in a minute. */
    static final int ENTRIES = 200;

    /** Clients that are counted apart in a minute. All others share one count. */
    static final int CLIENTS = 100;

    private static final String OTHERS = "";
    private static final long SECONDS = 60;

    private final IdGenerator ids;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private long minute;
    private int entries;

    AnonymousAttempts(IdGenerator ids) {
        this.ids = ids;
    }

    /** Whether an attempt gets an entry of its own. Otherwise it is counted. The minute before must have been {@link #ended}. */
    boolean admits(AuditEntry entry, String client) {
        minute = Math.max(minute, minuteOf(entry.at()));
        String counted = counts.containsKey(client) || counts.size() < CLIENTS ? client : OTHERS;
        Count count = counts.computeIfAbsent(counted, first -> new Count(entry.correlationId()));
        if (count.entries < ENTRIES_OF_A_CLIENT && entries < ENTRIES) {
            count.entries++;
            entries++;
            return true;
        }
        count.further++;
        count.lastAt = entry.at();
        return false;
    }

    /** The entries about attempts that were counted, if their minute is over. */
    List<AuditEntry> ended(Instant now) {
        return minuteOf(now) > minute ? rest() : List.of();
    }

    /** The entries about all attempts that were counted. */
    List<AuditEntry> rest() {
        List<AuditEntry> summaries = new ArrayList<>();
        counts.forEach((client, count) -> {
            Instant last = count.lastAt;
            if (last != null) {
                summaries.add(summary(client, count, last));
            }
        });
        counts.clear();
        entries = 0;
        return summaries;
    }

    private AuditEntry summary(String client, Count count, Instant last) {
        return new AuditEntry(
                ids.next("aud"),
                last,
                AuditEntry.ANONYMOUS,
                client.equals(OTHERS) ? "(more attempts of other clients)" : "(more attempts of one client)",
                "%d refused attempts".formatted(count.further),
                AuditOutcome.REFUSED,
                0,
                count.correlationId);
    }

    private static long minuteOf(Instant at) {
        return at.getEpochSecond() / SECONDS;
    }

    private static final class Count {

        private final @Nullable String correlationId;
        private int entries;
        private long further;
        private @Nullable Instant lastAt;

        private Count(@Nullable String correlationId) {
            this.correlationId = correlationId;
        }
    }
}
