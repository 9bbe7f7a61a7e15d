package io.entente.partner.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral from or to a partner, as far as its events tell.
 *
 * @param version 1 for the first event, increased by one with every change
 * @param direction {@code INBOUND}, from the partner to the firm, or {@code OUTBOUND}; null means {@code INBOUND}
 * @param client the name of the client's organisation
 * @param since when its first event happened
 * @param owner who has to keep its next promise, such as {@code role:account-manager}; null until an event names somebody
 * @param sequence of the last event of the referral itself; deals are numbered on their own
 * @param hasEnded whether it ended without a deal
 * @param wonAt when its last deal was closed; null if none was
 * @param resumedAt when it was last open again because its deals were reversed; null if it never was
 */
public record PartnerReferral(
        String id,
        long version,
        String partnerId,
        @Nullable String direction,
        String client,
        String service,
        Instant since,
        @Nullable String owner,
        long sequence,
        boolean hasEnded,
        @Nullable Instant wonAt,
        @Nullable Instant resumedAt) {

    /** A referral of which nothing was known before this event. */
    static PartnerReferral firstKnownBy(ReferralProgress progress) {
        return new PartnerReferral(
                        progress.referralId(),
                        0,
                        progress.partnerId(),
                        progress.direction(),
                        progress.client(),
                        progress.service(),
                        progress.at(),
                        null,
                        0,
                        false,
                        null,
                        null)
                .after(progress);
    }

    /**
     * The referral after an event. An event that was handled before changes nothing. Events of deals can arrive before or after those of
     * their referral, so the later of two times decides whether the referral is open again.
     */
    PartnerReferral after(ReferralProgress progress) {
        Instant at = progress.at();
        if (progress.kind() == ReferralProgress.Kind.WON) {
            return wonAt == null || wonAt.isBefore(at) ? with(owner, sequence, hasEnded, at, resumedAt) : this;
        }
        long number = progress.sequence();
        if (number <= sequence) {
            return this;
        }
        return switch (progress.kind()) {
            case ENDED -> with(owner, number, true, wonAt, resumedAt);
            case RESUMED -> with(owner, number, false, wonAt, at);
            case OWNED -> with(progress.owner(), number, hasEnded, wonAt, resumedAt);
            default -> with(owner, number, false, wonAt, resumedAt);
        };
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        Instant won = wonAt;
        Instant resumed = resumedAt;
        return !hasEnded && (won == null || (resumed != null && !resumed.isBefore(won)));
    }

    private PartnerReferral with(
            @Nullable String by, long number, boolean ended, @Nullable Instant won, @Nullable Instant resumed) {
        return new PartnerReferral(
                id, version + 1, partnerId, direction, client, service, since, by, number, ended, won, resumed);
    }
}
