package io.entente.platform.events.consume;

import io.entente.platform.events.parking.ParkingLot;
import io.entente.platform.runtime.TransientFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * The records of one poll on their way through a consumer. Those of a type that may be handled together wait until a record
 * of another type that this consumer handles, or the end, needs them done: so what is handled is in the partition's order.
 */
final class Poll {

    private final EventConsumer consumer;
    private final ParkingLot parking;
    private final List<Delivery> records;
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable Subscription<?> type;

    Poll(EventConsumer consumer, ParkingLot parking, List<Delivery> records) {
        this.consumer = consumer;
        this.parking = parking;
        this.records = records;
    }

    /**
     * Handles or parks every record.
     *
     * @throws BatchListenerFailedException where a server is away: naming the first record that isn't done
     */
    void consume() {
        for (int i = 0; i < records.size(); i++) {
            take(i);
        }
        handleWaiting();
    }

    private void take(int index) {
        Delivery delivery = records.get(index);
        Subscription<?> subscription = consumer.subscription(delivery);
        boolean heldUp = parking.isHeldUp(consumer.name(), delivery);
        if (subscription == null && !heldUp) {
            consume(index);
            return;
        }
        Received<?> joining =
                subscription == null || !subscription.together() || heldUp ? null : readable(subscription, delivery);
        if (joining == null || !Objects.equals(type, subscription)) {
            handleWaiting();
        }
        if (joining == null) {
            consume(index);
        } else {
            type = subscription;
            waiting.add(new Waiting(index, joining));
        }
    }

    /** Null where it can't be read: by itself it will fail again, and be parked. */
    private static @Nullable Received<?> readable(Subscription<?> subscription, Delivery delivery) {
        try {
            return subscription.read(delivery);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return null;
        }
    }

    private void handleWaiting() {
        if (type == null || handledTogether(type)) {
            waiting.clear();
        }
        type = null;
        while (!waiting.isEmpty()) {
            consume(waiting.get(0).index());
            waiting.remove(0);
        }
    }

    private boolean handledTogether(Subscription<?> subscription) {
        try {
            consumer.handleTogether(
                    subscription, waiting.stream().map(Waiting::event).toList());
            return true;
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw notDone(waiting.get(0).index(), failure);
            }
            return false;
        }
    }

    private void consume(int index) {
        try {
            consumer.consume(records.get(index));
        } catch (RuntimeException failure) {
            throw notDone(waiting.isEmpty() ? index : waiting.get(0).index(), failure);
        }
    }

    private static BatchListenerFailedException notDone(int first, RuntimeException failure) {
        return new BatchListenerFailedException("not done from here on", failure, first);
    }

    private record Waiting(int index, Received<?> event) {}
}
