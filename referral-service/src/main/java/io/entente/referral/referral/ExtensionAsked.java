package io.entente.referral.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request for longer protection that isn't answered yet. It is read from the referral's history, which has every
 * possible answer to it.
 *
 * @param until the requested end of the protection
 * @param reason in the words of the person who asks
 */
public record ExtensionAsked(Instant at, Instant until, String reason) {

    public static final String REQUESTED = "extension-requested";
    public static final String UNTIL = "until";
    public static final String REASON = "reason";

    /** The last of these entries tells whether a request is open. */
    private static final Set<String> ABOUT_IT =
            Set.of(REQUESTED, "extension-refused", "protection-extended", "referral-accepted", "referral-reopened");

    /** Returns the open request on a referral; empty if there is none, or if the referral isn't protected any more. */
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

    /** Leaves out the reason, because it may name people. */
    @Override
    public String toString() {
        return "ExtensionAsked[%s, until %s]".formatted(at, until);
    }
}
