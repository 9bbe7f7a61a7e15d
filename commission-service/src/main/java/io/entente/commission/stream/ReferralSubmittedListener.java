package io.entente.commission.stream;

import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.ReferralsReceived;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.envelope.EventEnvelope;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts a referral for its partner's quarter and for tiers by conversion. */
@Component
public class ReferralSubmittedListener implements EventHandler<ReferralSubmitted> {

    private final ReferralsReceived referrals;
    private final SubmittedReferrals submitted;
    private final ProgramCalendar calendar;

    ReferralSubmittedListener(ReferralsReceived referrals, SubmittedReferrals submitted, ProgramCalendar calendar) {
        this.referrals = referrals;
        this.submitted = submitted;
        this.calendar = calendar;
    }

    @Override
    public Handled handle(ReferralSubmitted event, EventEnvelope envelope) {
        if (!event.cameIn()) {
            return Handled.IGNORED;
        }
        PartnerId partner = new PartnerId(Objects.requireNonNull(event.partnerId(), "partnerId"));
        if (event.client() != null) {
            submitted.add(
                    partner,
                    new Submitted(
                            Objects.requireNonNull(event.referralId(), "referralId"),
                            event.client().key(),
                            calendar.dayOf(event.occurredAt())));
        }
        return referrals.note(partner, Objects.requireNonNull(event.referralId(), "referralId"), event.occurredAt())
                ? Handled.APPLIED
                : Handled.DUPLICATE;
    }
}
