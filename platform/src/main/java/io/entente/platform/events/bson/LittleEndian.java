package io.entente.platform.events.bson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bson.ByteBuf;

/** A growing buffer of bytes that writes numbers in BSON's byte order. */
final class LittleEndian {

    private static final int USUAL_BYTES = 4_096;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] array = new byte[USUAL_BYTES];
    private int length;

    /** The whole buffer; only the first {@link #length()} bytes are content. */
    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void putByte(int value) {
        reserve(1);
        array[length++] = (byte) value;
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        INT.set(array, length, value);
        length += Integer.BYTES;
    }

    void putLong(long value) {
        reserve(Long.BYTES);
        LONG.set(array, length, value);
        length += Long.BYTES;
    }

    void putText(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
    }

    void putBytes(ByteBuf source) {
        int count = source.remaining();
        reserve(count);
        source.get(array, length, count);
        length += count;
    }

    void setInt(int position, int value) {
        INT.set(array, position, value);
    }

    private void reserve(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, length + more));
        }
    }
}
