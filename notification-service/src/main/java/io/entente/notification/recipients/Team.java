package io.entente.notification.recipients;

import io.entente.platform.domain.DerivedId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A team of the firm that is notified of matters of the whole program. It has an inbox and e-mail addresses.
 *
 * @param name in lower case, such as {@code ops}; also the name of the inbox
 * @param locale BCP 47
 * @param addresses each one gets its own mail, so an invalid address does not affect the others; without any, the team has
 *     only its inbox
 */
public record Team(String name, String locale, ZoneId timeZone, List<String> addresses) {

    public static final int MAX_ADDRESSES = 20;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    /** The form of addresses in the contracts. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private static final int MAX_ADDRESS_CHARACTERS = 254;

    public Team {
        addresses = List.copyOf(addresses);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a team must consist of lower-case letters, digits and hyphens: " + name);
        }
        if (addresses.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException("Team %s has more than %d addresses".formatted(name, MAX_ADDRESSES));
        }
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            if (!ADDRESS.matcher(address).matches() || address.length() > MAX_ADDRESS_CHARACTERS) {
                throw new IllegalArgumentException(
                        "Address %d of team %s must be an e-mail address".formatted(i + 1, name));
            }
        }
    }

    /** Keys that stand for the addresses in the store, which keeps no addresses. A key is derived from its address. */
    public List<String> addressKeys() {
        return addresses.stream().map(Team::key).distinct().toList();
    }

    /** The contact with this key; empty if the address was removed from the team. */
    public Optional<Contact> addressee(String key) {
        return addresses.stream()
                .filter(address -> key(address).equals(key))
                .findFirst()
                .map(address -> new Contact(name, address));
    }

    private static String key(String address) {
        return DerivedId.of("adr", address.toLowerCase(Locale.ROOT));
    }
}
