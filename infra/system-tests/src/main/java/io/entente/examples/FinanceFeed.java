package io.entente.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An example of a consumer in finance's own systems. It follows {@code commission.events} and prints an entry for the books as
 * {@code date;partner;entry;amount;currency;reference}. A real consumer must observe these rules:
 * <ul>
 *   <li>An event may be delivered again, so book each {@code ce_id} once. Here {@code seen} stands for a unique key of the books.
 *   <li>Book first and commit the offset afterwards, so that an event that was read but not booked is read again.
 *   <li>Events of one partner come in order. {@code ce_sequence} numbers the events of an aggregate, {@code ce_subject}, without gaps.
 *   <li>Skip unknown types and unknown fields, because new ones may be added at any time. {@code .v2} is another type.
 *   <li>Amounts are decimal text. {@code revenue}, {@code earned} and {@code paid} in statements may be negative, the amounts of
 *       payouts never are.
 *   <li>{@code corrects} names an outcome that was reported by mistake. A payout that failed was never booked, unless it corrects
 *       one that was booked as paid.
 * </ul>
 *
 * <p>Run it: {@code java … io.entente.examples.FinanceFeed localhost:9092 commission.events}.
 */
public final class FinanceFeed {

    private static final Duration POLL = Duration.ofMillis(500);

    /** The event types that change the books, with the name of their entry. All other types are skipped. */
    private static final Map<String, String> ENTRIES = Map.of(
            "commission.commission-accrued.v1", "commission earned",
            "commission.commission-adjusted.v1", "commission corrected",
            "commission.commission-clawed-back.v1", "commission taken back",
            "commission.commission-voided.v1", "commission cancelled",
            "commission.payout-paid.v1", "paid",
            "commission.payout-returned.v1", "payment returned");

    private static final String FAILED = "commission.payout-failed.v1";

    private final JsonMapper json = JsonMapper.builder().build();
    private final PrintStream books;
    private final Set<String> seen;

    /** @param seen ids of the booked events, which a real consumer stores together with its books */
    public FinanceFeed(PrintStream books, Set<String> seen) {
        this.books = books;
        this.seen = seen;
    }

    public static void main(String... arguments) {
        FinanceFeed feed = new FinanceFeed(System.out, new java.util.HashSet<>());
        try (KafkaConsumer<String, String> consumer = consumer(arguments[0], "finance-feed")) {
            consumer.subscribe(List.of(arguments[1]));
            while (!Thread.currentThread().isInterrupted()) {
                feed.poll(consumer);
            }
        }
    }

    /** A consumer that starts with the first event and commits only when it is told to. */
    public static KafkaConsumer<String, String> consumer(String brokers, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Books the events that have arrived and then commits their offsets. */
    public void poll(KafkaConsumer<String, String> consumer) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
            book(record);
        }
        consumer.commitSync();
    }

    private void book(ConsumerRecord<String, String> record) {
        String type = header(record, "ce_type");
        if (!ENTRIES.containsKey(type) && !type.equals(FAILED)) {
            return;
        }
        JsonNode event = json.readTree(record.value());
        boolean isCorrection = event.path("corrects").asString("").equals("PAID");
        String entry = isCorrection ? "payment corrected" : ENTRIES.get(type);
        if (entry == null || !seen.add(header(record, "ce_id"))) {
            return;
        }
        JsonNode amount = event.path("amount");
        String reference = event.has("payoutId")
                ? event.path("payoutId").asString()
                : event.path("commissionId").asString();
        books.println(String.join(
                ";",
                event.path("occurredAt").asString(),
                event.path("partnerId").asString(),
                entry,
                amount.path("amount").asString(),
                amount.path("currency").asString(),
                reference));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
