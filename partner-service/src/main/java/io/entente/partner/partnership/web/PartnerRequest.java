package io.entente.partner.partnership.web;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.web.constraints.CountryCode;
import io.entente.platform.web.constraints.ProgramLocale;
import io.entente.platform.web.constraints.TimeZoneId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/partners}.
 *
 * @param details what is known of its business
 * @param team the firm's people who look after the partner; promises are escalated to the person who has the role
 */
record PartnerRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull PartnershipModel model,
        @NotNull Tier tier,
        @NotNull @CountryCode String country,
        @NotNull @TimeZoneId String timeZone,
        @NotNull @ProgramLocale String locale,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ContactRequest> contacts,
        @Nullable @Size(max = 20) List<@NotNull @Valid TeamMemberRequest> team,
        @Nullable @Valid DetailsRequest details) {

    RegisterPartner toCommand() {
        return new RegisterPartner(
                name.strip(),
                model,
                tier,
                country,
                ZoneId.of(timeZone),
                locale,
                contacts.stream().map(contact -> contact.toContact("")).toList(),
                team == null
                        ? List.of()
                        : team.stream().map(TeamMemberRequest::toMember).toList(),
                DetailsRequest.toDetails(details));
    }
}
