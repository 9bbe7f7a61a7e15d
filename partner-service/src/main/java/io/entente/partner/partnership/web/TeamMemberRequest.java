package io.entente.partner.partnership.web;

import io.entente.partner.partnership.TeamMember;
import io.entente.platform.web.constraints.ProgramLocale;
import io.entente.platform.web.constraints.TimeZoneId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person of the firm who looks after a partner.
 *
 * @param role as in the owners of promises
 * @param person the person's id at the identity provider
 * @param email where the person gets mail about escalated promises; without it, the person has only an inbox
 * @param locale the language of messages to the person; English if it is missing
 * @param timeZone the zone of days and hours in messages to the person; UTC if it is missing
 */
record TeamMemberRequest(
        @NotNull
                @Pattern(
                        regexp = "[a-z][a-z0-9-]{0,63}",
                        message = "must be a role of lower-case letters, digits and hyphens, such as account-manager")
                String role,
        @NotNull
                @Pattern(
                        regexp = "user:[A-Za-z0-9._-]{1,128}",
                        message = "must be a user of the firm such as user:u-17")
                String person,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @ProgramLocale String locale,
        @Nullable @TimeZoneId String timeZone) {

    TeamMember toMember() {
        return new TeamMember(role, person, email, locale, timeZone);
    }
}
