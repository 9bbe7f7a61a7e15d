package io.entente.referral.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Counts what a file contains if it is read in an encoding. The file is read once, in constant memory.
 *
 * @param beyondAscii the number of characters beyond ASCII
 * @param malformed the number of places that are no text in the encoding
 * @param firstMalformedLine the line of the first of them, from 1; zero if there is none
 */
record DecodedText(long beyondAscii, long malformed, long firstMalformedLine) {

    private static final int BUFFER_BYTES = 32 * 1024;

    boolean isFlawless() {
        return malformed == 0;
    }

    static DecodedText of(InputStream content, Charset charset) throws IOException {
        try (InputStream in = content) {
            return new Count(charset).of(in);
        }
    }

    private static final class Count {

        private final CharsetDecoder decoder;
        private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
        private long beyondAscii;
        private long malformed;
        private long firstMalformedLine;
        private long line = 1;
        private char last;

        Count(Charset charset) {
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        DecodedText of(InputStream in) throws IOException {
            boolean isEnd = false;
            while (!isEnd) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isEnd = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                decode(isEnd);
                bytes.compact();
            }
            return new DecodedText(beyondAscii, malformed, firstMalformedLine);
        }

        private void decode(boolean isEnd) {
            CoderResult result;
            do {
                result = decoder.decode(bytes, chars, isEnd);
                count();
                if (result.isError()) {
                    malformed++;
                    firstMalformedLine = firstMalformedLine == 0 ? line : firstMalformedLine;
                    bytes.position(bytes.position() + result.length());
                }
            } while (!result.isUnderflow());
        }

        private void count() {
            chars.flip();
            while (chars.hasRemaining()) {
                char next = chars.get();
                line += next == '\r' || (next == '\n' && last != '\r') ? 1 : 0;
                beyondAscii += next > 0x7f && !Character.isLowSurrogate(next) ? 1 : 0;
                last = next;
            }
            chars.clear();
        }
    }
}
