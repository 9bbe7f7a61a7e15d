package io.entente.commission.payouts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a payout, as somebody reports it.
 *
 * @param on the value date; absent if nothing was paid
 * @param reason absent if it was paid
 */
public record PayoutOutcome(Kind kind, @Nullable LocalDate on, @Nullable String reason, String actor) {

    public enum Kind {
        PAID,
        FAILED,
        RETURNED,
        /** The batch was cancelled, or the payout was taken out of it, before anybody approved it. */
        CANCELLED
    }

    private static final String BATCH_CANCELLED = "The batch was cancelled.";

    public static PayoutOutcome paid(LocalDate on, String actor) {
        return new PayoutOutcome(Kind.PAID, on, null, actor);
    }

    public static PayoutOutcome failed(String reason, String actor) {
        return new PayoutOutcome(Kind.FAILED, null, reason, actor);
    }

    public static PayoutOutcome returned(LocalDate on, String reason, String actor) {
        return new PayoutOutcome(Kind.RETURNED, on, reason, actor);
    }

    public static PayoutOutcome cancelled(String actor) {
        return new PayoutOutcome(Kind.CANCELLED, null, BATCH_CANCELLED, actor);
    }

    /** The payout was taken out of its batch before anybody approved it. */
    public static PayoutOutcome takenOut(String reason, String actor) {
        return new PayoutOutcome(Kind.CANCELLED, null, reason, actor);
    }

    /** Whether a person took this payout alone out of its batch, with a reason. */
    boolean isTakenOut() {
        return kind == Kind.CANCELLED && !BATCH_CANCELLED.equals(reason);
    }

    /** Whether it is the same outcome, no matter who reports it. */
    public boolean isSame(PayoutOutcome other) {
        return kind == other.kind
                && java.util.Objects.equals(on, other.on)
                && java.util.Objects.equals(reason, other.reason);
    }

    String why() {
        return reason == null ? "The partner was paid." : reason;
    }
}
