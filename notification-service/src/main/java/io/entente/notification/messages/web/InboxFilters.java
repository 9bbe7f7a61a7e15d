package io.entente.notification.messages.web;

import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.NotificationFilter;
import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Teams;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.Caller;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of notifications from its parameters, and refuses those that select nothing or somebody else's. */
@Component
class InboxFilters {

    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";

    private final Teams teams;
    private final Audiences audiences;
    private final InboxSights sights;

    InboxFilters(Teams teams, Audiences audiences, InboxSights sights) {
        this.teams = teams;
        this.audiences = audiences;
        this.sights = sights;
    }

    NotificationFilter of(InboxParameters asked, Tenant tenant, Caller caller) {
        String audience = Audiences.PARTNER.equals(asked.audience()) ? null : asked.audience();
        if (audience != null && caller.partnerId().isPresent()) {
            throw new NotFoundException("inbox of", audience);
        }
        List<FieldError> errors = new ArrayList<>();
        addInboxFaults(asked.audience(), tenant.partnerId(), errors);
        addChannelFaults(asked, audience, errors);
        if (asked.type() != null && !audiences.isAnnounced(asked.type())) {
            errors.add(new FieldError(
                    "type", "must be the type of an event that is announced, such as referral.referral-submitted.v1"));
        }
        if (asked.order() != null
                && !asked.order().equals(ASCENDING)
                && !asked.order().equals(DESCENDING)) {
            errors.add(new FieldError("order", "must be asc or desc"));
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        if (audience != null) {
            FirmInboxes.check(caller, audience);
        }
        return new NotificationFilter(
                audience,
                tenant.partnerId(),
                asked.type(),
                asked.channel() == Channel.EMAIL,
                asked.state() == null ? null : asked.state().ofMail(),
                asked.from(),
                asked.to(),
                sights.of(tenant, caller),
                !ASCENDING.equals(asked.order()));
    }

    private void addInboxFaults(@Nullable String audience, @Nullable String partnerId, List<FieldError> errors) {
        if (audience == null && partnerId == null) {
            errors.add(
                    new FieldError(
                            "partnerId",
                            "must be the id of a partner; with audience=partner it can be left out, for the inboxes of all partners"));
        }
        if (audience != null
                && !audience.equals(Audiences.PARTNER)
                && !audience.equals(Audiences.OUTSIDE)
                && !isTeam(audience)
                && !Colleague.isPerson(audience)) {
            errors.add(new FieldError(
                    "audience",
                    "must be %s, %s, one of %s, or a person such as user:u-17"
                            .formatted(Audiences.PARTNER, Audiences.OUTSIDE, teams.names())));
        }
    }

    private void addChannelFaults(InboxParameters asked, @Nullable String audience, List<FieldError> errors) {
        boolean ofInbox = asked.state() == Channel.State.DELIVERED;
        if (asked.state() != null && asked.channel() == Channel.INBOX && !ofInbox) {
            errors.add(new FieldError("state", "must be DELIVERED if channel is INBOX"));
        }
        if (asked.channel() == Channel.EMAIL && ofInbox) {
            errors.add(new FieldError("state", "must be PENDING, SENT or FAILED if channel is EMAIL"));
        }
        if (audience != null && isTeam(audience)) {
            // A team's notification has a mail for each address, each with a state of its own.
            if (asked.channel() == Channel.EMAIL) {
                errors.add(new FieldError("channel", "must be INBOX if audience is a team"));
            } else if (asked.state() != null && asked.channel() == null && !ofInbox) {
                errors.add(new FieldError("state", "must be DELIVERED if audience is a team"));
            }
        }
    }

    private boolean isTeam(String audience) {
        return teams.find(audience).isPresent();
    }
}
