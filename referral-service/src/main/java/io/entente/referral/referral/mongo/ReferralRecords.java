package io.entente.referral.referral.mongo;

import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.referral.referral.ClaimEvent.ConflictDecided;
import io.entente.referral.referral.ClaimEvent.ConflictDetected;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Creates the records of a referral's events on {@code referral.events}, in the order of its partner. {@code contracts}
 * specifies their data, which contains no contact of a client.
 */
final class ReferralRecords {

    static final String EVENTS = "referral.events";

    /** Creates the data of each event, by the class of the event. */
    private static final Map<Class<?>, BiFunction<Referral, ReferralEvent, Object>> SHAPES =
            new HashMap<>(ReferralJson.SHAPES);

    static {
        shape(ConflictDetected.class, ConflictJson.Detected::of);
        shape(ClockTold.class, SlaJson::of);
        shape(ConflictDecided.class, ConflictJson.Decided::of);
    }

    private final EventRecorder recorder;

    ReferralRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    List<OutboxRecord> of(Referral referral, List<ReferralEvent> events) {
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = referral.sequence() - events.size();
        for (ReferralEvent event : events) {
            BiFunction<Referral, ReferralEvent, Object> shape = SHAPES.get(event.getClass());
            if (shape == null) {
                throw new IllegalArgumentException("There is no JSON data for the event " + event.wireName());
            }
            records.add(recorder.record(
                    EVENTS,
                    "referral.%s.v1".formatted(event.wireName()),
                    referral.id().value(),
                    referral.introduction().partnerId(),
                    ++sequence,
                    event.occurrence().at(),
                    shape.apply(referral, event)));
        }
        return records;
    }

    private static <E extends ReferralEvent> void shape(Class<E> event, BiFunction<Referral, E, Object> of) {
        SHAPES.put(event, (referral, happened) -> of.apply(referral, event.cast(happened)));
    }
}
