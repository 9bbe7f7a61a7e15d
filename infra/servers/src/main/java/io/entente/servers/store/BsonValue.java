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
 * Keeps MongoDB values in an MVStore as BSON, ordered as MongoDB orders them. The store's default is Java serialization: some
 * ten times the bytes, and an order that range queries can't use.
 */
final class BsonValue extends BasicDataType<Object> {

    static final BsonValue TYPE = new BsonValue();

    private static final String VALUE = "v";

    private BsonValue() {}

    @Override
    public int compare(Object left, Object right) {
        // What nearly all keys are. The comparator would first find out what kind of value it has, some ten times a
        // look-up.
        if (left instanceof String one && right instanceof String other) {
            return one.compareTo(other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other && one.size() == other.size()) {
            return compareEach(one, other);
        }
        int order = ValueComparator.ascWithoutListHandling().compare(left, right);
        // MongoDB's order takes [1, 2] and [1, 3] within a document for equal; as keys they are two.
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
        // 1 and 1.0 are in the same place, and two keys.
        return one.equals(other) ? 0 : encode(one).compareTo(encode(other));
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

    /** The document that these are the {@link #bytes} of; another one at each call. */
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
        // A field that isn't there is not the same as null, and BSON has no value for it.
        if (!(value instanceof Missing)) {
            wrapper.put(VALUE, value);
        }
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(wrapper, bytes);
        return bytes;
    }
}
