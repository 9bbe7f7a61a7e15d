package io.entente.notification.messages;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who is notified of which event. This is policy, so it is configuration: an event is announced to the partners that
 * it concerns, unless the configuration has an entry for its type.
 */
public final class Audiences {

    /** The partners that an event concerns. Every other audience belongs to the firm. */
    public static final String PARTNER = "partner";

    /** The person of the firm to whom an event gives something to do. */
    public static final String PERSON = "person";

    /** People outside the program, to whom mails are sent that have no inbox. */
    public static final String OUTSIDE = "outside";

    private static final Set<String> DEFAULT = Set.of(PARTNER);

    private final Map<String, Set<String>> exceptions;
    private final Set<String> eventTypes;

    /**
     * @param exceptions audiences by wire type; an empty set means that nobody is notified
     * @param eventTypes the wire types that the service can announce
     * @param teams the names of the firm's teams
     * @throws IllegalArgumentException if an event type or an audience does not exist
     */
    public Audiences(Map<String, Set<String>> exceptions, Set<String> eventTypes, Set<String> teams) {
        exceptions.forEach((type, audiences) -> {
            if (!eventTypes.contains(type)) {
                throw new IllegalArgumentException("There is no announcement of " + type);
            }
            audiences.forEach(audience -> requireKnown(audience, type, teams));
        });
        if (teams.contains(OUTSIDE)) {
            throw new IllegalArgumentException("No team can have the name '%s'".formatted(OUTSIDE));
        }
        this.eventTypes = Set.copyOf(eventTypes);
        this.exceptions = exceptions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    private static void requireKnown(String audience, String type, Set<String> teams) {
        if (!audience.equals(PARTNER) && !audience.equals(PERSON) && !teams.contains(audience)) {
            throw new IllegalArgumentException("The audience '%s' of %s must be '%s', '%s' or one of the teams %s"
                    .formatted(audience, type, PARTNER, PERSON, teams));
        }
    }

    public Set<String> of(String eventType) {
        return exceptions.getOrDefault(eventType, DEFAULT);
    }

    /** Whether the service can announce events of a type. */
    public boolean isAnnounced(String eventType) {
        return eventTypes.contains(eventType);
    }
}
