package io.entente.referral.partners.stream;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data of {@code partner.profile.v1} that this service reads. */
record PartnerProfile(
        String partnerId,
        String name,
        String status,
        Tier tier,
        String model,
        String country,
        @Nullable String timeZone,
        long version,
        @Nullable List<Member> team,
        @Nullable String statusReason,
        @Nullable String mergedInto) {

    /** A person of the firm. */
    record Member(String role, String person) {}

    KnownPartner toPartner() {
        return new KnownPartner(
                partnerId, name, status, tier, model, country, timeZone, version, people(), statusReason, mergedInto);
    }

    /** If two people have one role, the first one counts. */
    private Map<String, String> people() {
        return team == null
                ? Map.of()
                : team.stream().collect(Collectors.toMap(Member::role, Member::person, (first, second) -> first));
    }
}
