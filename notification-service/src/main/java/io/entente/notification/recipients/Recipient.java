package io.entente.notification.recipients;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A partner that receives notifications.
 *
 * @param version of the profile that this is a copy of; a lower version than the known one is ignored
 * @param name the partner's name, for messages to others about the partner
 * @param locale BCP 47; decides the language and the number and date formats
 * @param timeZone the time zone of the hours and days in messages
 * @param team the firm's people who look after the partner
 * @param isErased whether its personal data is erased; then it has no people and its id for a name
 */
public record Recipient(
        String partnerId,
        long version,
        String name,
        String locale,
        ZoneId timeZone,
        List<Contact> contacts,
        List<Colleague> team,
        boolean isErased) {

    public Recipient {
        contacts = List.copyOf(contacts);
        team = List.copyOf(team);
    }

    /** A partner that takes part in the program. */
    public Recipient(
            String partnerId,
            long version,
            String name,
            String locale,
            ZoneId timeZone,
            List<Contact> contacts,
            List<Colleague> team) {
        this(partnerId, version, name, locale, timeZone, contacts, team, false);
    }

    /** A partner for which nobody of the firm is named. */
    public Recipient(
            String partnerId, long version, String name, String locale, ZoneId timeZone, List<Contact> contacts) {
        this(partnerId, version, name, locale, timeZone, contacts, List.of());
    }

    /** The person of the firm with this id; empty if the person no longer looks after the partner. */
    public Optional<Colleague> colleague(String person) {
        return team.stream().filter(one -> one.person().equals(person)).findFirst();
    }

    /** The contact that receives e-mail: the first one, if the partner has any. */
    public Optional<Contact> addressee() {
        return contacts.stream().findFirst();
    }
}
