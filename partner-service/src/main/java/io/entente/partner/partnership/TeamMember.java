package io.entente.partner.partnership;

import org.jspecify.annotations.Nullable;

/**
 * A person of the firm who looks after a partner. Promises to the partner are escalated to the person who has the role.
 *
 * @param role such as {@code account-manager}, as in the owners of promises
 * @param person the person's id at the identity provider, such as {@code user:u-17}
 * @param email where the person gets mail; null if the person has only an inbox
 * @param locale the language of messages to the person; null for English
 * @param timeZone the IANA name of the zone of days and hours in messages to the person; null for UTC
 */
public record TeamMember(
        String role, String person, @Nullable String email, @Nullable String locale, @Nullable String timeZone) {

    /** The role of whoever is responsible for a partnership, unless its record names somebody else. */
    public static final String ACCOUNT_MANAGER = "account-manager";

    /** Leaves out the address, because this may end up in a log. */
    @Override
    public String toString() {
        return "TeamMember[%s, %s]".formatted(role, person);
    }
}
