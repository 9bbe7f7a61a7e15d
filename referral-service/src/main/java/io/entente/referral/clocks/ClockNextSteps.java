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
        boolean isInbound = referral.introduction().direction() == Direction.INBOUND;
        Awaited receiver = isInbound ? Awaited.FIRM : Awaited.PARTNER;
        return referral.clocks().open().stream()
                // Answers are left out, because the state already gives them as steps with the same times.
                .filter(clock ->
                        clock.kind() != SlaKind.RESPONSE && !(isInbound && clock.kind() == SlaKind.PARTNER_FOLLOW_UP))
                .map(clock -> new NextStep(name(clock), referral.clocks().dueAt(clock.kind()), receiver))
                .toList();
    }

    private static String name(SlaClock clock) {
        return clock.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
