package io.entente.commission.forecast.referrals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Stores the stages of referrals. A referral that was won stays in its last stage; its deal shows that it was won. */
public interface TrackedReferrals {

    /**
     * Adds a submitted referral. Adding it again changes nothing.
     *
     * @param sequence number of the referral's event
     * @return false if it is known
     */
    boolean add(TrackedReferral referral, long sequence);

    /**
     * Records a change of a referral, unless it is recorded already.
     *
     * @param stage the new stage; null if the referral ended without a deal
     * @param sequence number of the referral's event
     * @return false if nothing changed, because the referral is unknown or the event is an earlier one
     */
    boolean move(PartnerId partner, String referralId, @Nullable Stage stage, LocalDate on, long sequence);

    /**
     * Records a proposal to the client, unless it is recorded already.
     *
     * @param amount null if the proposal names none; an earlier amount counts no more then
     * @param sequence number of the referral's event
     * @return false if nothing changed, because the referral is unknown or the event is an earlier one
     */
    boolean propose(PartnerId partner, String referralId, @Nullable Money amount, LocalDate on, long sequence);

    /**
     * Records that the claim on the client is split, unless it is recorded already.
     *
     * @param credit who is credited with a deal, the partner of the referral among them
     * @param sequence number of the referral's event
     * @return false if nothing changed, because the referral is unknown or the event is an earlier one
     */
    boolean split(PartnerId partner, String referralId, List<Credit> credit, long sequence);

    /**
     * Returns a partner's referrals that have not ended, in the order of their ids. Those that were won are among them.
     *
     * @param after the id of the last referral that was read; null at the start
     */
    List<TrackedReferral> open(PartnerId partner, @Nullable String after, int limit);

    /** Returns the referrals of all partners that were submitted up to a day, the latest first. */
    List<TrackedReferral> latest(LocalDate submittedUpTo, int limit);
}
