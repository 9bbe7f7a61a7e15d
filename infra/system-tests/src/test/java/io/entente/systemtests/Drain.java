package io.entente.systemtests;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Waits until all work is done: no outbox holds an event, and no consumer group has an unread record. */
final class Drain {

    /** Only a broken system needs so long; a machine that is busy with other things can need more than a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** The consumer groups of the shared services. */
    private static final Set<String> GROUPS =
            Set.of(Cluster.PARTNER, Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION);

    private static final List<String> DATABASES =
            GROUPS.stream().map(Cluster::database).toList();

    /** The field whose index the sweep reads. Without the index each look would read all documents of all services. */
    private static final String SWEPT = "outbox.since";

    private final Cluster cluster;
    private Map<TopicPartition, Long> endBefore = Map.of();

    private Drain(Cluster cluster) {
        this.cluster = cluster;
    }

    static void of(Cluster cluster) {
        Drain drain = new Drain(cluster);
        await("everything drained")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(drain::isDone, List::isEmpty);
    }

    /** Consumers publish while they consume, so work is done only if two checks in a row find the same topics completely read. */
    private List<String> isDone() throws InterruptedException, ExecutionException {
        List<String> left = new ArrayList<>(fullOutboxes(cluster, DATABASES, SWEPT));
        Map<TopicPartition, Long> end = new HashMap<>();
        Map<String, ConsumerGroupDescription> groups =
                cluster.admin().describeConsumerGroups(GROUPS).all().get();
        for (ConsumerGroupDescription group : groups.values()) {
            left.addAll(lagOf(group, end));
        }
        if (!end.equals(endBefore)) {
            left.add("topics still grow");
        }
        endBefore = end;
        return left;
    }

    private List<String> lagOf(ConsumerGroupDescription group, Map<TopicPartition, Long> end)
            throws InterruptedException, ExecutionException {
        Set<TopicPartition> assigned = group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
        if (group.groupState() != GroupState.STABLE || assigned.isEmpty()) {
            return List.of(group.groupId() + " is " + group.groupState());
        }
        Map<TopicPartition, OffsetAndMetadata> read = cluster.admin()
                .listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> ends = ends(cluster, assigned);
        end.putAll(ends);
        return assigned.stream()
                .filter(partition -> offset(read.get(partition)) < ends.get(partition))
                .map(partition -> group.groupId() + " lags on " + partition)
                .toList();
    }

    static Map<TopicPartition, Long> ends(Cluster cluster, Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        KafkaFuture<Map<TopicPartition, Long>> ends = cluster.admin()
                .listOffsets(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .thenApply(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().offset())));
        return ends.get();
    }

    static void assertOutboxesEmpty(Cluster cluster) {
        assertThat(fullOutboxes(cluster, DATABASES, "outbox")).isEmpty();
    }

    /** The collections with an event in an outbox, each as {@code database.collection}. */
    static List<String> fullOutboxes(Cluster cluster, Collection<String> databases) {
        return fullOutboxes(cluster, databases, SWEPT);
    }

    private static List<String> fullOutboxes(Cluster cluster, Collection<String> databases, String field) {
        List<String> full = new ArrayList<>();
        for (String database : databases) {
            for (String collection : cluster.mongo().getDatabase(database).listCollectionNames()) {
                long pending = cluster.mongo()
                        .getDatabase(database)
                        .getCollection(collection)
                        .countDocuments(exists(field));
                if (pending > 0) {
                    full.add("%s.%s has %d outboxes".formatted(database, collection, pending));
                }
            }
        }
        return full;
    }

    private static long offset(OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }
}
