package io.entente.notification.messages.stream;

import io.entente.notification.messages.Audiences;
import io.entente.notification.recipients.Teams;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of which event, {@code entente.notification.audiences."[<wire type>]"}: {@code partner} and names of teams.
 *
 * @param audiences the service's own table is in {@code notification-service.yml}; a setting replaces one event's entry
 */
@ConfigurationProperties("entente.notification")
record AudienceProperties(@DefaultValue Map<String, Set<String>> audiences) {

    Audiences toAudiences(Teams teams) {
        return new Audiences(audiences, NewsTypes.all().keySet(), teams.names());
    }
}
