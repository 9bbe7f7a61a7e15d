package io.entente.partner.agreements;

import io.entente.partner.agreements.policy.AgreementPolicy;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Does what the calendar asks of agreements. A run costs what is due. */
public final class AdvanceAgreements {

    private static final int MAX_AT_ONCE = 100;

    private final Agreements agreements;
    private final PolicyVersions<AgreementPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public AdvanceAgreements(
            Agreements agreements, PolicyVersions<AgreementPolicy> policies, ZoneId zone, Clock clock) {
        this.agreements = agreements;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /** Advances every agreement that is due. Several instances can run it at the same time. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<AgreementId> due = agreements.due(today, MAX_AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(id -> advance(id, today));
            due = agreements.due(today, MAX_AT_ONCE);
        }
    }

    private void advance(AgreementId id, LocalDate today) {
        agreements.change(id, agreement -> Decision.allowed(agreement.advance(today, policies.on(today))));
    }
}
