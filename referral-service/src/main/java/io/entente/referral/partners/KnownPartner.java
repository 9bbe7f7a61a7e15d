package io.entente.referral.partners;

/**
 * A partner as far as referrals need it.
 *
 * @param status as partner-service says it; an open vocabulary, of which only ACTIVE matters here
 * @param model how money moves, as partner-service says it
 * @param country ISO 3166-1 alpha-2
 * @param version grows with every change; the highest is the truth
 */
public record KnownPartner(
        String id, String name, String status, Tier tier, String model, String country, long version) {

    private static final String ACTIVE = "ACTIVE";

    /** Whether new referrals to and from it are welcome. */
    public boolean isActive() {
        return status.equals(ACTIVE);
    }
}
