package io.entente.referral.intake.profiles;

import io.entente.referral.intake.json.ShippedProfiles;
import io.entente.referral.intake.values.DecimalMark;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Mapping profiles for tests. */
final class ProfileMother {

    private static final List<ImportProfile> SHIPPED =
            ShippedProfiles.read(JsonMapper.builder().build());

    private ProfileMother() {}

    static List<ImportProfile> shipped() {
        return SHIPPED;
    }

    static ImportProfile shipped(String code) {
        return SHIPPED.stream()
                .filter(profile -> profile.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static ImportProfile with(DecimalMark mark, String currency) {
        ImportProfile like = shipped("crm-opportunities");
        return new ImportProfile(
                like.code(),
                1,
                like.name(),
                like.source(),
                like.encoding(),
                like.separator(),
                like.columns(),
                like.partnerBy(),
                like.dateFormats(),
                mark,
                currency,
                like.stages(),
                like.defaults(),
                like.rules());
    }
}
