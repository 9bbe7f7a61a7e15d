package io.entente.referral.attribution.matching;

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
     * The identity of a client.
     *
     * @param furtherGeneric domains that the program's policy treats like those of the known mail providers
     */
    public static ClientIdentity of(
            String organisation, @Nullable String domain, @Nullable String country, Set<String> furtherGeneric) {
        OrganisationName name = OrganisationName.of(organisation);
        String own = ClientDomain.identifying(domain)
                .filter(identifying -> !furtherGeneric.contains(identifying))
                .orElse(null);
        return new ClientIdentity(
                own == null ? ClientKey.ofName(name, country) : new ClientKey(own), name, own, country);
    }
}
