package io.entente.servers.store;

import java.nio.ByteBuffer;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Lists of values as keys of an {@link OrderedIndex}: ordered value by value, a list before all that begin with it. */
final class IndexKeyType extends BasicDataType<Object> {

    static final IndexKeyType TYPE = new IndexKeyType();

    private IndexKeyType() {}

    @Override
    public int compare(Object left, Object right) {
        List<?> one = (List<?>) left;
        List<?> other = (List<?>) right;
        int shared = Math.min(one.size(), other.size());
        for (int i = 0; i < shared; i++) {
            int order = BsonValue.TYPE.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
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
