package io.entente.referral.attribution.matching;

import io.entente.platform.names.OrganisationName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a client, so that two introductions can be compared.
 *
 * @param key equal for the same client
 * @param name compared if the keys differ
 * @param domain absent if none is known or if it belongs to a mail provider
 * @param country ISO 3166-1 alpha-2; absent if unknown
 */
public record ClientIdentity(ClientKey key, OrganisationName name, @Nullable String domain, @Nullable String country) {

    /**
     * The form of keys and of the names under which claims are found. Raise it when a list, a library or a rule changes them;
     * stored claims then get the new form when the service starts.
     */
    public static final int FORM = 6;

    /**
     * The identity of a client.
     *
     * @param furtherGeneric domains that the program's policy treats like those of the known mail providers
     */
    public static ClientIdentity of(
            String organisation, @Nullable String domain, @Nullable String country, Set<String> furtherGeneric) {
        return of(OrganisationName.of(organisation), domain, country, furtherGeneric);
    }

    /**
     * The identity of a client that was stored, in the current form.
     *
     * @param domain as it was stored: absent if it identified nobody
     */
    public static ClientIdentity stored(OrganisationName name, @Nullable String domain, @Nullable String country) {
        return of(name, domain, country, Set.of());
    }

    /** The same client, compared as if it was in this country. It keeps its key. */
    public ClientIdentity in(@Nullable String otherCountry) {
        return new ClientIdentity(key, name, domain, otherCountry);
    }

    private static ClientIdentity of(
            OrganisationName name, @Nullable String domain, @Nullable String country, Set<String> furtherGeneric) {
        String own = ClientDomain.identifying(domain, furtherGeneric).orElse(null);
        return new ClientIdentity(
                own == null ? ClientKey.ofName(name, country) : new ClientKey(own), name, own, country);
    }
}
