package io.entente.referral.sla.worker;

import io.entente.referral.sla.SlaAccount;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import io.entente.referral.sla.SlaSweep.Swept;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The metrics of the clocks: {@code sla.sweep.due} (the referrals that the last sweep found), {@code sla.sweep.failed} (those of
 * them that are left to the next sweep), and {@code sla.clocks} by state and kind at the last count. RUNNING, PAUSED and
 * BREACHED clocks are open. MET and CANCELLED clocks are counted only if they ended recently, because a count of all of them
 * would mean little and cost more every year. Breaches are counted when they are stored, and the duration of sweeps is in
 * {@code entente.sweep.duration}.
 */
final class SlaMetrics {

    /** Clocks in these states have ended. A breached clock may be open or ended. */
    private static final Set<SlaState> ENDED = EnumSet.of(SlaState.MET, SlaState.CANCELLED);

    private final AtomicInteger due = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile Map<SlaKind, Map<SlaState, Long>> open = new EnumMap<>(SlaKind.class);
    private volatile SlaAccount lately = new SlaAccount(Instant.EPOCH, Instant.EPOCH);

    SlaMetrics(MeterRegistry registry) {
        Gauge.builder("sla.sweep.due", due, AtomicInteger::get)
                .description("Referrals with clock steps due at the last sweep")
                .register(registry);
        Gauge.builder("sla.sweep.failed", failed, AtomicInteger::get)
                .description("Referrals that the last sweep could not process")
                .register(registry);
        for (SlaKind kind : SlaKind.values()) {
            for (SlaState state : SlaState.values()) {
                Gauge.builder("sla.clocks", this, metrics -> metrics.count(kind, state))
                        .description("Open clocks, and clocks met or cancelled recently, at the last count")
                        .tag("kind", kind.name())
                        .tag("state", state.name())
                        .register(registry);
            }
        }
    }

    void swept(Swept swept) {
        due.set(swept.due());
        failed.set(swept.failed());
    }

    /** @param recently the clocks that ended recently */
    void counted(Map<SlaKind, Map<SlaState, Long>> now, SlaAccount recently) {
        open = now;
        lately = recently;
    }

    private double count(SlaKind kind, SlaState state) {
        return ENDED.contains(state)
                ? lately.ended(kind, state)
                : open.getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
    }
}
