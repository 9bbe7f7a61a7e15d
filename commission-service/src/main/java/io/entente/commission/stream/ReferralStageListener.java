package io.entente.commission.stream;

import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.forecast.referrals.Stage;
import io.entente.commission.forecast.referrals.TrackedReferrals;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows the stages of referrals for the forecast. */
@Component
public class ReferralStageListener implements EventHandler<ReferralMoved> {

    private static final String PROPOSED = "referral.proposal-sent.v1";

    /** The events that begin a stage. A reopened referral begins again. */
    static final Map<String, Stage> STAGES = Map.of(
            "referral.review-started.v1",
            Stage.UNDER_REVIEW,
            "referral.referral-accepted.v1",
            Stage.ACCEPTED,
            "referral.client-contacted.v1",
            Stage.CONTACTED,
            "referral.meeting-held.v1",
            Stage.MEETING_HELD,
            PROPOSED,
            Stage.PROPOSAL_SENT,
            "referral.referral-reopened.v1",
            Stage.UNDER_REVIEW);

    /** The events that end a referral without a deal. */
    static final Set<String> ENDS = Set.of(
            "referral.referral-declined.v1",
            "referral.referral-lost.v1",
            "referral.referral-withdrawn.v1",
            "referral.referral-expired.v1");

    /** The event that ends a referral if it turns out to be the duplicate of another, or splits the credit for its deals. */
    static final String DECIDED = "referral.conflict-decided.v1";

    /** The event that names the stage to which a referral goes back after its last deal was reversed. */
    static final String RESUMED = "referral.referral-resumed.v1";

    private static final String DUPLICATE = "DUPLICATE";

    private final TrackedReferrals referrals;
    private final ProgramCalendar calendar;

    ReferralStageListener(TrackedReferrals referrals, ProgramCalendar calendar) {
        this.referrals = referrals;
        this.calendar = calendar;
    }

    /** The events that this listener handles. */
    static List<String> types() {
        return Stream.of(STAGES.keySet(), ENDS, Set.of(DECIDED, RESUMED))
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }

    @Override
    public Handled handle(ReferralMoved event, EventEnvelope envelope) {
        List<Credit> split = DECIDED.equals(envelope.type()) ? event.split() : List.of();
        if (!split.isEmpty()) {
            return handled(
                    referrals.split(new PartnerId(event.partnerId()), event.referralId(), split, envelope.sequence()));
        }
        Stage stage = stage(event, envelope.type());
        if (stage == null && !ends(event, envelope.type())) {
            return Handled.IGNORED;
        }
        return handled(apply(event, stage, envelope));
    }

    private static Handled handled(boolean changed) {
        return changed ? Handled.APPLIED : Handled.DUPLICATE;
    }

    private boolean apply(ReferralMoved event, @Nullable Stage stage, EventEnvelope envelope) {
        PartnerId partner = new PartnerId(event.partnerId());
        LocalDate on = calendar.dayOf(event.occurredAt());
        if (PROPOSED.equals(envelope.type())) {
            Money amount = event.amount() == null ? null : event.amount().toMoney();
            return referrals.propose(partner, event.referralId(), amount, on, envelope.sequence());
        }
        return referrals.move(partner, event.referralId(), stage, on, envelope.sequence());
    }

    private static @Nullable Stage stage(ReferralMoved event, @Nullable String type) {
        return RESUMED.equals(type) && event.status() != null ? Stage.valueOf(event.status()) : STAGES.get(type);
    }

    private static boolean ends(ReferralMoved event, @Nullable String type) {
        return ENDS.contains(type) || (DECIDED.equals(type) && DUPLICATE.equals(event.outcome()));
    }
}
