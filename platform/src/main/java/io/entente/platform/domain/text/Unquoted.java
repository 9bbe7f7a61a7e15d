package io.entente.platform.domain.text;

import java.util.regex.Pattern;

/**
 * A message without the values that it quotes, for logs and for lists that operators read: messages of libraries quote what they could
 * not read, which can be the name, the address or the account of a person.
 */
public final class Unquoted {

    private static final String LEFT_OUT = "…";

    /** An apostrophe within a word begins nothing. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|(?<![\\p{L}\\p{N}])'[^']*+'?");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(){}\\[\\],;:\"']+@[^\\s<>(){}\\[\\],;:\"']+");

    private static final Pattern ACCOUNT = Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}\\b");

    private Unquoted() {}

    /** The message with each quoted text, address and account number left out. */
    public static String of(String message) {
        String unquoted = QUOTED.matcher(message).replaceAll("\"" + LEFT_OUT + "\"");
        return ACCOUNT.matcher(ADDRESS.matcher(unquoted).replaceAll(LEFT_OUT)).replaceAll(LEFT_OUT);
    }
}
