package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keeps MongoDB values in an MVStore as BSON, ordered as MongoDB orders them. The store's default is Java serialization, which
 * takes about ten times as many bytes and has no order that range queries could use.
 */
final class BsonValue extends BasicDataType<Object> {

    static final BsonValue TYPE = new BsonValue();

    private static final String VALUE = "v";

    private BsonValue() {}

    @Override
    public int compare(Object left, Object right) {
        // Nearly all keys are strings. The general comparator would first determine the type of both values, about ten
        // times per look-up.
        if (left instanceof String one && right instanceof String other) {
            return one.compareTo(other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other && one.size() == other.size()) {
            return compareEach(one, other);
        }
        int order = ValueComparator.ascWithoutListHandling().compare(left, right);
        // MongoDB's order considers [1, 2] and [1, 3] within a document equal, but as keys they are different.
        boolean tie = order == 0 && left != right && (left instanceof Document || left instanceof List);
        return tie ? encode(left).compareTo(encode(right)) : order;
    }

    private int compareEach(List<?> one, List<?> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        // 1 and 1.0 are equal in MongoDB's order, but they are two keys.
        return one.equals(other) ? 0 : encode(one).compareTo(encode(other));
    }

    @Override
    public int getMemory(Object value) {
        return encode(value).readableBytes();
    }

    /** Sizes differ widely, but the store only asks about a sample. */
    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    @Override
    public void write(WriteBuffer target, Object value) {
        BsonBytes.TYPE.write(target, bytes(value));
    }

    @Override
    public Object read(ByteBuffer source) {
        return value(BsonBytes.TYPE.read(source));
    }

    static byte[] bytes(Object value) {
        ByteBuf bytes = encode(value);
        return Arrays.copyOf(bytes.array(), bytes.readableBytes());
    }

    /** Decodes a document from its {@link #bytes}. Each call returns a new copy. */
    static Document document(byte[] bytes) {
        return (Document) value(bytes);
    }

    private static Object value(byte[] bytes) {
        Document wrapper = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
        return wrapper.getOrDefault(VALUE, Missing.getInstance());
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }

    private static ByteBuf encode(Object value) {
        Document wrapper = new Document();
        // A missing field is not the same as null, and BSON has no value for it.
        if (!(value instanceof Missing)) {
            wrapper.put(VALUE, value);
        }
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(wrapper, bytes);
        return bytes;
    }
}
