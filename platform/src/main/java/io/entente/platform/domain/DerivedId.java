package io.entente.platform.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Derives ids from causes. The same cause always gives the same id, so that an operation that is repeated fails on the primary
 * key instead of creating something twice.
 */
public final class DerivedId {

    /** 128 bits. The probability of a collision among a billion ids is about 1 in 10^21. */
    private static final int HEX_CHARACTERS = 32;

    private DerivedId() {}

    /** The id for a cause, such as {@code com_3f1c…}. The parts are delimited, so ("a","bc") differs from ("ab","c"). */
    public static String of(String prefix, String... cause) {
        StringBuilder text = new StringBuilder();
        for (String part : cause) {
            text.append(part.length()).append(':').append(part);
        }
        return prefix + "_" + sha256(text.toString()).substring(0, HEX_CHARACTERS);
    }

    /** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
