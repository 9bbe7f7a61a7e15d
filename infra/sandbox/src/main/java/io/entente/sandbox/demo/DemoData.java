package io.entente.sandbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content of {@code demo.json}: the partners of the program with their clients, and values to choose from. */
record DemoData(List<Partner> partners, List<JsonNode> plans, List<Offer> services, List<Decline> declines) {

    private static final String FILE = "/entente/sandbox/demo.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A partner with the data of its registration.
     *
     * @param currency the currency of its clients' deals
     * @param clients the clients that it refers, in this order
     */
    record Partner(
            String name,
            String model,
            String tier,
            String country,
            String timeZone,
            String locale,
            String currency,
            List<Map<String, String>> contacts,
            List<Client> clients) {}

    record Client(String organisation, String domain, String contactName) {}

    /** The need of a client, and the service that meets it. */
    record Offer(String service, String challenge) {}

    record Decline(String reason, @Nullable String alternative) {

        Map<String, String> body() {
            return alternative == null
                    ? Map.of("reason", reason)
                    : Map.of("reason", reason, "alternative", alternative);
        }
    }

    static DemoData load() {
        try (InputStream file = DemoData.class.getResourceAsStream(FILE)) {
            return JSON.readValue(file, DemoData.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
