package io.entente.commission.stream;

import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.forecast.referrals.TrackedReferrals;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.ReferralsReceived;
import io.entente.commission.stream.ReferralSubmitted.ClientNamed;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts a referral for its partner's quarter and for tiers by conversion, and follows it for the forecast. */
@Component
public class ReferralSubmittedListener implements EventHandler<ReferralSubmitted> {

    private final ReferralsReceived referrals;
    private final SubmittedReferrals submitted;
    private final TrackedReferrals tracked;
    private final ProgramCalendar calendar;

    ReferralSubmittedListener(
            ReferralsReceived referrals,
            SubmittedReferrals submitted,
            TrackedReferrals tracked,
            ProgramCalendar calendar) {
        this.referrals = referrals;
        this.submitted = submitted;
        this.tracked = tracked;
        this.calendar = calendar;
    }

    @Override
    public Handled handle(ReferralSubmitted event, EventEnvelope envelope) {
        if (!event.cameIn()) {
            return Handled.IGNORED;
        }
        PartnerId partner = new PartnerId(Objects.requireNonNull(event.partnerId(), "partnerId"));
        ClientNamed client = event.client();
        if (client != null) {
            LocalDate on = calendar.dayOf(event.occurredAt());
            submitted.add(
                    partner, new Submitted(Objects.requireNonNull(event.referralId(), "referralId"), client.key(), on));
            tracked.add(event.tracked(partner, client, on), envelope.sequence());
        }
        return referrals.note(partner, Objects.requireNonNull(event.referralId(), "referralId"), event.occurredAt())
                ? Handled.APPLIED
                : Handled.DUPLICATE;
    }
}
