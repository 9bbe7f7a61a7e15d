package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.CloudEventRecords;
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
 * One service's subscription to one topic, as a Spring Cloud Stream function. An event of a type nobody registered is
 * somebody else's and skipped. Where a handler fails:
 * <ul>
 *   <li>store or broker away: the failure goes up, and the container delivers the record again, for ever;
 *   <li>anything else: the record is parked, and every later one of its aggregate behind it; other aggregates go on.
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

    /** Handles events of a wire type, {@code referral.deal-closed.v1}, read as the given record. */
    public <E> EventConsumer on(String type, Class<E> event, EventHandler<E> handler) {
        subscriptions.put(type, Subscription.oneByOne(shared.readerFor(event), handler, name, shared));
        return this;
    }

    /** Handles the events of a wire type that come in one poll together; {@link #inBatches} must be the function bound. */
    public <E> EventConsumer onBatch(String type, Class<E> event, BatchHandler<E> handler) {
        subscriptions.put(type, new Subscription<>(shared.readerFor(event), true, handler, name, shared));
        return this;
    }

    /** Handles null records: only a compacted topic has them; elsewhere they are parked. */
    public EventConsumer onTombstone(TombstoneHandler handler) {
        tombstones = handler;
        return this;
    }

    /** The binding's name, under which this consumer's parked events are listed. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public void accept(Message<byte[]> message) {
        ConsumerRecord<?, ?> record = message.getHeaders().get(KafkaHeaders.RAW_DATA, ConsumerRecord.class);
        if (record == null) {
            throw new IllegalStateException("the binding of " + name + " must hand over raw records");
        }
        consume(Delivery.of(record));
    }

    /** The same consumer for a binding with {@code batch-mode}: handed all records of a poll at once. */
    public Consumer<Message<List<byte[]>>> inBatches() {
        return message -> {
            List<?> records = message.getHeaders().get(KafkaHeaders.RAW_DATA, List.class);
            if (records == null) {
                throw new IllegalStateException("the binding of " + name + " must hand over raw records");
            }
            consume(records.stream()
                    .map(record -> Delivery.of((ConsumerRecord<?, ?>) record))
                    .toList());
        };
    }

    /**
     * Handles or parks the records of one poll.
     *
     * @throws org.springframework.kafka.listener.BatchListenerFailedException names the first whose offset may not be
     *     committed
     */
    public void consume(List<Delivery> poll) {
        new Poll(this, parking, poll).consume();
    }

    /** Handles a record, or parks it. Returns only when its offset may be committed. */
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
            throw new UnreadableEventException("no ce_type header", null);
        }
        Subscription<?> subscription = subscriptions.get(type);
        if (subscription == null) {
            refuseUnknownVersion(type);
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

    /** Hands events that came together to their handler in one call. */
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

    /** A type we do handle, in a version we don't: skipping it would lose what it says. */
    private void refuseUnknownVersion(String type) {
        String withoutVersion = type.substring(0, type.lastIndexOf('.') + 1);
        for (String known : subscriptions.keySet()) {
            if (!withoutVersion.isEmpty()
                    && known.substring(0, known.lastIndexOf('.') + 1).equals(withoutVersion)) {
                throw new UnreadableEventException("unknown version: " + type + "; this consumer reads " + known, null);
            }
        }
    }
}
