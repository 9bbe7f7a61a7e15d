package io.entente.partner.agreements.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the versions of plans that commission-service has published, and how far agreements have been compared with them. */
public interface KnownPlans {

    /** All versions, at most {@value #MAX}. The program has a few tens of them. */
    List<KnownPlan> all();

    int MAX = 1000;

    /**
     * Stores a version.
     *
     * @param sequence of the event; an event that isn't later than the known one changes nothing
     * @return whether anything has changed
     */
    boolean publish(KnownPlan plan, long sequence, Instant now);

    /** Ends a version, see {@link #publish}. */
    boolean retire(String code, int version, LocalDate effectiveTo, long sequence, Instant now);

    /** When a plan was changed last; null if none is known. */
    @Nullable
    Instant changedAt();

    /** The last complete comparison of all agreements; null if there was none. */
    @Nullable
    Comparison last();

    void compared(Comparison comparison);

    /**
     * A comparison of all agreements.
     *
     * @param plansChangedAt see {@link #changedAt}, before it began
     * @param day on which it was made, because plans and tiers change with days
     */
    record Comparison(Instant plansChangedAt, LocalDate day) {}
}
