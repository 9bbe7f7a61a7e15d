package io.entente.commission.partners.identity;

import io.entente.platform.names.WordList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The domain of a partner's e-mail address. The domain of a mail provider, where anybody has an address, is none. */
public final class MailDomain {

    private static final Set<String> PROVIDERS = Set.copyOf(WordList.read("/partners/generic-mail-domains.txt"));

    private MailDomain() {}

    /** Returns the domain in lower case; empty if it is a mail provider's. */
    public static Optional<String> of(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return domain.isEmpty() || PROVIDERS.contains(domain) ? Optional.empty() : Optional.of(domain);
    }

    /** Whether two domains are the same, or one is a subdomain of the other. */
    public static boolean isSameOwner(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
