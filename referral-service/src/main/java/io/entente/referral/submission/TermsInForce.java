package io.entente.referral.submission;

/** Which terms a partner has now. */
@FunctionalInterface
public interface TermsInForce {

    Terms of(String partnerId);
}
