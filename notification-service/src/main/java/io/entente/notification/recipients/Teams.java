package io.entente.notification.recipients;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The firm's teams by name. They don't change while the service runs. */
public final class Teams {

    public static final int MAX_TEAMS = 20;

    private final Map<String, Team> byName = new TreeMap<>();

    public Teams(Collection<Team> teams) {
        if (teams.size() > MAX_TEAMS) {
            throw new IllegalArgumentException("There are more than %d teams".formatted(MAX_TEAMS));
        }
        teams.forEach(team -> byName.put(team.name(), team));
    }

    public Optional<Team> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In alphabetical order. */
    public Set<String> names() {
        return byName.keySet();
    }
}
