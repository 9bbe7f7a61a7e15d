package io.entente.referral.attribution.conflicts;

import java.util.Collection;
import java.util.Set;

/** Knows which person has introduced a client. */
public interface IntroductionAuthors {

    /** Returns which of these referrals an actor has submitted. */
    Set<String> submittedBy(String author, Collection<String> referralIds);
}
