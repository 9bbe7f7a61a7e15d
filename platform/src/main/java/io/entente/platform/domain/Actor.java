package io.entente.platform.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifies who gives a command: {@code system}, or a kind and an id such as {@code user:u-17} or {@code client:erp}. Somebody who
 * acts for a partner is {@code partner:par_01k…}, with the person if it is known: {@code partner:par_01k…/u-4}. Events carry
 * actors, so an actor never contains a name or an address.
 *
 * @param value the wire form
 */
public record Actor(String value) {

    private static final Pattern FORM = Pattern.compile(
            "system|[a-z][a-z-]{0,31}:[A-Za-z0-9._-]{1,128}|partner:[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]{1,120}");
    private static final String PARTNER_PREFIX = "partner:";
    private static final String CRM_PREFIX = "crm:";
    private static final String IMPORT_PREFIX = "import:";

    /** The program itself: a clock, an event, or a caller that did not say who it is. */
    public static final Actor SYSTEM = new Actor("system");

    /** Whom an actor stands for. */
    public enum Kind {
        /** The program itself. */
        SYSTEM,
        /** Somebody who acts for a partner. */
        PARTNER,
        /** A CRM that reports a change. */
        CRM,
        /** An import of past referrals. */
        IMPORT,
        /** A person of the firm. */
        PERSON
    }

    /** @throws IllegalArgumentException if the value has another form */
    public Actor {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An actor must be a kind and an id, such as user:u-17");
        }
    }

    /** Somebody who acts for a partner. */
    public static Actor partner(String partnerId) {
        return new Actor(PARTNER_PREFIX + partnerId);
    }

    /** A person who acts for a partner. */
    public static Actor partner(String partnerId, String person) {
        return new Actor(PARTNER_PREFIX + partnerId + "/" + person);
    }

    /** A CRM, by its name in the program's configuration. */
    public static Actor crm(String source) {
        return new Actor(CRM_PREFIX + source);
    }

    /** An import of past referrals, by its id. */
    public static Actor imported(String importId) {
        return new Actor(IMPORT_PREFIX + importId);
    }

    public Kind kind() {
        if (equals(SYSTEM)) {
            return Kind.SYSTEM;
        }
        if (value.startsWith(PARTNER_PREFIX)) {
            return Kind.PARTNER;
        }
        if (value.startsWith(IMPORT_PREFIX)) {
            return Kind.IMPORT;
        }
        return value.startsWith(CRM_PREFIX) ? Kind.CRM : Kind.PERSON;
    }

    public boolean isPartner() {
        return kind() == Kind.PARTNER;
    }

    /** Whether this actor acts for the given partner. */
    public boolean isPartner(String partnerId) {
        return partnerId().filter(partnerId::equals).isPresent();
    }

    /** The partner that this actor acts for; empty if it acts for nobody outside the firm. */
    public Optional<String> partnerId() {
        return isPartner()
                ? Optional.of(value.substring(PARTNER_PREFIX.length()).split("/", 2)[0])
                : Optional.empty();
    }

    /**
     * Whether two actors are the same person. Ids are compared without regard to case, and without the kind, because one
     * person can act in several roles: {@code user:fin-1}, {@code user:FIN-1} and {@code finance:fin-1} are one person. A
     * command that needs a second person compares with this method.
     */
    public boolean isSamePerson(Actor other) {
        return isSamePerson(value, other.value);
    }

    /** As {@link #isSamePerson(Actor)}, for actors in their wire form; nobody is the same person as an absent one. */
    public static boolean isSamePerson(@Nullable String one, @Nullable String other) {
        return one != null && other != null && id(one).equalsIgnoreCase(id(other));
    }

    private static String id(String value) {
        return value.substring(Math.max(value.indexOf(':'), value.indexOf('/')) + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
