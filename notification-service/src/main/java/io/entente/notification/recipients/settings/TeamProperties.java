package io.entente.notification.recipients.settings;

import io.entente.notification.recipients.Team;
import io.entente.notification.recipients.Teams;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The firm's teams, {@code entente.notification.teams.<name>.*}. Names are free.
 *
 * @param teams at most {@value Teams#MAX_TEAMS}
 */
@ConfigurationProperties("entente.notification")
public record TeamProperties(@DefaultValue Map<String, Settings> teams) {

    /**
     * The settings of one team.
     *
     * @param locale one of the program's languages, optionally with a region that decides number and date formats
     * @param addresses at most {@value Team#MAX_ADDRESSES} e-mail addresses; without any, the team has only its inbox
     */
    public record Settings(
            @DefaultValue("en") String locale,
            @DefaultValue("UTC") ZoneId timeZone,
            @DefaultValue List<String> addresses) {}

    public Teams toTeams() {
        return new Teams(teams.entrySet().stream()
                .map(named -> new Team(
                        named.getKey(),
                        named.getValue().locale(),
                        named.getValue().timeZone(),
                        named.getValue().addresses()))
                .toList());
    }
}
