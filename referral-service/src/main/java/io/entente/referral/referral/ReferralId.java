package io.entente.referral.referral;

/** A referral's id; opaque. */
public record ReferralId(String value) {

    public static final String PREFIX = "ref";

    @Override
    public String toString() {
        return value;
    }
}
