package io.entente.partner.performance;

import io.entente.partner.performance.PartnerFact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records which clients were referred, by whom, and how soon somebody followed up. Each referral is one fact. An event that is delivered
 * again changes nothing. Each method returns whether anything has changed.
 */
public final class RecordReferrals {

    private final PartnerFacts facts;

    public RecordReferrals(PartnerFacts facts) {
        this.facts = facts;
    }

    /**
     * Records that a client was referred.
     *
     * @param since the time from which the follow-up is measured; null if it isn't measured
     * @param expected what the client is expected to spend; null if nobody knows
     */
    public boolean submitted(
            String referralId,
            String partnerId,
            Flow flow,
            LocalDate day,
            @Nullable Instant since,
            @Nullable Money expected,
            long sequence) {
        String id = id(referralId);
        PartnerFact first = PartnerFact.on(day, id, partnerId, Kind.REFERRED, flow, referralId, sequence)
                .with(expected, null)
                .followed(since, null, sequence);
        return facts.change(id, known -> known.isPresent() ? known : Optional.of(first));
    }

    /** Records that whoever got the referral has answered it or spoken to the client. Only the first time counts. */
    public boolean followedUp(String referralId, Instant at, long sequence) {
        return change(referralId, sequence, fact -> {
            Instant since = fact.since();
            return since == null || fact.followUpMinutes() != null
                    ? fact
                    : fact.followed(
                            since, Math.max(0, Duration.between(since, at).toMinutes()), sequence);
        });
    }

    /** Records that nobody owes anything for the referral, because it was declined, withdrawn or a duplicate. */
    public boolean dismissed(String referralId, long sequence) {
        return change(referralId, sequence, fact -> fact.as(Kind.DISMISSED, sequence));
    }

    /** Records that a referral goes on. */
    public boolean revived(String referralId, long sequence) {
        return change(
                referralId, sequence, fact -> fact.kind() == Kind.DISMISSED ? fact.as(Kind.REFERRED, sequence) : fact);
    }

    private boolean change(String referralId, long sequence, UnaryOperator<PartnerFact> change) {
        return facts.change(
                id(referralId), known -> known.map(fact -> fact.sequence() > sequence ? fact : change.apply(fact)));
    }

    private static String id(String referralId) {
        return "referral/" + referralId;
    }
}
