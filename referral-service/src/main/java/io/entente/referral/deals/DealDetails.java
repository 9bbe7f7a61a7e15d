package io.entente.referral.deals;

import io.entente.referral.referral.facts.CreditShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The details of a deal that a correction can change.
 *
 * @param service the service that was bought; null if it is the one that the referral names
 * @param credit shares that add up to exactly 1
 * @param revenueShare the partner's share of the revenue, agreed for this deal alone, as a fraction of 1
 */
public record DealDetails(
        Money amount,
        LocalDate closedOn,
        @Nullable String service,
        @Nullable Engagement engagement,
        List<CreditShare> credit,
        @Nullable BigDecimal revenueShare) {

    public DealDetails {
        credit = List.copyOf(credit);
    }

    /** One detail, by its name in the API and in the events. */
    public enum Name {
        AMOUNT("amount"),
        CLOSED_ON("closedOn"),
        SERVICE("service"),
        ENGAGEMENT("engagement"),
        CREDIT("credit"),
        REVENUE_SHARE("revenueShare");

        private final String wireName;

        Name(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** Returns the names of the details that differ. */
    public Set<Name> differences(DealDetails other) {
        Set<Name> names = EnumSet.noneOf(Name.class);
        add(names, Name.AMOUNT, amount.equals(other.amount));
        add(names, Name.CLOSED_ON, closedOn.equals(other.closedOn));
        add(names, Name.SERVICE, Objects.equals(service, other.service));
        add(names, Name.ENGAGEMENT, Objects.equals(engagement, other.engagement));
        add(names, Name.CREDIT, isSameCredit(other.credit));
        add(names, Name.REVENUE_SHARE, isSame(revenueShare, other.revenueShare));
        return names;
    }

    private static void add(Set<Name> names, Name name, boolean same) {
        if (!same) {
            names.add(name);
        }
    }

    private boolean isSameCredit(List<CreditShare> other) {
        if (credit.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < credit.size(); i++) {
            CreditShare one = credit.get(i);
            CreditShare two = other.get(i);
            if (!one.partnerId().equals(two.partnerId())
                    || !one.role().equals(two.role())
                    || !isSame(one.share(), two.share())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal two) {
        if (one == null || two == null) {
            return one == null && two == null;
        }
        return one.compareTo(two) == 0;
    }
}
