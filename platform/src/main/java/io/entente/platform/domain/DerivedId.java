package io.entente.platform.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids that follow from what they stand for: the same cause always gives the same id, so that doing a thing twice collides
 * on a primary key instead of doubling it.
 */
public final class DerivedId {

    /** 128 bits: a collision among a billion ids has odds of about 1 in 10^21. */
    private static final int HEX_CHARACTERS = 32;

    private DerivedId() {}

    /** The id for a cause, {@code com_3f1c…}; the parts are kept apart, so ("a","bc") differs from ("ab","c"). */
    public static String of(String prefix, String... cause) {
        StringBuilder text = new StringBuilder();
        for (String part : cause) {
            text.append(part.length()).append(':').append(part);
        }
        return prefix + "_" + sha256(text.toString()).substring(0, HEX_CHARACTERS);
    }

    /** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
