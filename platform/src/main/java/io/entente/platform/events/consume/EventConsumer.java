package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.Delivery;
import io.entente.platform.events.envelope.UnreadableEventException;
import io.entente.platform.events.parking.ParkedHandler;
import io.entente.platform.events.parking.ParkingLot;
import io.entente.platform.runtime.TransientFailures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A service's subscription to a topic, as a Spring Cloud Stream function. Events of types that nobody has registered are meant
 * for others and are skipped. If a handler fails:
 * <ul>
 *   <li>A transient failure is rethrown, and the container delivers the record again, as often as necessary.
 *   <li>After any other failure the record is parked, and every later record of its aggregate behind it. Other aggregates go
 *       on.
 * </ul>
 */
public final class EventConsumer implements Consumer<Message<byte[]>>, ParkedHandler {

    private final String name;
    private final EventConsumers shared;
    private final ParkingLot parking;
    private final Map<String, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private @Nullable TombstoneHandler tombstones;

    EventConsumer(String name, EventConsumers shared, ParkingLot parking) {
        this.name = name;
        this.shared = shared;
        this.parking = parking;
    }

    /** Registers a handler for the events of a wire type such as {@code referral.deal-closed.v1}. */
    public <E> EventConsumer on(String type, Class<E> event, EventHandler<E> handler) {
        subscriptions.put(type, Subscription.oneByOne(shared.readerFor(event), handler, name, shared));
        return this;
    }

    /** Registers a handler for all events of a wire type in one poll. The function to bind is {@link #inBatches}. */
    public <E> EventConsumer onBatch(String type, Class<E> event, BatchHandler<E> handler) {
        subscriptions.put(type, new Subscription<>(shared.readerFor(event), true, handler, name, shared));
        return this;
    }

    /** Registers a handler for tombstones, which only compacted topics have. Without a handler, a tombstone is parked. */
    public EventConsumer onTombstone(TombstoneHandler handler) {
        tombstones = handler;
        return this;
    }

    /** The name of the binding, by which parked events are listed. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public void accept(Message<byte[]> message) {
        ConsumerRecord<?, ?> record = message.getHeaders().get(KafkaHeaders.RAW_DATA, ConsumerRecord.class);
        if (record == null) {
            throw new IllegalStateException(
                    "The binding of " + name + " must use rawRecordConverter or rawBatchConverter");
        }
        consume(Delivery.of(record));
    }

    /** This consumer as the function of a binding with {@code batch-mode}, which receives all records of a poll at once. */
    public Consumer<Message<List<byte[]>>> inBatches() {
        return message -> {
            List<?> records = message.getHeaders().get(KafkaHeaders.RAW_DATA, List.class);
            if (records == null) {
                throw new IllegalStateException(
                        "The binding of " + name + " must use rawRecordConverter or rawBatchConverter");
            }
            consume(records.stream()
                    .map(record -> Delivery.of((ConsumerRecord<?, ?>) record))
                    .toList());
        };
    }

    /**
     * Handles or parks the records of one poll.
     *
     * @throws org.springframework.kafka.listener.BatchListenerFailedException after a transient failure; names the first
     *     record whose offset must not be committed
     */
    public void consume(List<Delivery> poll) {
        new Poll(this, parking, poll).consume();
    }

    /** Handles or parks a record. When it returns, the offset may be committed. */
    public void consume(Delivery delivery) {
        if (parking.parkBehind(name, delivery)) {
            shared.metrics().parkedBehind(name);
            return;
        }
        try {
            handle(delivery);
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure) || shared.isWaiting(name, delivery, failure)) {
                throw failure;
            }
            parking.park(name, delivery, failure);
            shared.metrics().parked(name);
        }
    }

    @Override
    public void handle(Delivery delivery) {
        try {
            dispatch(delivery);
        } catch (StackOverflowError | LinkageError | AssertionError bug) {
            throw new HandlerError(bug);
        }
    }

    private void dispatch(Delivery delivery) {
        if (delivery.value() == null && tombstones != null && delivery.keyText() != null) {
            shared.metrics().handled(name, "tombstone", tombstones.erase(delivery.keyText()));
            return;
        }
        String type = CloudEventRecords.text(delivery.headers(), CloudEventRecords.TYPE);
        if (type == null) {
            throw new UnreadableEventException("The header ce_type is missing", null);
        }
        Subscription<?> subscription = subscriptions.get(type);
        if (subscription == null) {
            rejectUnknownVersion(type);
            shared.metrics().handled(name, "other", Handled.IGNORED);
            return;
        }
        shared.metrics().handled(name, type, subscription.handle(delivery));
    }

    @Nullable
    Subscription<?> subscription(Delivery delivery) {
        String type = CloudEventRecords.text(delivery.headers(), CloudEventRecords.TYPE);
        return type == null ? null : subscriptions.get(type);
    }

    /** Handles events of one type in one call. */
    @SuppressWarnings("unchecked")
    <E> void handleTogether(Subscription<E> subscription, List<? extends Received<?>> events) {
        List<Received<E>> typed = (List<Received<E>>) events;
        List<Handled> handled;
        try {
            handled = subscription.handler().handle(typed);
        } catch (StackOverflowError | LinkageError | AssertionError bug) {
            throw new HandlerError(bug);
        }
        for (int i = 0; i < typed.size(); i++) {
            shared.metrics().handled(name, typed.get(i).envelope().type(), handled.get(i));
        }
    }

    /** A type that this consumer handles in another version must not be skipped, because its content would be lost. */
    private void rejectUnknownVersion(String type) {
        String withoutVersion = type.substring(0, type.lastIndexOf('.') + 1);
        for (String known : subscriptions.keySet()) {
            if (!withoutVersion.isEmpty()
                    && known.substring(0, known.lastIndexOf('.') + 1).equals(withoutVersion)) {
                throw new UnreadableEventException("unknown version: " + type + "; this consumer reads " + known, null);
            }
        }
    }
}
