package io.entente.partner.reciprocity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a partner and the firm have referred to one another. The first referral of one side is returned by the first one of the other, the
 * second by the second, and so on. What is open are the last ones of the side that has referred more.
 *
 * @param sent referrals from the partner, without those that were dismissed
 * @param received referrals to the partner, without those that were dismissed
 * @param revenue the value of deals that came from the partner, by currency
 * @param given the value of deals that came from the firm, by currency
 * @param open referrals that nobody has returned, the oldest first; at most {@value #MAX_OPEN}
 */
public record ReciprocityBalance(
        String partnerId,
        int sent,
        int received,
        Map<String, Money> revenue,
        Map<String, Money> given,
        List<OpenReferral> open) {

    /** Of more open referrals, the latest are kept. */
    public static final int MAX_OPEN = 200;

    /** Who owes referrals. */
    public enum Debtor {
        FIRM,
        PARTNER,
        NOBODY
    }

    /**
     * A referral that nobody has returned.
     *
     * @param dueOn the day by which it is to be returned
     */
    public record OpenReferral(String referralId, LocalDate day, LocalDate dueOn) {}

    public ReciprocityBalance {
        revenue = Map.copyOf(revenue);
        given = Map.copyOf(given);
        open = List.copyOf(open);
    }

    /** Nothing was referred. */
    public static ReciprocityBalance none(String partnerId) {
        return new ReciprocityBalance(partnerId, 0, 0, Map.of(), Map.of(), List.of());
    }

    /** Referrals from the partner less those to it. */
    public int count() {
        return sent - received;
    }

    public Debtor owedBy() {
        return count() == 0 ? Debtor.NOBODY : count() > 0 ? Debtor.FIRM : Debtor.PARTNER;
    }

    /** The day by which the oldest open referral is to be returned; null if none is open. */
    public @Nullable LocalDate nextDueOn() {
        return open.isEmpty() ? null : open.get(0).dueOn();
    }

    /** How many open referrals should have been returned before a day. */
    public int overdue(LocalDate today) {
        return (int) open.stream().filter(each -> each.dueOn().isBefore(today)).count();
    }

    /** Whether a referral was not returned. */
    public boolean isOpen(String referralId) {
        return open.stream().anyMatch(each -> each.referralId().equals(referralId));
    }
}
