package io.entente.platform.events.parking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.platform.events.envelope.CloudEventRecords;
import io.entente.platform.events.envelope.Delivery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ParkingLotTest {

    private static final String CONSUMER = "deals";
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final RuntimeException BUG = new IllegalArgumentException("a bug");

    private final InMemoryParkedEvents events = new InMemoryParkedEvents();
    private final InMemoryParkingLots lots = new InMemoryParkingLots();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ParkingLot parking = new ParkingLot(events, lots, CLOCK, meters);
    private final List<Long> handled = new ArrayList<>();

    @Test
    void later_records_of_a_parked_aggregate_wait_behind_it() {
        parking.park(CONSUMER, record("sick", 1), BUG);

        assertThat(parking.parkBehind(CONSUMER, record("sick", 2))).isTrue();
        assertThat(parking.parkBehind(CONSUMER, record("well", 3))).isFalse();
        assertThat(parking.isHeldUp("another consumer", record("sick", 4))).isFalse();
        assertThat(parking.list(10, null))
                .extracting(ParkedEvent::offset, ParkedEvent::error, ParkedEvent::attempts)
                .containsExactly(tuple(1L, "IllegalArgumentException: a bug", 1), tuple(2L, null, 0));
        assertThat(meters.get("entente.parked.aggregates").gauge().value()).isEqualTo(1);
    }

    @Test
    void a_retry_handles_the_whole_lot_in_order_and_lets_the_aggregate_go_on() {
        parking.park(CONSUMER, record("sick", 9), BUG);
        parking.parkBehind(CONSUMER, record("sick", 10));
        parking.parkBehind(CONSUMER, record("sick", 11));
        handleWith(delivery -> handled.add(delivery.offset()));

        assertThat(parking.retry("deals/sick")).isEqualTo(3);

        assertThat(handled).containsExactly(9L, 10L, 11L);
        assertThat(parking.isHeldUp(CONSUMER, record("sick", 12))).isFalse();
        assertThat(lots.all()).isEmpty();
    }

    @Test
    void a_retry_that_fails_leaves_the_record_and_those_behind_it_parked() {
        parking.park(CONSUMER, record("sick", 1), BUG);
        parking.parkBehind(CONSUMER, record("sick", 2));
        handleWith(delivery -> {
            throw new IllegalStateException("another bug");
        });

        assertThat(parking.retry("deals/sick")).isZero();

        ParkedEvent first = parking.list(1, null).get(0);
        assertThat(first.error()).isEqualTo("IllegalStateException: another bug");
        assertThat(first.attempts()).isEqualTo(2);
        assertThat(parking.parkBehind(CONSUMER, record("sick", 3))).isTrue();
    }

    @Test
    void a_transient_failure_ends_a_retry_without_counting_an_attempt() {
        parking.park(CONSUMER, record("sick", 1), BUG);
        handleWith(delivery -> {
            throw new DataAccessResourceFailureException("the store is away");
        });

        assertThatThrownBy(() -> parking.retry("deals/sick")).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(parking.list(1, null).get(0).attempts()).isEqualTo(1);
    }

    @Test
    void a_record_that_joins_while_its_lot_is_being_closed_is_not_stranded() {
        parking.park(CONSUMER, record("sick", 1), BUG);
        handleWith(delivery -> {
            handled.add(delivery.offset());
            if (delivery.offset() == 1) {
                assertThat(parking.parkBehind(CONSUMER, record("sick", 2))).isTrue();
            }
        });

        assertThat(parking.retry("deals/sick")).isEqualTo(2);

        assertThat(handled).containsExactly(1L, 2L);
        assertThat(parking.list(10, null)).isEmpty();
    }

    @Test
    void a_record_whose_lot_another_instance_has_closed_is_handled_as_usual() {
        parking.park(CONSUMER, record("sick", 1), BUG);
        ParkingLot elsewhere = new ParkingLot(events, lots, CLOCK, new SimpleMeterRegistry());
        elsewhere.register(handler(delivery -> handled.add(delivery.offset())));
        elsewhere.retry("deals/sick");

        assertThat(parking.isHeldUp(CONSUMER, record("sick", 2)))
                .as("this instance doesn't know yet")
                .isTrue();
        assertThat(parking.parkBehind(CONSUMER, record("sick", 2))).isFalse();
        assertThat(parking.list(10, null)).isEmpty();
        assertThat(parking.isHeldUp(CONSUMER, record("sick", 3))).isFalse();
    }

    @Test
    void a_lot_that_another_instance_has_opened_is_known_after_the_lots_are_read_again() {
        assertThat(parking.isHeldUp(CONSUMER, record("sick", 1))).isFalse();
        new ParkingLot(events, lots, CLOCK, new SimpleMeterRegistry()).park(CONSUMER, record("sick", 1), BUG);

        parking.forgetLots();

        assertThat(parking.parkBehind(CONSUMER, record("sick", 2))).isTrue();
    }

    @Test
    void a_discarded_record_is_skipped_and_stays_discarded_when_it_comes_again() {
        parking.park(CONSUMER, record("sick", 1), BUG);
        parking.parkBehind(CONSUMER, record("sick", 2));
        handleWith(delivery -> handled.add(delivery.offset()));

        assertThat(parking.discard(parking.list(1, null).get(0))).isEqualTo(1);

        assertThat(handled).containsExactly(2L);
        parking.park(CONSUMER, record("sick", 1), BUG);
        assertThat(parking.list(10, null)).isEmpty();
        assertThat(parking.isHeldUp(CONSUMER, record("sick", 3))).isFalse();
    }

    @Test
    void a_record_that_is_parked_twice_is_stored_once() {
        parking.park(CONSUMER, record("sick", 1), BUG);
        parking.park(CONSUMER, record("sick", 1), BUG);

        assertThat(parking.list(10, null)).hasSize(1);
    }

    @Test
    void a_record_without_a_readable_aggregate_holds_up_nothing_else() {
        Delivery unreadable = new Delivery("referral.events", 0, 1, null, new RecordHeaders(), new byte[0]);

        parking.park(CONSUMER, unreadable, BUG);

        assertThat(parking.list(10, null))
                .extracting(ParkedEvent::aggregate)
                .containsExactly("referral.events/0000/0000000000000000001");
        assertThat(parking.parkBehind(
                        CONSUMER, new Delivery("referral.events", 0, 2, null, new RecordHeaders(), new byte[0])))
                .isFalse();
    }

    private void handleWith(Consumer<Delivery> handling) {
        parking.register(handler(handling));
    }

    private static ParkedHandler handler(Consumer<Delivery> handling) {
        return new ParkedHandler() {
            @Override
            public String name() {
                return CONSUMER;
            }

            @Override
            public void handle(Delivery delivery) {
                handling.accept(delivery);
            }
        };
    }

    private static Delivery record(String aggregate, long offset) {
        Headers headers = new RecordHeaders().add(CloudEventRecords.SUBJECT, aggregate.getBytes(UTF_8));
        return new Delivery("referral.events", 0, offset, null, headers, "{}".getBytes(UTF_8));
    }
}
