package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.examples.FinanceFeed;
import io.entente.testkit.Contracts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The example for finance's systems does what the contracts' README promises. */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.OWN_SERVICES)
class FinanceFeedIT {

    private static final List<String> TYPES = List.of(
            "commission.commission-accrued.v1",
            "commission.statement-issued.v1",
            "commission.payout-approved.v1",
            "commission.payout-paid.v1",
            "commission.payout-returned.v1");

    private final Cluster cluster;

    FinanceFeedIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void an_event_that_changes_the_books_is_booked_once_however_often_it_comes() {
        String prefix = "feed-" + Long.toHexString(System.nanoTime()) + ".";
        ByteArrayOutputStream books = new ByteArrayOutputStream();
        Set<String> seen = new HashSet<>();
        try (ForeignEvents events = new ForeignEvents(cluster, prefix)) {
            publishAll(events);
            publishAll(events);
            // The consumer is restarted with the same books.
            for (int start = 0; start < 2; start++) {
                FinanceFeed feed = new FinanceFeed(new PrintStream(books, true, UTF_8), seen);
                try (KafkaConsumer<String, String> consumer =
                        FinanceFeed.consumer(cluster.brokers(), prefix + "finance-" + start)) {
                    consumer.subscribe(List.of(prefix + Topics.COMMISSION_EVENTS));
                    await("booked").atMost(Duration.ofSeconds(30)).until(() -> {
                        feed.poll(consumer);
                        return !consumer.assignment().isEmpty()
                                && books.toString(UTF_8).lines().count() >= 3;
                    });
                    feed.poll(consumer);
                }
            }
        }

        assertThat(books.toString(UTF_8).lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains(";commission earned;1054.00;USD;"))
                .anySatisfy(line -> assertThat(line).contains(";paid;1054.00;USD;"))
                .anySatisfy(line -> assertThat(line).contains(";payment returned;1054.00;USD;"));
    }

    private static void publishAll(ForeignEvents events) {
        long sequence = 1;
        for (String type : TYPES) {
            events.publish(
                    Topics.COMMISSION_EVENTS,
                    type,
                    type,
                    "01K1A7Q2M8V4R6T9W3X5Y7Z0BC",
                    sequence++,
                    Contracts.sample(type).getBytes(UTF_8));
        }
    }
}
