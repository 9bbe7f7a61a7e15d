package io.entente.partner.partnership.web;

import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.details.Positioning;
import io.entente.platform.web.constraints.InternetDomain;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a partner's business. What is absent is not known.
 *
 * @param website the address of its pages
 * @param territory the countries in which it works
 * @param industries of its clients; upper and lower case make no difference
 * @param services that it offers; upper and lower case make no difference
 * @param idealClient for whom it works best
 * @param positioning how it stands in its market
 * @param languages in which it works, as BCP 47 tags
 * @param owner the person of the firm who is responsible for the partnership
 */
record DetailsRequest(
        @Nullable @InternetDomain String domain,
        @Nullable
                @Size(max = 500)
                @Pattern(
                        regexp = "https?://[^\\s]+",
                        message = "must be an address such as https://brightwater.example")
                String website,
        @Nullable @Size(max = 50)
                List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country such as MY") String> territory,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 80) String> industries,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 80) String> services,
        @Nullable @Size(min = 1, max = 2000) String idealClient,
        @Nullable Positioning positioning,
        @Nullable @Size(max = 20)
                List<
                                @NotNull
                                @Pattern(
                                        regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                                        message = "must be a language such as en or pt-BR")
                                String>
                        languages,
        @Nullable
                @Pattern(
                        regexp = "user:[A-Za-z0-9._-]{1,128}",
                        message = "must be a user of the firm such as user:u-17")
                String owner) {

    static PartnerDetails toDetails(@Nullable DetailsRequest request) {
        return request == null ? PartnerDetails.NONE : request.toDetails();
    }

    private PartnerDetails toDetails() {
        return new PartnerDetails(
                domain == null ? null : domain.toLowerCase(Locale.ROOT),
                website,
                distinct(territory),
                inLowerCase(industries),
                inLowerCase(services),
                idealClient == null ? null : idealClient.strip(),
                positioning,
                distinct(languages),
                owner);
    }

    private static List<String> distinct(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }

    private static List<String> inLowerCase(@Nullable List<String> values) {
        return distinct(values).stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
