package io.entente.referral.crm.links;

import io.entente.referral.crm.waiting.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the link of a CRM's deal besides the referral itself.
 *
 * @param named the referral that the CRM's deal names, whether it exists or not; absent if it names none
 * @param difference why a person has to look at the referral that the CRM names; absent if nobody has to
 * @param settled the name about which a person has decided; absent if nobody has
 * @param earlier the links that were replaced, in the order in which that happened
 */
public record Links(
        @Nullable Named named, @Nullable Wait difference, @Nullable String settled, List<EarlierLink> earlier) {

    /** How often a deal can be linked anew. */
    public static final int MAX_EARLIER = 20;

    public static final Links NONE = new Links(null, null, null, List.of());

    public Links {
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    /** The referral that a CRM's deal names, and the time of the change that named it. */
    public record Named(String referralId, Instant at) {}

    public @Nullable String namedId() {
        return named == null ? null : named.referralId();
    }

    /**
     * The same with the name that the CRM reports, unless it has reported a later one.
     *
     * @param referralId null if the CRM reports none
     */
    public Links naming(@Nullable String referralId, Instant at) {
        boolean isOld = named != null && at.isBefore(named.at());
        return referralId == null || isOld ? this : new Links(new Named(referralId, at), difference, settled, earlier);
    }

    /** Whether the CRM names another referral, and nobody has decided about that. */
    public boolean isNamedOtherThan(@Nullable String current) {
        String name = namedId();
        return name != null && !name.equals(current) && !name.equals(settled);
    }

    public Links differing(@Nullable Wait wait) {
        return new Links(named, wait == null ? null : wait.after(difference), settled, earlier);
    }

    public Links noticed() {
        return difference == null ? this : new Links(named, difference.afterNotice(), settled, earlier);
    }

    /** The same after a person has decided about the name: whoever chose another referral knows what the CRM names. */
    public Links settledByPerson() {
        return new Links(named, null, namedId(), earlier);
    }

    /** The same after another referral has taken the place of an earlier one. */
    public Links after(EarlierLink link) {
        List<EarlierLink> all = new ArrayList<>(earlier);
        all.add(link);
        return new Links(named, null, settled, all);
    }

    public boolean isFull() {
        return earlier.size() >= MAX_EARLIER;
    }

    /** The number of deals that were closed and reversed under earlier links. */
    public long reversedDeals() {
        return earlier.stream().filter(link -> link.reversedDealId() != null).count();
    }
}
