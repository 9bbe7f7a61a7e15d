package io.entente.platform.domain.links;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.entente.platform.domain.DerivedId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a link that one person gets: {@code <resource>.<secret>}. Only a hash of the secret is stored, so nobody who reads the
 * database can open it.
 *
 * @param resource the id of what the link leads to
 * @param secret 32 random bytes in URL-safe Base64
 */
public record OneTimeLink(String resource, String secret) {

    private static final Pattern FORM = Pattern.compile("([a-z]{3}_[0-9a-z]{1,40})\\.([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    /** A new link to a resource. */
    public static OneTimeLink to(String resource, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new OneTimeLink(resource, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads a link; empty if the text isn't one. */
    public static Optional<OneTimeLink> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new OneTimeLink(form.group(1), form.group(2))) : Optional.empty();
    }

    /** The end of the link as it is sent. */
    public String text() {
        return resource + "." + secret;
    }

    /** What is stored of the secret. */
    public String hash() {
        return DerivedId.sha256(secret);
    }

    /** Whether this is the link whose hash is stored. The time that it takes tells nothing. */
    public boolean hasHash(String stored) {
        return MessageDigest.isEqual(hash().getBytes(US_ASCII), stored.getBytes(US_ASCII));
    }

    /** Doesn't tell the secret. */
    @Override
    public String toString() {
        return "OneTimeLink[%s]".formatted(resource);
    }
}
