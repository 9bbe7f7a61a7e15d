package io.entente.referral.referral.mongo;

import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ClientContacted;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import io.entente.referral.referral.ReferralEvent.ConflictDecided;
import io.entente.referral.referral.ReferralEvent.ConflictDetected;
import io.entente.referral.referral.ReferralEvent.ConsentRecorded;
import io.entente.referral.referral.ReferralEvent.DealClosed;
import io.entente.referral.referral.ReferralEvent.DealReversed;
import io.entente.referral.referral.ReferralEvent.ExtensionRefused;
import io.entente.referral.referral.ReferralEvent.ExtensionRequested;
import io.entente.referral.referral.ReferralEvent.InformationProvided;
import io.entente.referral.referral.ReferralEvent.InformationRequested;
import io.entente.referral.referral.ReferralEvent.MeetingHeld;
import io.entente.referral.referral.ReferralEvent.NoteShared;
import io.entente.referral.referral.ReferralEvent.ProposalSent;
import io.entente.referral.referral.ReferralEvent.ProtectionExpiring;
import io.entente.referral.referral.ReferralEvent.ProtectionExtended;
import io.entente.referral.referral.ReferralEvent.ReferralAccepted;
import io.entente.referral.referral.ReferralEvent.ReferralDeclined;
import io.entente.referral.referral.ReferralEvent.ReferralExpired;
import io.entente.referral.referral.ReferralEvent.ReferralLost;
import io.entente.referral.referral.ReferralEvent.ReferralReopened;
import io.entente.referral.referral.ReferralEvent.ReferralSubmitted;
import io.entente.referral.referral.ReferralEvent.ReferralWithdrawn;
import io.entente.referral.referral.ReferralEvent.ReviewStarted;
import io.entente.referral.referral.ReferralEvent.SatisfactionRated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What other services are told of a referral, on {@code referral.events} in the order of its partner. The shapes are those
 * of {@code contracts}; no client's contact is in any.
 */
final class ReferralRecords {

    static final String EVENTS = "referral.events";

    /** Of each event, what is sent. */
    private static final Map<Class<?>, BiFunction<Referral, ReferralEvent, Object>> SHAPES = new HashMap<>();

    static {
        shape(ReferralSubmitted.class, ReferralJson.Submitted::of);
        shape(ReviewStarted.class, ReferralJson.Plain::of);
        shape(InformationRequested.class, ReferralJson.InformationAsked::of);
        shape(InformationProvided.class, ReferralJson.InformationGiven::of);
        shape(ReferralAccepted.class, ReferralJson.Accepted::of);
        shape(ReferralDeclined.class, ReferralJson.Declined::of);
        shape(ReferralWithdrawn.class, ReferralJson.Ended::of);
        shape(ClientContacted.class, ReferralJson.Contacted::of);
        shape(MeetingHeld.class, ReferralJson.Met::of);
        shape(ProposalSent.class, ReferralJson.Proposed::of);
        shape(DealClosed.class, DealJson.Closed::of);
        shape(DealReversed.class, DealJson.Reversed::of);
        shape(ReferralLost.class, ReferralJson.Ended::of);
        shape(ReferralExpired.class, ReferralJson.Expired::of);
        shape(ReferralReopened.class, ReferralJson.Reopened::of);
        shape(ExtensionRequested.class, ReferralJson.ExtensionAskedFor::of);
        shape(ExtensionRefused.class, ReferralJson.NotExtended::of);
        shape(ProtectionExtended.class, ReferralJson.Protected::of);
        shape(ProtectionExpiring.class, ReferralJson.Expiring::of);
        shape(NoteShared.class, ReferralJson.Noted::of);
        shape(ConsentRecorded.class, ReferralJson.Consented::of);
        shape(SatisfactionRated.class, ReferralJson.Rated::of);
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
                throw new IllegalArgumentException("no shape for " + event.what());
            }
            records.add(recorder.record(
                    EVENTS,
                    "referral.%s.v1".formatted(event.what()),
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
