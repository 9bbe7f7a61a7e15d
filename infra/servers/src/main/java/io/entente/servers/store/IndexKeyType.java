package io.entente.servers.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Orders the keys of an index, which are lists of values: value by value, a list before all lists that begin with it. */
final class IndexKeyType extends BasicDataType<Object> {

    static final IndexKeyType TYPE = new IndexKeyType();

    /** Comes after every value. It is only searched for and never stored. */
    private static final Object AFTER_EVERYTHING = new Object();

    private IndexKeyType() {}

    /** The place behind all keys that begin with these values. */
    static List<Object> endOf(List<Object> prefix) {
        List<Object> end = new ArrayList<>(prefix);
        end.add(AFTER_EVERYTHING);
        return end;
    }

    @Override
    public int compare(Object left, Object right) {
        List<?> one = (List<?>) left;
        List<?> other = (List<?>) right;
        int shared = Math.min(one.size(), other.size());
        for (int i = 0; i < shared; i++) {
            int order = compareValues(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compareValues(Object one, Object other) {
        if (one == AFTER_EVERYTHING || other == AFTER_EVERYTHING) {
            return Boolean.compare(one == AFTER_EVERYTHING, other == AFTER_EVERYTHING);
        }
        return BsonValue.TYPE.compare(one, other);
    }

    @Override
    public int getMemory(Object key) {
        return BsonValue.TYPE.getMemory(key);
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    @Override
    public void write(WriteBuffer target, Object key) {
        BsonValue.TYPE.write(target, key);
    }

    @Override
    public Object read(ByteBuffer source) {
        return BsonValue.TYPE.read(source);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
