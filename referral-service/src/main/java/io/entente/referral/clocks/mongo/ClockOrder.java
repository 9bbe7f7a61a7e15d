package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.lists.SortOrder;
import io.entente.referral.sla.SlaBoard.Filter;
import io.entente.referral.sla.SlaBoard.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/** The order of clocks in a query. No two clocks have the same place in it. */
record ClockOrder(SortOrder order) {

    private static final String DUE_AT = MongoPromiseRecords.DUE_AT;
    private static final String STARTED_AT = "clocks.startedAt";
    private static final String KIND = "clocks.kind";
    private static final String ID = "_id";

    Sort sort() {
        Sort.Direction direction = order.isDescending() ? Sort.Direction.DESC : Sort.Direction.ASC;
        return Sort.by(direction, fields().toArray(String[]::new));
    }

    private List<String> fields() {
        return order.by().equals(Filter.STARTED)
                ? List.of(STARTED_AT, ID, KIND, DUE_AT)
                : List.of(DUE_AT, ID, KIND, STARTED_AT);
    }

    /** The same order for clocks that have been read. */
    Comparator<Position> comparator() {
        Comparator<Position> byDue = Comparator.comparing(Position::dueAt);
        Comparator<Position> byStart = Comparator.comparing(Position::startedAt);
        boolean isByStart = order.by().equals(Filter.STARTED);
        Comparator<Position> ascending = (isByStart ? byStart : byDue)
                .thenComparing(Position::referralId)
                .thenComparing(position -> position.kind().name())
                .thenComparing(isByStart ? byDue : byStart);
        return order.isDescending() ? ascending.reversed() : ascending;
    }

    /** Selects the clocks that come after a position: by the first field, or by the next one if the first is the same, and so on. */
    Criteria after(Position position) {
        List<Criteria> alternatives = new ArrayList<>();
        List<Criteria> same = new ArrayList<>();
        values(position).forEach((field, value) -> {
            List<Criteria> all = new ArrayList<>(same);
            all.add(order.isDescending() ? where(field).lt(value) : where(field).gt(value));
            alternatives.add(new Criteria().andOperator(all));
            same.add(where(field).is(value));
        });
        return new Criteria().orOperator(alternatives);
    }

    private Map<String, Object> values(Position position) {
        Map<String, Object> known = Map.of(
                DUE_AT, position.dueAt(),
                STARTED_AT, position.startedAt(),
                KIND, position.kind(),
                ID, position.referralId());
        Map<String, Object> values = new LinkedHashMap<>();
        fields().forEach(field -> values.put(field, known.get(field)));
        return values;
    }
}
