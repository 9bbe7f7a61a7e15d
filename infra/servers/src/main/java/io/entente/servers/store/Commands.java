package io.entente.servers.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Knows which commands only read. An unknown command counts as a write, because a commit without changes costs little. */
final class Commands {

    private static final Set<String> READS = Set.of(
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlog",
            "getmore",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    /** The commands by which a driver checks that the server is alive. If they had to wait, the driver would give the server up. */
    private static final Set<String> GREETINGS = Set.of("hello", "ismaster", "ping");

    private Commands() {}

    static boolean isGreeting(String command) {
        return GREETINGS.contains(command.toLowerCase(Locale.ROOT));
    }

    static boolean isRead(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return READS.contains(name) || (name.equals("aggregate") && !writesItsResult(query));
    }

    private static boolean writesItsResult(Document aggregation) {
        return aggregation.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .map(Document.class::cast)
                        .anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
    }
}
