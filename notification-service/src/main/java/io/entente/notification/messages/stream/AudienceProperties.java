package io.entente.notification.messages.stream;

import io.entente.notification.messages.Audiences;
import io.entente.notification.recipients.Teams;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is notified of an event, {@code entente.notification.audiences."[<wire type>]"}: {@code partner} and names of teams. An
 * event without an entry is announced to the partners that it concerns.
 *
 * @param audiences the defaults are in {@code notification-service.yml}; a setting replaces the entry of one event
 */
@ConfigurationProperties("entente.notification")
record AudienceProperties(@DefaultValue Map<String, Set<String>> audiences) {

    Audiences toAudiences(Teams teams) {
        return new Audiences(audiences, EventCatalogue.wireTypes(), teams.names());
    }
}
