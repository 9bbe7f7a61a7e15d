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
 * How the program keeps its promises.
 *
 * @param dueToday open clocks that are due before the day ends, those late already left out
 * @param open clocks by kind and state
 * @param breached open clocks that are late, of all kinds
 * @param from the account's period
 * @param metRate part of the promises that ended in the period which was kept in time, 0 to 1; absent where none ended
 * @param medianResponse how long answers in the period took, ISO 8601 in wall time; absent where there was none
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
