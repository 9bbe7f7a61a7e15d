package io.entente.testkit.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The structure of a query without its values. Two queries of one shape are served by the same index.
 *
 * @param sort the fields that the query sorts by, each with its direction
 * @param isLimited whether the query ends after a number of documents
 */
record QueryShape(String collection, FilterShape filter, List<SortKey> sort, boolean isLimited) {

    /** A field of a sort. */
    record SortKey(String field, boolean isAscending) {

        static List<SortKey> of(BsonDocument sort) {
            return sort.entrySet().stream()
                    .filter(key -> key.getValue().isNumber())
                    .map(key ->
                            new SortKey(key.getKey(), key.getValue().asNumber().intValue() > 0))
                    .toList();
        }

        @Override
        public String toString() {
            return (isAscending ? "+" : "-") + field;
        }
    }

    /** The shapes of the queries in a command; none if the command isn't a query. */
    static List<QueryShape> of(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> List.of(of(command, name, "filter", "sort", !isZero(command, "limit")));
            case "findAndModify" -> List.of(of(command, name, "query", "sort", true));
            case "distinct" -> List.of(of(command, name, "query", "sort", false));
            // Without a filter the store answers from its own counter.
            case "count" ->
                document(command, "query").isEmpty() ? List.of() : List.of(of(command, name, "query", "sort", false));
            case "update" -> ofEach(command, name, "updates");
            case "delete" -> ofEach(command, name, "deletes");
            case "aggregate" -> ofPipeline(command);
            default -> List.of();
        };
    }

    private static QueryShape of(BsonDocument command, String name, String filter, String sort, boolean isLimited) {
        return new QueryShape(
                command.getString(name).getValue(),
                FilterShape.of(document(command, filter)),
                SortKey.of(document(command, sort)),
                isLimited);
    }

    private static List<QueryShape> ofEach(BsonDocument command, String name, String parts) {
        String collection = command.getString(name).getValue();
        return command.getArray(parts).stream()
                .map(BsonValue::asDocument)
                .map(part -> new QueryShape(collection, FilterShape.of(document(part, "q")), List.of(), false))
                .distinct()
                .toList();
    }

    /** An index serves only the stages at the beginning of a pipeline that select and sort. */
    private static List<QueryShape> ofPipeline(BsonDocument command) {
        if (!command.isString("aggregate")) {
            return List.of();
        }
        List<FilterShape> filters = new ArrayList<>();
        List<SortKey> sort = new ArrayList<>();
        boolean isLimited = false;
        for (BsonValue stage : command.getArray("pipeline")) {
            switch (stage.asDocument().getFirstKey()) {
                case "$match" -> filters.add(FilterShape.of(stage.asDocument().getDocument("$match")));
                case "$sort" -> sort.addAll(SortKey.of(stage.asDocument().getDocument("$sort")));
                case "$limit" -> isLimited = true;
                case "$skip" -> {}
                default -> {
                    return List.of(ofPipeline(command, filters, sort, isLimited));
                }
            }
        }
        return List.of(ofPipeline(command, filters, sort, isLimited));
    }

    private static QueryShape ofPipeline(
            BsonDocument command, List<FilterShape> filters, List<SortKey> sort, boolean isLimited) {
        FilterShape filter = filters.isEmpty() ? FilterShape.of(new BsonDocument()) : filters.get(0);
        return new QueryShape(command.getString("aggregate").getValue(), filter, sort, isLimited);
    }

    /** The same query with one branch of an {@code $or} instead of its filter. The branches' results are merged or sorted. */
    QueryShape onlyBranch(FilterShape branch) {
        return new QueryShape(collection, branch, List.of(), isLimited);
    }

    private static boolean isZero(BsonDocument command, String field) {
        return !command.isNumber(field) || command.getNumber(field).intValue() == 0;
    }

    private static BsonDocument document(BsonDocument command, String field) {
        return command.isDocument(field) ? command.getDocument(field) : new BsonDocument();
    }

    @Override
    public String toString() {
        String order = sort.stream().map(SortKey::toString).collect(Collectors.joining(", "));
        return collection + " " + filter + (order.isEmpty() ? "" : " sort " + order);
    }
}
