package io.entente.platform.events.parking;

import io.entente.platform.events.parking.ParkedEvent.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps parked records in a map. */
final class InMemoryParkedEvents implements ParkedEvents {

    private final Map<String, ParkedEvent> stored = new ConcurrentSkipListMap<>();

    @Override
    public boolean add(ParkedEvent event) {
        return stored.putIfAbsent(event.id(), event) == null;
    }

    @Override
    public void remove(String id) {
        stored.remove(id);
    }

    @Override
    public void recordFailure(String id, String error) {
        change(id, event -> copy(event, event.state(), error, event.attempts() + 1));
    }

    @Override
    public void discard(String id, Instant at) {
        change(id, event -> copy(event, State.DISCARDED, event.error(), event.attempts()));
    }

    @Override
    public boolean isDiscarded(String id) {
        ParkedEvent event = stored.get(id);
        return event != null && event.state() == State.DISCARDED;
    }

    @Override
    public Optional<ParkedEvent> find(String id) {
        return Optional.ofNullable(stored.get(id)).filter(event -> event.state() == State.PARKED);
    }

    @Override
    public Optional<ParkedEvent> firstOf(String lot) {
        return stored.values().stream()
                .filter(event -> event.lot().equals(lot) && event.state() == State.PARKED)
                .min(Comparator.comparing(ParkedEvent::position));
    }

    @Override
    public List<ParkedEvent> list(int limit, @Nullable String after) {
        return stored.values().stream()
                .filter(event -> event.state() == State.PARKED)
                .filter(event -> after == null || event.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private void change(String id, UnaryOperator<ParkedEvent> change) {
        stored.computeIfPresent(id, (key, event) -> change.apply(event));
    }

    private static ParkedEvent copy(ParkedEvent event, State state, @Nullable String error, int attempts) {
        return new ParkedEvent(
                event.id(),
                event.lot(),
                event.consumer(),
                event.aggregate(),
                event.position(),
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                event.headers(),
                event.value(),
                state,
                error,
                attempts,
                event.parkedAt());
    }
}
