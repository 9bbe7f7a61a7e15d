package io.entente.referral.referral.view;

import io.entente.referral.referral.Referral;
import java.util.List;

/** What a feature knows to come next for a referral; the timeline shows what all of them say. */
@FunctionalInterface
public interface NextSteps {

    public List<NextStep> of(Referral referral);
}
