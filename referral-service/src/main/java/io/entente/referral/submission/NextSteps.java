package io.entente.referral.submission;

import java.util.List;

/** What a feature knows to come next for a referral; the timeline shows what all of them say. */
@FunctionalInterface
public interface NextSteps {

    List<NextStep> of(Referral referral);
}
