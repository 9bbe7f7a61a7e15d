package io.entente.testkit.queries;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The indexes of a collection, the one over {@code _id} included. */
record CollectionIndexes(List<DeclaredIndex> indexes) {

    static CollectionIndexes of(MongoDatabase database, String collection) {
        // A collection that doesn't exist yet lists no index, but it will have this one.
        List<DeclaredIndex> indexes = new ArrayList<>(List.of(DeclaredIndex.OF_ID));
        for (Document description : database.getCollection(collection).listIndexes()) {
            // A partial index would serve only some values of a query, and a shape doesn't say which.
            if (!description.containsKey("partialFilterExpression")) {
                indexes.add(DeclaredIndex.of(description));
            }
        }
        return new CollectionIndexes(indexes);
    }

    /** Whether one index serves the query, or one serves each branch of an {@code $or}. */
    boolean serve(QueryShape query) {
        return indexes.stream().anyMatch(index -> index.serves(query))
                || query.filter().alternatives().stream()
                        .anyMatch(branches -> branches.stream().allMatch(branch -> serve(query.onlyBranch(branch))));
    }
}
