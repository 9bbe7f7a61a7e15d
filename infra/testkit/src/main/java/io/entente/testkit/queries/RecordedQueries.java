package io.entente.testkit.queries;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/**
 * Records the shape of every query that a driver sends, and fails if no index serves one of them. A query without an index
 * reads its whole collection: it is quick in a test and slow after a year.
 *
 * <p>A query that reads a small, bounded collection as a whole may be listed in a resource {@value #EXCEPTIONS} of the
 * service's tests, one shape a line, as the failure prints it. Lines that begin with {@code #} give the reason.
 */
public final class RecordedQueries implements CommandListener {

    static final String EXCEPTIONS = "entente/unindexed-queries.txt";

    private final Set<QueryShape> shapes = ConcurrentHashMap.newKeySet();
    private final Set<String> exceptions;

    public RecordedQueries() {
        this(exceptions());
    }

    RecordedQueries(Set<String> exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        // The driver reuses the command's buffers afterwards, so the shapes are taken at once.
        BsonDocument command = event.getCommand();
        shapes.addAll(QueryShape.of(event.getCommandName(), command));
    }

    /** @throws AssertionError naming every query that no index of the database serves and that isn't an exception */
    public void assertServedByIndexes(MongoDatabase database) {
        List<String> unserved = unserved(database).stream()
                .filter(shape -> !exceptions.contains(shape))
                .toList();
        if (!unserved.isEmpty()) {
            throw new AssertionError(
                    "No index serves these queries, so each reads a whole collection or sorts in memory:\n  "
                            + String.join("\n  ", unserved) + "\nDeclare an index, or list the query in " + EXCEPTIONS
                            + " with the bound of its collection.");
        }
    }

    List<String> unserved(MongoDatabase database) {
        return shapes.stream()
                .filter(shape ->
                        !CollectionIndexes.of(database, shape.collection()).serve(shape))
                .map(QueryShape::toString)
                .sorted()
                .distinct()
                .toList();
    }

    private static Set<String> exceptions() {
        Set<String> exceptions = new HashSet<>();
        try {
            for (URL list :
                    Collections.list(RecordedQueries.class.getClassLoader().getResources(EXCEPTIONS))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(exceptions::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exceptions;
    }
}
