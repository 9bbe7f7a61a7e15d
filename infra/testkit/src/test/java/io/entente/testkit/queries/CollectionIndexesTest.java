package io.entente.testkit.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionIndexesTest {

    private static final CollectionIndexes INDEXES = new CollectionIndexes(Stream.concat(
                    Stream.of(DeclaredIndex.OF_ID),
                    Stream.of(
                                    "{key: {partner: 1, number: -1}}",
                                    "{key: {state: 1, dueAt: 1}}",
                                    "{key: {'outbox.since': 1}, sparse: true}",
                                    "{key: {client: 1, year: 1}, unique: true}")
                            .map(Document::parse)
                            .map(DeclaredIndex::of))
            .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one value of _id                  | {filter: {_id: 1, version: 3}}",
                "several values of _id             | {filter: {_id: {$in: [1, 2]}}, sort: {_id: 1}}",
                "a page by _id                     | {filter: {_id: {$gt: 5}}, sort: {_id: 1}, limit: 10}",
                "a prefix                          | {filter: {partner: 'p'}}",
                "a prefix and another field        | {filter: {partner: 'p', kind: 'k'}}",
                "a prefix, then the order          | {filter: {partner: 'p'}, sort: {number: -1}, limit: 1}",
                "a prefix, then the reverse order  | {filter: {partner: 'p'}, sort: {number: 1}, limit: 1}",
                "a prefix, then a range            | {filter: {$and: [{state: 's'}, {dueAt: {$lte: 7}}]}}",
                "a range in its own order          | {filter: {state: 's', dueAt: {$lte: 7}}, sort: {dueAt: 1}}",
                "a sparse field that must exist    | {filter: {'outbox.since': {$exists: true}}}",
                "all fields of a unique index      | {filter: {client: 'c', year: 1}, sort: {other: 1}}",
                "an order and a limit              | {sort: {partner: 1, number: -1}, limit: 10}",
                "an index for each alternative     | {filter: {$or: [{partner: 'p'}, {state: 's'}]}}"
            })
    void a_query_is_served_by(String reason, String find) {
        assertThat(INDEXES.serve(shape(find))).as(reason).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field without an index           | {filter: {kind: 'k'}}",
                "the second field of an index       | {filter: {number: 7}}",
                "an order that no index has         | {filter: {partner: 'p'}, sort: {kind: 1}, limit: 1}",
                "mixed directions                   | {sort: {partner: 1, number: 1}, limit: 10}",
                "an order after a skipped field     | {filter: {state: 's'}, sort: {number: 1}}",
                "a range before the order           | {filter: {state: {$gt: 's'}}, sort: {dueAt: 1}}",
                "a negation                         | {filter: {state: {$ne: 's'}}}",
                "a field that must be missing       | {filter: {'outbox.since': {$exists: false}}}",
                "a field that must exist, not sparse| {filter: {state: {$exists: true}}}",
                "an alternative without an index    | {filter: {$or: [{partner: 'p'}, {kind: 'k'}]}}",
                "no condition and no limit          | {sort: {partner: 1, number: -1}}",
                "no condition and no order          | {limit: 10}",
                "the order of a sparse index        | {sort: {'outbox.since': 1}, limit: 10}"
            })
    void a_query_is_not_served_because_of(String reason, String find) {
        assertThat(INDEXES.serve(shape(find))).as(reason).isFalse();
    }

    private static QueryShape shape(String find) {
        BsonDocument command = new BsonDocument("find", new BsonString("deals"));
        command.putAll(BsonDocument.parse(find));
        return QueryShape.of("find", command).get(0);
    }
}
