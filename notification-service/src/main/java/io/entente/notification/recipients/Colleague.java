package io.entente.notification.recipients;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person of the firm who looks after a partner and is notified of what is escalated.
 *
 * @param person the person's id, such as {@code user:u-17}; also the name of the person's inbox
 * @param email absent if the person has only an inbox
 * @param locale BCP 47; absent for English
 * @param timeZone the zone of hours and days in messages; absent for UTC
 */
public record Colleague(String person, @Nullable String email, @Nullable String locale, @Nullable String timeZone) {

    private static final String PREFIX = "user:";

    /** Whether a text is the id of a person of the firm. */
    public static boolean isPerson(@Nullable String text) {
        return text != null && text.startsWith(PREFIX);
    }

    /** Somebody of whom nothing but the id is known. */
    public static Colleague unknown(String person) {
        return new Colleague(person, null, null, null);
    }

    public String language() {
        return locale == null ? "en" : locale;
    }

    public ZoneId zone() {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    /** The contact that receives e-mail, if the person has an address. */
    public Optional<Contact> addressee() {
        return Optional.ofNullable(email).map(address -> new Contact(person, address));
    }

    /** Leaves out personal data, because this may end up in a log. */
    @Override
    public String toString() {
        return "Colleague[%s]".formatted(person);
    }
}
