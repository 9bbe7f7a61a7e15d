package io.entente.platform.apikeys;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as a system sends it: {@code entk_<id>_<secret>}. The prefix lets programs that look for leaked secrets recognise it.
 *
 * @param id of the {@link ApiKey}
 * @param secret 32 random bytes in URL-safe Base64
 */
public record ApiKeyText(String id, String secret) {

    public static final String PREFIX = "entk_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-z]{26,32})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    /** A new secret for a key. */
    public static ApiKeyText of(String id, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new ApiKeyText(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads a key; empty if the text isn't one. */
    public static Optional<ApiKeyText> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ApiKeyText(ApiKey.ID_PREFIX + "_" + form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** The text to send. */
    public String text() {
        return PREFIX + id.substring(ApiKey.ID_PREFIX.length() + 1) + "_" + secret;
    }

    /** Doesn't tell the secret. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
