package io.entente.referral.attribution.matching;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Normalises an Internet domain, if it identifies a client. */
final class ClientDomain {

    private static final String WEB = "www.";
    private static final Set<String> GENERIC = Set.copyOf(WordList.read("generic-mail-domains.txt"));

    private ClientDomain() {}

    /**
     * The domain in normalised form: lower case, without {@code www.}, and with letters beyond ASCII in their IDNA form.
     *
     * @return empty if no domain is known or if it belongs to a mail provider
     */
    static Optional<String> identifying(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        String lower = written.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith(WEB) ? lower.substring(WEB.length()) : lower;
        String domain = ascii(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
        return GENERIC.contains(domain) ? Optional.empty() : Optional.of(domain);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            return domain;
        }
    }
}
