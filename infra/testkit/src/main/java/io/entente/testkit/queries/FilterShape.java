package io.entente.testkit.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The structure of a filter without its values: how it restricts each field.
 *
 * @param fields the restriction of each field by its path; of several restrictions the one that an index uses best
 * @param alternatives the branches of each {@code $or}
 */
record FilterShape(Map<String, Restriction> fields, List<List<FilterShape>> alternatives) {

    /** How a filter restricts a field, from the restriction that narrows an index most to the one that doesn't at all. */
    enum Restriction {
        EQUAL("="),
        RANGE("<>"),
        EXISTS("exists"),
        OTHER("?");

        private final String symbol;

        Restriction(String symbol) {
            this.symbol = symbol;
        }

        private static Restriction of(String operator, BsonValue operand) {
            return switch (operator) {
                case "$eq", "$in", "$all" -> EQUAL;
                case "$gt", "$gte", "$lt", "$lte" -> RANGE;
                case "$exists" -> operand.isBoolean() && operand.asBoolean().getValue() ? EXISTS : OTHER;
                default -> OTHER;
            };
        }
    }

    static FilterShape of(BsonDocument filter) {
        FilterShape shape = new FilterShape(new TreeMap<>(), new ArrayList<>());
        shape.add("", filter);
        return shape;
    }

    private void add(String path, BsonDocument filter) {
        filter.forEach((name, value) -> {
            switch (name) {
                case "$and" -> value.asArray().forEach(part -> add(path, part.asDocument()));
                case "$or" -> alternatives.add(branches(value.asArray()));
                default -> addField(path + name, value);
            }
        });
    }

    private static List<FilterShape> branches(BsonArray branches) {
        return branches.stream().map(branch -> of(branch.asDocument())).toList();
    }

    private void addField(String field, BsonValue value) {
        if (value.isRegularExpression() || field.startsWith("$")) {
            restrict(field, Restriction.OTHER);
        } else if (value.isDocument() && hasOperators(value.asDocument())) {
            value.asDocument().forEach((operator, operand) -> {
                if (operator.equals("$elemMatch")) {
                    add(field + ".", operand.asDocument());
                } else {
                    restrict(field, Restriction.of(operator, operand));
                }
            });
        } else {
            restrict(field, Restriction.EQUAL);
        }
    }

    private static boolean hasOperators(BsonDocument value) {
        return !value.isEmpty() && value.getFirstKey().startsWith("$");
    }

    private void restrict(String field, Restriction restriction) {
        fields.merge(field, restriction, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    boolean isEmpty() {
        return fields.isEmpty() && alternatives.isEmpty();
    }

    Set<String> equal() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == Restriction.EQUAL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        fields.forEach((field, restriction) -> parts.add(field + " " + restriction.symbol));
        alternatives.forEach(branches ->
                parts.add(branches.stream().map(FilterShape::toString).collect(Collectors.joining(" or "))));
        return "{" + String.join(", ", parts) + "}";
    }
}
