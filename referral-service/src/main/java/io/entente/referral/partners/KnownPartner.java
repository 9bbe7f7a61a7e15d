package io.entente.referral.partners;

import java.util.Map;
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
 * @param team the firm's people who look after the partner, such as {@code user:u-17}, by their role
 * @param statusReason of a paused partner, why; otherwise absent
 * @param mergedInto the partner with whose record the company goes on; absent if this isn't a duplicate
 */
public record KnownPartner(
        String id,
        String name,
        String status,
        Tier tier,
        String model,
        String country,
        @Nullable String timeZone,
        long version,
        Map<String, String> team,
        @Nullable String statusReason,
        @Nullable String mergedInto) {

    private static final String ACTIVE = "ACTIVE";

    public KnownPartner {
        team = Map.copyOf(team);
    }

    /** A partner of which nothing has to be explained. */
    public KnownPartner(
            String id,
            String name,
            String status,
            Tier tier,
            String model,
            String country,
            @Nullable String timeZone,
            long version,
            Map<String, String> team) {
        this(id, name, status, tier, model, country, timeZone, version, team, null, null);
    }

    /** A partner for which nobody of the firm is named. */
    public KnownPartner(
            String id,
            String name,
            String status,
            Tier tier,
            String model,
            String country,
            @Nullable String timeZone,
            long version) {
        this(id, name, status, tier, model, country, timeZone, version, Map.of());
    }

    /** A partner whose time zone isn't known. */
    public KnownPartner(String id, String name, String status, Tier tier, String model, String country, long version) {
        this(id, name, status, tier, model, country, null, version);
    }

    /** Whether new referrals from and to the partner are accepted. */
    public boolean isActive() {
        return status.equals(ACTIVE);
    }
}
