package io.entente.partner.memberships;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of a one-time link: {@code <member>.<secret>}. Only its hash is stored.
 *
 * @param member the id of the member who is invited
 * @param secret 32 random bytes in URL-safe Base64
 */
public record Invitation(String member, String secret) {

    private static final Pattern FORM = Pattern.compile("([a-z]{3}_[0-9a-z]{1,40})\\.([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    public static Invitation of(String member, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Invitation(member, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads an invitation; empty if the text isn't one. */
    public static Optional<Invitation> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Invitation(form.group(1), form.group(2))) : Optional.empty();
    }

    /** The end of the link. */
    public String text() {
        return member + "." + secret;
    }

    /** What is stored of the secret. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is the invitation whose hash is stored. The time that it takes tells nothing. */
    boolean hasHash(String stored) {
        return MessageDigest.isEqual(hash().getBytes(US_ASCII), stored.getBytes(US_ASCII));
    }

    /** Doesn't tell the secret. */
    @Override
    public String toString() {
        return "Invitation[%s]".formatted(member);
    }
}
