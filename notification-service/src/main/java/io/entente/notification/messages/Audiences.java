package io.entente.notification.messages;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is told of which event: policy, so data. An event that isn't named is told to nobody. */
public final class Audiences {

    /** The partners whom an event concerns; every other audience is one of the firm's teams. */
    public static final String PARTNER = "partner";

    private final Map<String, Set<String>> byEventType;

    /**
     * @param byEventType audiences by wire type
     * @param eventTypes wire types that this service can tell of
     * @param teams the firm's
     * @throws IllegalArgumentException where an event or an audience is none: a misspelt one would tell nobody
     */
    public Audiences(Map<String, Set<String>> byEventType, Set<String> eventTypes, Set<String> teams) {
        byEventType.forEach((type, audiences) -> {
            if (!eventTypes.contains(type)) {
                throw new IllegalArgumentException("nobody can be told of " + type);
            }
            for (String audience : audiences) {
                if (!audience.equals(PARTNER) && !teams.contains(audience)) {
                    throw new IllegalArgumentException("%s is told to %s, which is neither '%s' nor one of the teams %s"
                            .formatted(type, audience, PARTNER, teams));
                }
            }
        });
        this.byEventType = byEventType.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    public Set<String> of(String eventType) {
        return byEventType.getOrDefault(eventType, Set.of());
    }
}
