package io.entente.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published samples of the contracts, from which a benchmark makes its events. */
public final class EventSamples {

    private EventSamples() {}

    /** A copy of the sample of an event type. */
    public static ObjectNode of(String type) {
        String resource = "/contracts/schemas/" + type + ".json";
        try (InputStream schema = EventSamples.class.getResourceAsStream(resource)) {
            if (schema == null) {
                throw new IllegalStateException("There is no " + resource + " on the class path");
            }
            return (ObjectNode)
                    JsonMapper.shared().readTree(schema).path("examples").path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
