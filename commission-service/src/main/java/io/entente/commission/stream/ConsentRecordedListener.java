package io.entente.commission.stream;

import io.entente.commission.commissions.release.Compliance;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.envelope.EventEnvelope;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Releases commission that waited for the client's consent. */
@Component
public class ConsentRecordedListener implements EventHandler<ConsentRecorded> {

    private final Compliance compliance;

    ConsentRecordedListener(Compliance compliance) {
        this.compliance = compliance;
    }

    @Override
    public Handled handle(ConsentRecorded event, EventEnvelope envelope) {
        compliance.recorded(
                Objects.requireNonNull(event.referralId(), "referralId"),
                Objects.requireNonNull(event.consent(), "consent"),
                envelope.sequence());
        return Handled.APPLIED;
    }
}
