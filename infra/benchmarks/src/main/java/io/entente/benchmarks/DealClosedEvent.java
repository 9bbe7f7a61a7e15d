package io.entente.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The data of {@code referral.deal-closed.v1}: the published sample with other ids. */
public final class DealClosedEvent {

    public static final String TYPE = "referral.deal-closed.v1";
    public static final String TOPIC = "referral.events";

    private static final String SCHEMA = "/contracts/schemas/" + TYPE + ".json";
    private static final ObjectNode TEMPLATE = sample();

    private DealClosedEvent() {}

    public static ObjectNode data(String partnerId, String referralId, String dealId) {
        ObjectNode data = TEMPLATE.deepCopy();
        data.put("partnerId", partnerId).put("referralId", referralId).put("dealId", dealId);
        ((ObjectNode) data.path("credit").path(0)).put("partnerId", partnerId);
        return data;
    }

    private static ObjectNode sample() {
        try (InputStream schema = DealClosedEvent.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException("no " + SCHEMA + " on the class path");
            }
            return (ObjectNode)
                    JsonMapper.shared().readTree(schema).path("examples").path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
