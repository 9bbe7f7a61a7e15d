package io.entente.referral.attribution.matching;

import com.google.common.net.InternetDomainName;
import io.entente.platform.names.WordList;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the domain that identifies a client: the registrable part of the domain that a partner wrote. {@code shop.acme.com}
 * becomes {@code acme.com}, and {@code acme.co.uk} stays as it is. Registrable means one label more than an entry of the public
 * suffix list, with the entries of companies that let others use their domain: {@code acme.github.io} stays as it is, too.
 *
 * @see <a href="https://publicsuffix.org">Public suffix list</a>
 */
public final class ClientDomain {

    private static final String WEB = "www.";

    /** Under a top-level domain that the list doesn't know, two labels are registrable. */
    private static final int LABELS_OF_UNKNOWN = 2;

    private static final Set<String> MAIL_PROVIDERS = Stream.of("mail-providers.txt", "generic-mail-domains.txt")
            .flatMap(list -> WordList.read("/attribution/" + list).stream())
            .collect(Collectors.toUnmodifiableSet());

    private ClientDomain() {}

    /**
     * The domain in normalised form: in lower case and with letters beyond ASCII in their IDNA form.
     *
     * @param furtherGeneric domains that the program's policy treats like those of mail providers
     * @return empty if no domain is known, if it is a public suffix, or if anybody can have an address under it
     */
    static Optional<String> identifying(@Nullable String written, Set<String> furtherGeneric) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        String lower = written.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith(WEB) ? lower.substring(WEB.length()) : lower;
        String domain = ascii(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
        return registrable(domain).filter(registrable -> Stream.of(domain, registrable)
                .noneMatch(one -> MAIL_PROVIDERS.contains(one) || furtherGeneric.contains(one)));
    }

    /**
     * The registrable part of the domain in a text as people have it: a domain, the address of a page or an e-mail address.
     *
     * @return empty if the text has no domain, or only a public suffix
     */
    public static Optional<String> registrableIn(String text) {
        return Optional.ofNullable(DomainForm.read(text)).flatMap(ClientDomain::registrablePart);
    }

    /**
     * The registrable part of a domain, in the letters in which it was written.
     *
     * @return empty if the domain is a public suffix, under which others register theirs
     */
    static Optional<String> registrablePart(String written) {
        String[] labels = written.split("\\.");
        return registrable(ascii(written))
                .map(registrable -> registrable.split("\\.").length)
                .map(count -> String.join(".", Arrays.asList(labels).subList(labels.length - count, labels.length)));
    }

    private static Optional<String> registrable(String domain) {
        if (!InternetDomainName.isValid(domain)) {
            return Optional.of(domain);
        }
        InternetDomainName name = InternetDomainName.from(domain);
        if (name.isPublicSuffix()) {
            return Optional.empty();
        }
        if (name.isUnderPublicSuffix()) {
            return Optional.of(name.topPrivateDomain().toString());
        }
        List<String> labels = name.parts();
        return Optional.of(
                String.join(".", labels.subList(Math.max(0, labels.size() - LABELS_OF_UNKNOWN), labels.size())));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            return domain;
        }
    }
}
