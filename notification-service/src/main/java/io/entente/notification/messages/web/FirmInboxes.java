package io.entente.notification.messages.web;

import io.entente.notification.messages.Audiences;
import io.entente.notification.recipients.Colleague;
import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Decides who reads the inbox of a team or a person of the firm. A team's inbox is for the role that has the team's name, such as
 * FINANCE for {@code finance}. A team without a role, and a person, share their inbox with OPS. Partner managers and OPS see the mails to people
 * outside the program.
 */
final class FirmInboxes {

    private FirmInboxes() {}

    static boolean mayRead(Caller caller, String audience) {
        boolean own = Colleague.isPerson(audience)
                && Actor.isSamePerson(caller.actor().value(), audience);
        return (own && caller.partnerId().isEmpty())
                || caller.roles().contains(role(audience))
                || (audience.equals(Audiences.OUTSIDE) && caller.roles().contains(Role.PARTNER_MANAGER));
    }

    /** @throws ErrorResponseException 403 if the caller may not read the inbox */
    static void check(Caller caller, String audience) {
        if (!mayRead(caller, audience)) {
            throw new ErrorResponseException(
                    HttpStatus.FORBIDDEN,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.FORBIDDEN, "The inbox of %s needs %s.".formatted(audience, role(audience))),
                    null);
        }
    }

    private static Role role(String audience) {
        String name = audience.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.PARTNER && role.name().equals(name))
                .findFirst()
                .orElse(Role.OPS);
    }
}
