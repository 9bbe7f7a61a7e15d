package io.entente.notification.messages;

import org.jspecify.annotations.Nullable;

/**
 * What of a partner's inbox its reader may see.
 *
 * @param author of what isn't about money, only what is about referrals that this actor has submitted; null for all of it
 * @param withMoney whether it has what commission-service announces
 */
public record Sight(@Nullable String author, boolean withMoney) {

    /** The whole inbox. */
    public static final Sight EVERYTHING = new Sight(null, true);

    /** The types of the events that are about money begin with this. */
    public static final String MONEY = "commission.";

    public boolean covers(Notification notification) {
        return notification.eventType().startsWith(MONEY)
                ? withMoney
                : author == null || author.equals(notification.author());
    }
}
