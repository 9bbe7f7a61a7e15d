package io.entente.referral.clocks;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.view.NextStep;
import io.entente.referral.referral.view.NextStep.Awaited;
import io.entente.referral.referral.view.NextSteps;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import java.util.List;
import java.util.Locale;

/**
 * Returns the promises that are due next, each with its due date: {@code first-meeting}, {@code next-update} and
 * {@code partner-follow-up}.
 */
public final class ClockNextSteps implements NextSteps {

    @Override
    public List<NextStep> of(Referral referral) {
        Awaited receiver = referral.introduction().direction() == Direction.INBOUND ? Awaited.FIRM : Awaited.PARTNER;
        return referral.clocks().open().stream()
                // The answer is left out, because the state already gives it as a step with the same time.
                .filter(clock -> clock.kind() != SlaKind.RESPONSE)
                .map(clock -> new NextStep(name(clock), referral.clocks().dueAt(clock.kind()), receiver))
                .toList();
    }

    private static String name(SlaClock clock) {
        return clock.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
