package io.entente.referral.sla.web;

import io.entente.referral.sla.SlaAccount;
import io.entente.referral.sla.SlaAccount.Kept;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary of how the program keeps its promises.
 *
 * @param dueToday the open clocks that are due before the day ends, without those that are already breached
 * @param open the number of open clocks by kind and state
 * @param breached the number of open clocks of all kinds that are breached
 * @param from the start of the period
 * @param metRate the share of the clocks ended in the period that were met in time, 0 to 1; absent if none ended
 * @param medianResponse the median time to an answer in the period, ISO 8601 in wall time; absent if there was no answer
 */
record SummaryView(
        long dueToday,
        long breached,
        Map<SlaKind, Map<SlaState, Long>> open,
        Instant from,
        Instant to,
        @Nullable Double metRate,
        Map<SlaKind, KeptView> kept,
        @Nullable Duration medianResponse,
        @Nullable Duration p90Response) {

    record KeptView(long met, long breached, @Nullable Double metRate) {

        static KeptView of(Kept kept) {
            return new KeptView(kept.met(), kept.breached(), kept.metRate().orElse(null));
        }
    }

    static SummaryView of(
            long dueToday, Map<SlaKind, Map<SlaState, Long>> open, Instant from, Instant to, SlaAccount account) {
        Map<SlaKind, KeptView> kept = new EnumMap<>(SlaKind.class);
        for (SlaKind kind : SlaKind.values()) {
            kept.put(kind, KeptView.of(account.kept(kind)));
        }
        Optional<Double> rate = account.keptInAll().metRate();
        return new SummaryView(
                dueToday,
                open.values().stream()
                        .mapToLong(states -> states.getOrDefault(SlaState.BREACHED, 0L))
                        .sum(),
                open,
                from,
                to,
                rate.orElse(null),
                kept,
                account.responseTime(0.5).orElse(null),
                account.responseTime(0.9).orElse(null));
    }
}
