package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keeps MongoDB values in an MVStore as BSON, ordered as MongoDB orders them. The store's default is Java serialization: some
 * ten times the bytes, and an order that range queries can't use.
 */
final class BsonValue extends BasicDataType<Object> {

    static final BsonValue TYPE = new BsonValue();

    private static final String VALUE = "v";

    private BsonValue() {}

    @Override
    public int compare(Object left, Object right) {
        int order = ValueComparator.ascWithoutListHandling().compare(left, right);
        // MongoDB's order takes [1, 2] and [1, 3] within a document for equal; as keys they are two.
        boolean tie = order == 0 && left != right && (left instanceof Document || left instanceof List);
        return tie ? encode(left).compareTo(encode(right)) : order;
    }

    @Override
    public int getMemory(Object value) {
        return encode(value).readableBytes();
    }

    /** Values differ in size by far, but the store asks of a sample only. */
    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    @Override
    public void write(WriteBuffer target, Object value) {
        ByteBuf bytes = encode(value);
        target.putVarInt(bytes.readableBytes());
        target.put(bytes.array(), 0, bytes.readableBytes());
    }

    @Override
    public Object read(ByteBuffer source) {
        byte[] bytes = new byte[DataUtils.readVarInt(source)];
        source.get(bytes);
        Document wrapper = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
        return wrapper.getOrDefault(VALUE, Missing.getInstance());
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }

    private static ByteBuf encode(Object value) {
        Document wrapper = new Document();
        // A field that isn't there is not the same as null, and BSON has no value for it.
        if (!(value instanceof Missing)) {
            wrapper.put(VALUE, value);
        }
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(wrapper, bytes);
        return bytes;
    }
}
