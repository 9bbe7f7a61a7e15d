package io.entente.platform.events.parking;

import io.entente.platform.events.parking.ParkedEndpoint.ParkedList.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Lets operators list, retry and discard parked events.
 * <ul>
 *   <li>{@code GET /actuator/parked?limit=&cursor=}: lists parked events, without payloads;
 *   <li>{@code POST /actuator/parked {"action":"retry"|"discard","id":"…"}}: {@code retry} handles the parked
 *       records of the aggregate again, in order; {@code discard} gives up this one record, which stays stored as discarded,
 *       and retries those behind it.
 * </ul>
 */
@WebEndpoint(id = "parked")
public class ParkedEndpoint {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final ParkingLot parking;

    public ParkedEndpoint(ParkingLot parking) {
        this.parking = parking;
    }

    @ReadOperation
    public ParkedList list(@Nullable Integer limit, @Nullable String cursor) {
        int size = limit == null ? DEFAULT_LIMIT : Math.max(1, Math.min(MAX_LIMIT, limit));
        List<ParkedEvent> found = parking.list(size + 1, cursor);
        List<Item> items = found.stream().limit(size).map(Item::of).toList();
        return new ParkedList(items, found.size() > size ? items.get(size - 1).id() : null);
    }

    @WriteOperation
    public WebEndpointResponse<Map<String, Object>> act(String id, String action) {
        Optional<ParkedEvent> event = parking.find(id);
        if (event.isEmpty()) {
            return problem(404, "There is no parked event with this id.");
        }
        return switch (action) {
            case "retry" -> done(parking.retry(event.get().lot()), event.get());
            case "discard" -> done(parking.discard(event.get()), event.get());
            default -> problem(400, "The action must be retry or discard.");
        };
    }

    private WebEndpointResponse<Map<String, Object>> done(int handled, ParkedEvent event) {
        boolean stillParked = parking.find(event.id()).isPresent();
        return new WebEndpointResponse<>(Map.of("handled", handled, "stillParked", stillParked), 200);
    }

    private static WebEndpointResponse<Map<String, Object>> problem(int status, String detail) {
        return new WebEndpointResponse<>(Map.of("status", status, "detail", detail), status);
    }

    /** A page of parked events. */
    public record ParkedList(List<Item> items, @Nullable String next) {

        /** One parked event. {@code error} is null if the event only waits behind another. */
        public record Item(
                String id,
                String consumer,
                String aggregate,
                String topic,
                int partition,
                long offset,
                @Nullable String error,
                int attempts,
                Instant parkedAt) {

            static Item of(ParkedEvent event) {
                return new Item(
                        event.id(),
                        event.consumer(),
                        event.aggregate(),
                        event.topic(),
                        event.partition(),
                        event.offset(),
                        event.error(),
                        event.attempts(),
                        event.parkedAt());
            }
        }
    }
}
