package io.entente.referral.attribution.matching;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.names.OrganisationName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes clients: the registrable domain, or else the organisation's normalised name with its country, such as {@code
 * brightwater.example} or {@code brightwater logistics/MY}. A domain contains no slash, so the two forms never collide. The
 * domain of a mail provider identifies nobody.
 */
public record ClientKey(String value) {

    /** CLDR's code for an unknown country. */
    private static final String UNKNOWN_COUNTRY = "ZZ";

    /** Unicode normalisation can lengthen a name. A longer name is replaced by its hash. */
    private static final int MAX_NAME_CHARACTERS = 200;

    /**
     * The key of a client.
     *
     * @param domain its Internet domain; null if unknown
     * @param country ISO 3166-1 alpha-2; null if unknown
     */
    public static ClientKey of(String organisation, @Nullable String domain, @Nullable String country) {
        return ClientDomain.identifying(domain, Set.of())
                .map(ClientKey::new)
                .orElseGet(() -> ofName(OrganisationName.of(organisation), country));
    }

    static ClientKey ofName(OrganisationName organisation, @Nullable String country) {
        String name = organisation.value();
        String bounded = name.length() > MAX_NAME_CHARACTERS ? DerivedId.sha256(name) : name;
        return new ClientKey(bounded + "/" + (country == null ? UNKNOWN_COUNTRY : country));
    }

    @Override
    public String toString() {
        return value;
    }
}
