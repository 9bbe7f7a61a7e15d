package io.entente.referral.referral.view;

import io.entente.referral.referral.Referral;
import java.util.List;

/** Returns the next steps of a referral that a feature knows. The timeline shows the steps of all features. */
@FunctionalInterface
public interface NextSteps {

    public List<NextStep> of(Referral referral);
}
