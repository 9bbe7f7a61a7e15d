package io.entente.referral.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A due date that a clock had before it changed. With it, the later pages of a list stay in the order of the first page.
 *
 * @param until when the due date was replaced
 */
public record EarlierDueDate(Instant until, Instant dueAt) {

    /** For this time after its first page, a list of clocks keeps its order. */
    public static final Duration KEPT = Duration.ofDays(1);

    /** Of more changes in that time, the first are forgotten. */
    static final int MAX_KEPT = 10;

    static List<EarlierDueDate> added(List<EarlierDueDate> known, Instant replaced, Instant now) {
        List<EarlierDueDate> kept = new ArrayList<>(known);
        kept.add(new EarlierDueDate(now, replaced));
        kept.removeIf(earlier -> !earlier.until().isAfter(now.minus(KEPT)));
        return kept.subList(Math.max(0, kept.size() - MAX_KEPT), kept.size());
    }
}
