package io.entente.referral.partners;

import org.jspecify.annotations.Nullable;

/**
 * A partner as far as referrals need it.
 *
 * @param status as published by partner-service; an open vocabulary, of which only ACTIVE matters here
 * @param model how money moves, as published by partner-service
 * @param country ISO 3166-1 alpha-2
 * @param timeZone the IANA name of the zone in which it works, as published by partner-service; absent if the profile was stored
 *     before zones were
 * @param version increases with every change; the highest version counts
 */
public record KnownPartner(
        String id,
        String name,
        String status,
        Tier tier,
        String model,
        String country,
        @Nullable String timeZone,
        long version) {

    private static final String ACTIVE = "ACTIVE";

    /** A partner whose time zone isn't known. */
    public KnownPartner(String id, String name, String status, Tier tier, String model, String country, long version) {
        this(id, name, status, tier, model, country, null, version);
    }

    /** Whether new referrals from and to the partner are accepted. */
    public boolean isActive() {
        return status.equals(ACTIVE);
    }
}
