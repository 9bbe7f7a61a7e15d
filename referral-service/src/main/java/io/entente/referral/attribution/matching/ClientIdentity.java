package io.entente.referral.attribution.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is, as far as two introductions can be compared.
 *
 * @param key equal for the same client
 * @param name what is compared where the keys differ
 * @param domain absent where none is known, or where it is a mail provider's
 * @param country ISO 3166-1 alpha-2, where known
 */
public record ClientIdentity(ClientKey key, OrganisationName name, @Nullable String domain, @Nullable String country) {

    /**
     * The identity of a client.
     *
     * @param furtherGeneric domains that the program's policy adds to the mail providers that everybody knows
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
