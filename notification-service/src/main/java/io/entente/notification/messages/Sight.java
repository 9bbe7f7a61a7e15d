package io.entente.notification.messages;

import org.jspecify.annotations.Nullable;

/**
 * What of a partner's inbox its reader may see.
 *
 * @param author of what is neither about money nor about agreements, only what is about referrals that this actor has submitted; null for all of it
 * @param withMoney whether it has what commission-service announces
 * @param withAgreements whether it has what is about agreements
 */
public record Sight(@Nullable String author, boolean withMoney, boolean withAgreements) {

    /** The whole inbox. */
    public static final Sight EVERYTHING = new Sight(null, true, true);

    /** The types of the events that are about money begin with this. */
    public static final String MONEY = "commission.";

    /** The types of the events that are about agreements begin with this. */
    public static final String AGREEMENTS = "partner.agreement-";

    public boolean covers(Notification notification) {
        String type = notification.eventType();
        if (type.startsWith(MONEY)) {
            return withMoney;
        }
        return type.startsWith(AGREEMENTS) ? withAgreements : author == null || author.equals(notification.author());
    }
}
