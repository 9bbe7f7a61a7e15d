package io.entente.referral.referral.view;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.ExtensionAsked;
import io.entente.referral.referral.Lifecycle;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.view.NextStep.Awaited;
import io.entente.referral.sla.SlaKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derives the next steps from the state of a referral: who has to act, and when the protection of the claim ends. */
public final class StateNextSteps implements NextSteps {

    private final Clock clock;

    public StateNextSteps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<NextStep> of(Referral referral) {
        boolean inbound = referral.introduction().direction() == Direction.INBOUND;
        Awaited receiver = inbound ? Awaited.FIRM : Awaited.PARTNER;
        Awaited referrer = inbound ? Awaited.PARTNER : Awaited.FIRM;
        List<NextStep> steps = new ArrayList<>();
        switch (referral.status()) {
            case SUBMITTED, REOPENED, UNDER_REVIEW ->
                steps.add(new NextStep("accept", referral.responseDueAt(), receiver));
            case ACTION_REQUIRED -> steps.add(new NextStep("provide-information", answerDueAt(referral), referrer));
            // The answer stays due during a conflict, because the decision is the first part of it.
            case CONFLICTED -> steps.add(new NextStep("conflict-decision", referral.responseDueAt(), Awaited.FIRM));
            case ACCEPTED -> steps.add(new NextStep("contact", null, receiver));
            case CONTACTED -> steps.add(new NextStep("meeting", null, receiver));
            case MEETING_HELD -> steps.add(new NextStep("proposal", null, receiver));
            case PROPOSAL_SENT -> steps.add(new NextStep("client-decision", null, Awaited.CLIENT));
            case DUPLICATE, DECLINED, WON, LOST, WITHDRAWN, EXPIRED -> {}
        }
        Acceptance acceptance = referral.acceptance();
        if (acceptance != null
                && acceptance.isProtectedAt(clock.instant())
                && Lifecycle.next(referral.status(), CommandName.EXPIRE).isPresent()) {
            ExtensionAsked.on(referral)
                    .ifPresent(asked ->
                            steps.add(new NextStep("extend-protection", acceptance.protectedUntil(), Awaited.FIRM)));
            steps.add(new NextStep("protection-ends", acceptance.protectedUntil(), Awaited.NOBODY));
        }
        return steps;
    }

    /** The date moves with the firm's calendar if a clock runs. */
    private static @Nullable Instant answerDueAt(Referral referral) {
        Instant promised = referral.clocks().dueAt(SlaKind.PARTNER_FOLLOW_UP);
        return promised == null
                ? referral.openInquiry().map(Inquiry::answerDueAt).orElse(null)
                : promised;
    }
}
