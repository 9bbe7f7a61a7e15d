package io.entente.referral.intake.mongo;

import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads numbered pieces as one stream, with only one piece in memory at a time. */
final class ChunkStream extends InputStream {

    private static final int END = -1;

    private final IntFunction<byte @Nullable []> pieces;
    private byte @Nullable [] piece = new byte[0];
    private int next;
    private int position;

    /** @param pieces returns the piece of a number, from 0, and null after the last */
    ChunkStream(IntFunction<byte @Nullable []> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        byte[] current = piece;
        while (current != null && position == current.length) {
            current = pieces.apply(next++);
            piece = current;
            position = 0;
        }
        if (current == null) {
            return END;
        }
        int read = Math.min(length, current.length - position);
        System.arraycopy(current, position, buffer, offset, read);
        position += read;
        return read;
    }
}
