package io.entente.benchmarks;

import tools.jackson.databind.node.ObjectNode;

/** The data of {@code referral.deal-closed.v1}: the published sample with other ids. */
public final class DealClosedEvent {

    public static final String TYPE = "referral.deal-closed.v1";
    public static final String TOPIC = "referral.events";

    private static final ObjectNode TEMPLATE = EventSamples.of(TYPE);

    private DealClosedEvent() {}

    public static ObjectNode data(String partnerId, String referralId, String dealId) {
        ObjectNode data = TEMPLATE.deepCopy();
        data.put("partnerId", partnerId).put("referralId", referralId).put("dealId", dealId);
        ((ObjectNode) data.path("credit").path(0)).put("partnerId", partnerId);
        return data;
    }
}
