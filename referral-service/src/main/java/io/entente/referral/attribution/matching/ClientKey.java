package io.entente.referral.attribution.matching;

import io.entente.platform.domain.DerivedId;
import org.jspecify.annotations.Nullable;

/**
 * What tells clients apart: the domain, else the organisation's normalised name with its country, {@code
 * brightwater.example} or {@code brightwater logistics/MY}. A domain has no slash, so the two never meet. The domain of a
 * mail provider is nobody's.
 */
public record ClientKey(String value) {

    /** CLDR's code for a country that nobody has named. */
    private static final String UNKNOWN_COUNTRY = "ZZ";

    /** Unicode normalisation can lengthen a name; past this length its hash stands for it. */
    private static final int MAX_NAME_CHARACTERS = 200;

    /**
     * The key of a client.
     *
     * @param domain its Internet domain, where known
     * @param country ISO 3166-1 alpha-2, where known
     */
    public static ClientKey of(String organisation, @Nullable String domain, @Nullable String country) {
        return ClientDomain.identifying(domain)
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
