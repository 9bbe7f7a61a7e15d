package io.entente.partner.partnership;

import io.entente.partner.partnership.details.ContactLevel;
import org.jspecify.annotations.Nullable;

/**
 * A person at the partner. The first contact of a partner receives its messages.
 *
 * @param id within the partner; empty until the partner numbers it
 * @param role the person's role at the partner, in the partner's own words
 * @param level what the person is for the partnership; null if nobody has said it
 * @param locale the language of messages to the person; null for that of the partner
 * @param notificationEmail where the person gets messages of the program; null for {@code email}
 */
public record Contact(
        String id,
        String name,
        String email,
        String role,
        @Nullable ContactLevel level,
        @Nullable String locale,
        @Nullable String notificationEmail) {

    @SuppressWarnings("NullAway") // contacts that were stored before they had ids
    public Contact {
        id = id == null ? "" : id;
    }

    /** A person of whom no more is known. */
    public Contact(String name, String email, String role) {
        this("", name, email, role, null, null, null);
    }

    /** The same person with the id that belongs to its place in the list, unless it has one. */
    Contact numbered(int place) {
        return id.isEmpty()
                ? new Contact("con_" + (place + 1), name, email, role, level, locale, notificationEmail)
                : this;
    }

    Contact withRole(String other) {
        return new Contact(id, name, email, other, level, locale, notificationEmail);
    }

    /** Where the person gets messages of the program. */
    public String address() {
        return notificationEmail == null ? email : notificationEmail;
    }

    /** Leaves out personal data, because this may end up in a log. */
    @Override
    public String toString() {
        return "Contact[%s, %s]".formatted(id, level);
    }
}
