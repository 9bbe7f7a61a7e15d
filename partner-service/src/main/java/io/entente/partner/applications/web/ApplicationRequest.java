package io.entente.partner.applications.web;

import io.entente.partner.applications.ApplicationForm;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.details.Positioning;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.web.constraints.CountryCode;
import io.entente.platform.web.constraints.InternetDomain;
import io.entente.platform.web.constraints.ProgramLocale;
import io.entente.platform.web.constraints.TimeZoneId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/partner-applications}. The form describes it in the applicant's language.
 *
 * @param organisation the name of the company
 * @param timeZone in which the company works
 * @param locale the language of messages to the applicant
 * @param model how the company wants to work with the firm
 * @param services that the company offers
 * @param industries of its clients
 * @param territory the countries in which it works
 * @param idealClient for whom it works best
 * @param expectedReferrals how many referrals a year it expects to send
 * @param wouldRefer whom it would refer
 */
record ApplicationRequest(
        @NotBlank @Size(max = 200) String organisation,
        @Nullable @InternetDomain String domain,
        @NotNull @CountryCode String country,
        @NotNull @TimeZoneId String timeZone,
        @NotNull @ProgramLocale String locale,
        @NotNull PartnershipModel model,
        @NotNull @Size(min = 1, max = 30) List<@NotBlank @Size(max = 80) String> services,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 80) String> industries,
        @Nullable @Size(max = 50)
                List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country such as MY") String> territory,
        @Nullable Positioning positioning,
        @Nullable @Size(min = 1, max = 2000) String idealClient,
        @Nullable @Min(0) @Max(100_000) Integer expectedReferrals,
        @Nullable @Size(min = 1, max = 2000) String wouldRefer,
        @NotNull @Valid ApplicantRequest contact,
        @NotNull @Valid ConsentRequest consent) {

    /**
     * The person who applies.
     *
     * @param email is confirmed by a link
     * @param role at the company
     */
    record ApplicantRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String role) {}

    /**
     * That the applicant agrees to the text of the form.
     *
     * @param version of the text, as the form says it
     * @param agreed whether the applicant agrees, without which nothing may be stored
     */
    record ConsentRequest(
            @NotNull @Min(1) Integer version,
            @NotNull @AssertTrue(message = "must be true, because nothing may be stored without consent")
                    Boolean agreed) {}

    ApplicationForm toForm() {
        return new ApplicationForm(
                new RegisterPartner(
                        organisation.strip(),
                        model,
                        Tier.REFERRAL_NETWORK,
                        country,
                        ZoneId.of(timeZone),
                        locale,
                        List.of(new Contact(
                                contact.name().strip(),
                                contact.email(),
                                contact.role().strip())),
                        List.of(),
                        details()),
                expectedReferrals,
                wouldRefer == null ? null : wouldRefer.strip());
    }

    private PartnerDetails details() {
        return new PartnerDetails(
                domain == null ? null : domain.toLowerCase(Locale.ROOT),
                null,
                territory == null ? List.of() : territory.stream().distinct().toList(),
                inLowerCase(industries),
                inLowerCase(services),
                idealClient == null ? null : idealClient.strip(),
                positioning,
                List.of(),
                null);
    }

    private static List<String> inLowerCase(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
    }
}
