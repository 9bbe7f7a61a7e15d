package io.entente.referral.referral.facts;

import io.entente.referral.attribution.matching.ClientKey;
import org.jspecify.annotations.Nullable;

/**
 * The client referred.
 *
 * @param domain lower case, where known
 * @param country ISO 3166-1 alpha-2, where known
 * @param contact absent in history that didn't name one
 */
public record Client(
        String organisation, @Nullable String domain, @Nullable String country, @Nullable Contact contact) {

    public ClientKey key() {
        return ClientKey.of(organisation, domain, country);
    }

    /** A person at the client's: stays in this service, in no event and in no log. */
    public record Contact(String name, @Nullable String email, @Nullable String phone) {

        @Override
        public String toString() {
            return "Contact[withheld]";
        }
    }
}
