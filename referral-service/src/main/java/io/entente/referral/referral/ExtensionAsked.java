package io.entente.referral.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A longer protection that somebody asked for and nobody has answered yet. It is read from the referral's history, which has all
 * that can answer it.
 *
 * @param until for how long
 * @param reason in the words of whoever asks
 */
public record ExtensionAsked(Instant at, Instant until, String reason) {

    public static final String REQUESTED = "extension-requested";
    public static final String UNTIL = "until";
    public static final String REASON = "reason";

    /** The last of these says how things stand. */
    private static final Set<String> ABOUT_IT =
            Set.of(REQUESTED, "extension-refused", "protection-extended", "referral-accepted", "referral-reopened");

    /** What is asked for on a referral; empty where nothing is, or where nothing is protected any more. */
    public static Optional<ExtensionAsked> on(Referral referral) {
        if (Lifecycle.next(referral.status(), CommandName.REQUEST_EXTENSION).isEmpty()) {
            return Optional.empty();
        }
        return referral.history().stream()
                .filter(entry -> ABOUT_IT.contains(entry.what()))
                .reduce((earlier, later) -> later)
                .filter(last -> last.what().equals(REQUESTED))
                .map(ExtensionAsked::of);
    }

    private static ExtensionAsked of(HistoryEntry entry) {
        return new ExtensionAsked(
                entry.at(),
                Instant.parse(entry.details().getOrDefault(UNTIL, "")),
                entry.details().getOrDefault(REASON, ""));
    }

    public boolean isFor(Instant asked, String because) {
        return until.equals(asked) && reason.equals(because);
    }

    /** What people write may name people: it is printed nowhere. */
    @Override
    public String toString() {
        return "ExtensionAsked[%s, until %s]".formatted(at, until);
    }
}
