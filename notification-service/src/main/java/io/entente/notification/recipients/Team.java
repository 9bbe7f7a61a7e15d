package io.entente.notification.recipients;

import io.entente.platform.domain.DerivedId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A team of the firm that is told what concerns the whole program: it has an inbox of its own, and e-mail addresses.
 *
 * @param name in lower case, {@code ops}; names its inbox
 * @param locale BCP 47
 * @param addresses each gets a mail of its own, so that a dead one doesn't silence the others; none means inbox only
 */
public record Team(String name, String locale, ZoneId timeZone, List<String> addresses) {

    public static final int MAX_ADDRESSES = 20;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    /** As the contracts have it. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private static final int MAX_ADDRESS_CHARACTERS = 254;

    public Team {
        addresses = List.copyOf(addresses);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a team's name must be lower-case letters, digits and hyphens: " + name);
        }
        if (addresses.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException("team %s has more than %d addresses".formatted(name, MAX_ADDRESSES));
        }
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            if (!ADDRESS.matcher(address).matches() || address.length() > MAX_ADDRESS_CHARACTERS) {
                throw new IllegalArgumentException("address %d of team %s is none".formatted(i + 1, name));
            }
        }
    }

    /** The addresses by what stands for them in the store, which keeps none: it follows from the address. */
    public List<String> addressKeys() {
        return addresses.stream().map(Team::key).distinct().toList();
    }

    /** Empty where the address has been taken out of the team since. */
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
