package io.entente.referral.referral;

/** The id of a referral. Its form has no meaning. */
public record ReferralId(String value) {

    public static final String PREFIX = "ref";

    @Override
    public String toString() {
        return value;
    }
}
