package io.entente.referral.submission;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a referral. */
public sealed interface ReferralEvent {

    /** When, by whom, and whether it is history. */
    Occurrence occurrence();

    /**
     * It has come in.
     *
     * @param responseDueAt by when the answer is promised; absent in history, which starts no clock
     */
    record ReferralSubmitted(Occurrence occurrence, @Nullable Instant responseDueAt) implements ReferralEvent {}

    /** The firm took it on; the claim on the client is the partner's until then. */
    record ReferralAccepted(Occurrence occurrence, Instant protectedUntil) implements ReferralEvent {}

    /** The firm didn't take it on. */
    record ReferralDeclined(Occurrence occurrence, DeclineReferral decline) implements ReferralEvent {}

    /** The firm spoke with the client for the first time. */
    record ClientContacted(Occurrence occurrence, LocalDate contactedOn) implements ReferralEvent {}

    /** The client bought; a referral may have many deals. */
    record DealClosed(Occurrence occurrence, Deal deal) implements ReferralEvent {}

    /** The client didn't buy. */
    record ReferralLost(Occurrence occurrence, String reason) implements ReferralEvent {}
}
