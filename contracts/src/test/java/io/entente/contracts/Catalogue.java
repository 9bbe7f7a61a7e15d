package io.entente.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The published types, as the schema files define them. The lock keeps a type from disappearing and from slipping in. */
final class Catalogue {

    /** Schemas that define no type of their own. */
    static final Set<String> SHARED = Set.of("common", "headers");

    /** The states on compacted topics, by type. */
    private static final Map<String, String> STATES =
            Map.of("partner.profile.v1", "partner.profiles", "partner.members.v1", "partner.members");

    private Catalogue() {}

    /** A type that travels: its wire type, its name in Java and in AsyncAPI, its topic, and its schema. */
    record Entry(String type, String name, String topic, JsonNode schema) {

        String description() {
            return schema.path("description").asString();
        }

        @Override
        public String toString() {
            return type;
        }
    }

    /** Every type, in alphabetical order. */
    static List<Entry> all() {
        return Contracts.names(Contracts.SCHEMAS).stream()
                .filter(name -> !SHARED.contains(name))
                .map(Catalogue::entry)
                .toList();
    }

    /** Every event. Profiles and members are states, not events. */
    static List<Entry> events() {
        return all().stream().filter(entry -> !STATES.containsKey(entry.type())).toList();
    }

    private static Entry entry(String type) {
        JsonNode schema = Contracts.schema(type);
        String context = type.substring(0, type.indexOf('.'));
        String topic = STATES.getOrDefault(type, context + ".events");
        return new Entry(type, schema.path("title").asString(), topic, schema);
    }
}
