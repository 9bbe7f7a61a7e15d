package io.entente.servers.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keeps what {@link BsonValue} wrote as bytes. Readers decode them when they need objects, and a commit copies them as they are. */
final class BsonBytes extends BasicDataType<byte[]> {

    static final BsonBytes TYPE = new BsonBytes();

    /** An array's header and the reference to it. */
    private static final int OVERHEAD_BYTES = 24;

    private BsonBytes() {}

    @Override
    public int getMemory(byte[] value) {
        return value.length + OVERHEAD_BYTES;
    }

    @Override
    public void write(WriteBuffer target, byte[] value) {
        target.putVarInt(value.length).put(value);
    }

    @Override
    public byte[] read(ByteBuffer source) {
        byte[] value = new byte[DataUtils.readVarInt(source)];
        source.get(value);
        return value;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
