package io.entente.referral.deals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The work that the client bought.
 *
 * @param endsOn the last day; absent if the work is open-ended or its end is unknown
 */
public record Engagement(Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

    /** Whether and how the work ends. */
    public enum Kind {
        /** Work that ends when it is delivered. */
        PROJECT,
        /** Work that continues while the client pays for it. */
        RETAINER
    }

    /** Returns the kind of an engagement. One that is unknown counts as a project. */
    public static Kind kindOf(@Nullable Engagement engagement) {
        return engagement == null ? Kind.PROJECT : engagement.kind();
    }
}
