package io.entente.referral.crm.web;

import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealFact;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the generic format for CRMs, which is in the envelope of Standard Webhooks: {@code
 * {"type":"deal.updated","timestamp":"…","data":{"dealId","stage","amount":{"amount","currency"},"closedOn","lossReason",
 * "referralId"}}}. In the data only {@code dealId} is required.
 */
final class GenericChanges implements ChangeReader {

    private static final String OF_DEALS = "deal.";

    @Override
    public Read read(JsonNode body, @Nullable String messageId, String referralField) {
        return ChangeReader.each(
                body, event -> change(event, messageId, referralField).stream().toList());
    }

    private static Optional<DealChange> change(JsonNode event, @Nullable String messageId, String referralField) {
        JsonNode data = event.path("data");
        Optional<String> dealId = ChangeReader.dealId(data.path("dealId"));
        Instant at = instant(event.path("timestamp").asString(""));
        if (!event.path("type").asString("").startsWith(OF_DEALS)
                || dealId.isEmpty()
                || at == null
                || messageId == null) {
            return Optional.empty();
        }
        Map<DealFact, String> facts = new EnumMap<>(DealFact.class);
        put(facts, DealFact.AMOUNT, data.path("amount").path("amount"));
        put(facts, DealFact.CURRENCY, data.path("amount").path("currency"));
        put(facts, DealFact.CLOSED_ON, data.path("closedOn"));
        put(facts, DealFact.LOSS_REASON, data.path("lossReason"));
        return Optional.of(new DealChange(
                dealId.get(),
                messageId,
                at,
                ChangeReader.text(data.path("stage")).orElse(null),
                facts,
                ChangeReader.text(data.path(referralField)).orElse(null)));
    }

    private static void put(Map<DealFact, String> facts, DealFact fact, JsonNode value) {
        ChangeReader.text(value).ifPresent(text -> facts.put(fact, text));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
