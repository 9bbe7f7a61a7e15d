package io.entente.notification.recipients.settings;

import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The firm's teams, {@code entente.notification.teams.<name>.*}; any name will do.
 *
 * @param teams at most {@value Teams#MAX_TEAMS}
 */
@ConfigurationProperties("entente.notification")
record TeamProperties(@DefaultValue Map<String, Settings> teams) {

    /**
     * One team.
     *
     * @param locale one of the program's languages, with a region where figures should follow it
     * @param addresses e-mail addresses, at most {@value Team#MAX_ADDRESSES}; none means that the team has its inbox only
     */
    record Settings(
            @DefaultValue("en") String locale,
            @DefaultValue("UTC") ZoneId timeZone,
            @DefaultValue List<String> addresses) {}

    Teams toTeams() {
        return new Teams(teams.entrySet().stream()
                .map(named -> new Team(
                        named.getKey(),
                        named.getValue().locale(),
                        named.getValue().timeZone(),
                        named.getValue().addresses()))
                .toList());
    }
}
