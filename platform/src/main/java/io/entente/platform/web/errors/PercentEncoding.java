package io.entente.platform.web.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Reads the parts of an address strictly. Libraries put a replacement character where a byte isn't UTF-8, or leave the whole
 * parameter out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.1">RFC 3986, section 2.1</a>
 */
public final class PercentEncoding {

    /** For a message that follows the name of a parameter. */
    public static final String RULE = "must be UTF-8 in percent-encoding, such as %C3%A9 for é";

    private static final int HEX_DIGITS = 2;
    private static final int HEX = 16;

    private PercentEncoding() {}

    /** Decodes a name or a value of a query; empty if it doesn't follow the {@link #RULE}. */
    public static Optional<String> decoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char symbol = encoded.charAt(i);
            if (symbol == '%') {
                int octet = octet(encoded, i + 1);
                if (octet < 0) {
                    return Optional.empty();
                }
                bytes.write(octet);
                i += HEX_DIGITS;
            } else {
                bytes.writeBytes(String.valueOf(symbol == '+' ? ' ' : symbol).getBytes(UTF_8));
            }
        }
        try {
            return Optional.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The octet whose two hexadecimal digits begin here; negative if there aren't any. */
    private static int octet(String encoded, int start) {
        if (start + HEX_DIGITS > encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(start), HEX);
        int low = Character.digit(encoded.charAt(start + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
