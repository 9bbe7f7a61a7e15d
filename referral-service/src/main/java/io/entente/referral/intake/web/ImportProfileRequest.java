package io.entente.referral.intake.web;

import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.values.DecimalMark;
import io.entente.referral.referral.facts.Involvement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/import-profiles}. The domain checks whether its parts fit together. */
record ImportProfileRequest(
        @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) String code,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String source,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        @NotNull @Size(max = 20)
                Map<@NotBlank String, @NotNull @Size(max = 10) List<@NotBlank @Size(max = 200) String>> columns,
        @Nullable PartnerBy partnerBy,
        @NotNull @Size(min = 1, max = 10) List<@NotBlank @Size(max = 50) String> dateFormats,
        @Nullable DecimalMark decimalMark,
        @Nullable @Size(max = 3) String currency,
        @NotNull @Size(min = 1, max = 100) Map<@NotBlank @Size(max = 200) String, @NotNull Stage> stages,
        @Nullable @Valid DefaultsRequest defaults) {

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String CODE_MESSAGE = "must be 1 to 64 lower-case letters, digits or hyphens";

    record DefaultsRequest(
            @Nullable @Size(min = 1, max = 100) String service,
            @Nullable String country,
            @Nullable Involvement involvement,
            @Nullable @Size(min = 1, max = 1_000) String lossReason) {

        ImportProfile.Defaults toDefaults() {
            return new ImportProfile.Defaults(service, country, involvement, lossReason);
        }
    }

    ImportProfile toProfile() {
        return new ImportProfile(
                code,
                0,
                name.strip(),
                source == null ? code : source,
                Objects.requireNonNullElse(encoding, TextEncoding.AUTO),
                Objects.requireNonNullElse(separator, Separator.AUTO),
                columns,
                Objects.requireNonNullElse(partnerBy, PartnerBy.NAME),
                dateFormats,
                Objects.requireNonNullElse(decimalMark, DecimalMark.POINT),
                currency,
                stages,
                defaults == null ? new ImportProfile.Defaults(null, null, null, null) : defaults.toDefaults());
    }
}
