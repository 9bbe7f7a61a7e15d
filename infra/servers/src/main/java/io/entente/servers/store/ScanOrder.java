package io.entente.servers.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the order of a scan relates to the order that a query asks for. An index keeps the values of each of its fields in
 * ascending order, whatever direction it was declared with, so it can be read from its start or from its end. An order that
 * mixes directions is left to a sort.
 */
enum ScanOrder {
    ASCENDING,
    DESCENDING,
    UNRELATED;

    private static final String ID = "_id";

    /**
     * @param fields those of the index
     * @param equal for how many of them the query names one value; those don't matter for the order
     * @param orderBy null if the query asks for no order
     */
    static ScanOrder of(List<String> fields, int equal, @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty()) {
            return UNRELATED;
        }
        List<String> asked = new ArrayList<>(orderBy.keySet());
        asked.removeAll(fields.subList(0, equal));
        List<String> given = new ArrayList<>(fields.subList(equal, fields.size()));
        // Entries with equal values are in the order of the documents' ids.
        given.add(ID);
        if (asked.size() > given.size() || !given.subList(0, asked.size()).equals(asked)) {
            return UNRELATED;
        }
        if (asked.stream().allMatch(field -> isDirection(orderBy.get(field), 1))) {
            return ASCENDING;
        }
        return asked.stream().allMatch(field -> isDirection(orderBy.get(field), -1)) ? DESCENDING : UNRELATED;
    }

    private static boolean isDirection(@Nullable Object direction, int expected) {
        return direction instanceof Number number && number.intValue() == expected;
    }

    boolean isAsAsked() {
        return this != UNRELATED;
    }

    boolean isDescending() {
        return this == DESCENDING;
    }
}
