package io.entente.commission.statements.stream;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.ReferralsReceived;
import io.entente.messaging.consume.EventHandler;
import io.entente.messaging.consume.Handled;
import io.entente.messaging.envelope.EventEnvelope;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Has a referral counted in its partner's quarter. */
@Component
public class ReferralSubmittedListener implements EventHandler<ReferralSubmitted> {

    private final ReferralsReceived referrals;

    ReferralSubmittedListener(ReferralsReceived referrals) {
        this.referrals = referrals;
    }

    @Override
    public Handled handle(ReferralSubmitted event, EventEnvelope envelope) {
        if (!event.cameIn()) {
            return Handled.IGNORED;
        }
        PartnerId partner = new PartnerId(Objects.requireNonNull(event.partnerId(), "partnerId"));
        return referrals.note(partner, Objects.requireNonNull(event.referralId(), "referralId"), event.occurredAt())
                ? Handled.APPLIED
                : Handled.DUPLICATE;
    }
}
