package io.entente.platform.events.consume;

import io.entente.platform.events.envelope.Delivery;
import io.entente.platform.events.parking.ParkingLot;
import io.entente.platform.runtime.TransientFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Takes the records of one poll through a consumer. Records of a type that may be handled together are collected until a
 * record comes that must be handled after them, or the poll ends. In this way records are handled in the order of the
 * partition.
 */
final class Poll {

    private final EventConsumer consumer;
    private final ParkingLot parking;
    private final List<Delivery> records;
    private final List<Collected> collected = new ArrayList<>();
    private @Nullable Subscription<?> type;

    Poll(EventConsumer consumer, ParkingLot parking, List<Delivery> records) {
        this.consumer = consumer;
        this.parking = parking;
        this.records = records;
    }

    /**
     * Handles or parks each record.
     *
     * @throws BatchListenerFailedException after a transient failure; names the first record that is not done
     */
    void consume() {
        for (int i = 0; i < records.size(); i++) {
            take(i);
        }
        handleCollected();
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
            handleCollected();
        }
        if (joining == null) {
            consume(index);
        } else {
            type = subscription;
            collected.add(new Collected(index, joining));
        }
    }

    /** Null if the record can't be read. Handled alone, it will fail again and be parked. */
    private static @Nullable Received<?> readable(Subscription<?> subscription, Delivery delivery) {
        try {
            return subscription.read(delivery);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return null;
        }
    }

    private void handleCollected() {
        if (type == null || handledTogether(type)) {
            collected.clear();
        }
        type = null;
        while (!collected.isEmpty()) {
            consume(collected.get(0).index());
            collected.remove(0);
        }
    }

    private boolean handledTogether(Subscription<?> subscription) {
        try {
            consumer.handleTogether(
                    subscription, collected.stream().map(Collected::event).toList());
            return true;
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw notDone(collected.get(0).index(), failure);
            }
            return false;
        }
    }

    private void consume(int index) {
        try {
            consumer.consume(records.get(index));
        } catch (RuntimeException failure) {
            throw notDone(collected.isEmpty() ? index : collected.get(0).index(), failure);
        }
    }

    private static BatchListenerFailedException notDone(int first, RuntimeException failure) {
        return new BatchListenerFailedException("not done from this record on", failure, first);
    }

    private record Collected(int index, Received<?> event) {}
}
