package io.entente.commission.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/** Ids that are made of parts. They sort by their first parts, so related documents are one range of {@code _id}. */
public final class CompositeId {

    private static final String BETWEEN = "/";

    /** The character that follows the separator. */
    private static final String AFTER = "0";

    private CompositeId() {}

    public static String of(String... parts) {
        return Arrays.stream(parts).map(CompositeId::escaped).collect(Collectors.joining(BETWEEN));
    }

    public static List<String> parts(String id) {
        return Arrays.stream(id.split(BETWEEN, -1))
                .map(part -> part.replace("%2F", BETWEEN).replace("%25", "%"))
                .toList();
    }

    /** A filter for all ids that begin with these parts and have more. */
    public static Bson within(String... parts) {
        return and(gte("_id", of(parts) + BETWEEN), lt("_id", of(parts) + AFTER));
    }

    /** The bound right after all ids that begin with these parts. */
    public static String after(String... parts) {
        return of(parts) + AFTER;
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace(BETWEEN, "%2F");
    }
}
