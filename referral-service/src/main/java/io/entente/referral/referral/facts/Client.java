package io.entente.referral.referral.facts;

import io.entente.referral.attribution.matching.ClientKey;
import org.jspecify.annotations.Nullable;

/**
 * The client that is referred.
 *
 * @param domain in lower case; absent if unknown
 * @param country ISO 3166-1 alpha-2; absent if unknown
 * @param contact absent in history that doesn't name one
 */
public record Client(
        String organisation, @Nullable String domain, @Nullable String country, @Nullable Contact contact) {

    public ClientKey key() {
        return ClientKey.of(organisation, domain, country);
    }

    /** A person at the client. The contact stays in this service and appears in no event and no log. */
    public record Contact(String name, @Nullable String email, @Nullable String phone) {

        /** In the place of a contact whose data is erased, so that nothing adds the contact again. */
        public static final Contact ERASED = new Contact("erased", null, null);

        public boolean isErased() {
            return equals(ERASED);
        }

        @Override
        public String toString() {
            return "Contact[withheld]";
        }
    }
}
