package io.entente.referral.partners;

/**
 * A partner as far as referrals need it.
 *
 * @param status as published by partner-service; an open vocabulary, of which only ACTIVE matters here
 * @param model how money moves, as published by partner-service
 * @param country ISO 3166-1 alpha-2
 * @param version increases with every change; the highest version counts
 */
public record KnownPartner(
        String id, String name, String status, Tier tier, String model, String country, long version) {

    private static final String ACTIVE = "ACTIVE";

    /** Whether new referrals from and to the partner are accepted. */
    public boolean isActive() {
        return status.equals(ACTIVE);
    }
}
