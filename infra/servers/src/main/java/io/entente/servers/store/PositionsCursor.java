package io.entente.servers.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * What a query is still to hand out, as positions in an index: the documents are read when they are asked for, a batch at a
 * time. Read all at once, a long outbox kept its sweep waiting until the last document of it was decoded.
 */
final class PositionsCursor extends AbstractCursor {

    private final Iterator<Object> positions;
    private final Function<List<Object>, List<Document>> read;

    /** @param read the documents at some positions, but for those that the query doesn't match, or not any more */
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
