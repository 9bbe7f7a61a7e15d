package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The remaining results of a query as positions in an index. Documents are read a batch at a time, when the client asks for
 * the batch. When they were all read at once, a sweep of a long outbox had to wait until its last document was decoded.
 */
final class PositionsCursor extends AbstractCursor {

    private final Iterator<Object> positions;
    private final Function<List<Object>, List<Document>> read;

    /** @param read reads the documents at some positions, without those that the query doesn't match or no longer matches */
    PositionsCursor(long id, List<Object> positions, Function<List<Object>, List<Document>> read) {
        super(id);
        this.positions = positions.iterator();
        this.read = read;
    }

    @Override
    public boolean isEmpty() {
        return !positions.hasNext();
    }

    @Override
    public List<Document> takeDocuments(int count) {
        List<Document> taken = new ArrayList<>(count);
        while (taken.size() < count && positions.hasNext()) {
            List<Object> next = new ArrayList<>();
            for (int missing = count - taken.size(); missing > 0 && positions.hasNext(); missing--) {
                next.add(positions.next());
            }
            taken.addAll(read.apply(next));
        }
        return taken;
    }
}
