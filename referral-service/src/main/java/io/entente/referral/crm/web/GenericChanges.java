package io.entente.referral.crm.web;

import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealChange.Incident;
import io.entente.referral.crm.DealFact;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the generic format for CRMs, which is in the envelope of Standard Webhooks: {@code
 * {"type":"deal.updated","timestamp":"…","data":{"dealId","stage","amount":{"amount","currency"},"closedOn","lossReason",
 * "referralId"}}}. In the data only {@code dealId} is required. A value that is null or empty clears the fact. The
 * type {@code deal.deleted} reports a deletion. The body may be
 * an array of such events; each of them then has an id of its own, which follows from the id of the message and its position.
 */
final class GenericChanges implements ChangeReader {

    private static final String OF_DEALS = "deal.";
    private static final String DELETED = "deal.deleted";

    @Override
    public Read read(JsonNode body, Source source) {
        return ChangeReader.each(ChangeReader.parts(body), (event, position) -> {
            String messageId = source.messageId();
            String eventId = messageId == null || !body.isArray() ? messageId : messageId + "/" + position;
            return change(event, eventId, source.referralField()).map(List::of).orElse(List.of());
        });
    }

    private static Optional<DealChange> change(JsonNode event, @Nullable String eventId, String referralField) {
        JsonNode data = event.path("data");
        String type = event.path("type").asString("");
        Optional<String> dealId = ChangeReader.dealId(data.path("dealId"));
        Instant at = instant(event.path("timestamp").asString(""));
        if (!type.startsWith(OF_DEALS) || dealId.isEmpty() || at == null || eventId == null) {
            return Optional.empty();
        }
        if (type.equals(DELETED)) {
            return Optional.of(DealChange.of(dealId.get(), eventId, at, Incident.deleted()));
        }
        Map<DealFact, String> facts = new EnumMap<>(DealFact.class);
        JsonNode amount = data.path("amount");
        put(facts, DealFact.AMOUNT, amount.isNull() ? amount : amount.path("amount"));
        put(facts, DealFact.CURRENCY, amount.isNull() ? amount : amount.path("currency"));
        put(facts, DealFact.CLOSED_ON, data.path("closedOn"));
        ChangeReader.words(data.path("lossReason")).ifPresent(text -> facts.put(DealFact.LOSS_REASON, text));
        return Optional.of(new DealChange(
                        dealId.get(),
                        eventId,
                        at,
                        ChangeReader.text(data.path("stage")).orElse(null),
                        facts,
                        ChangeReader.text(data.path(referralField)).orElse(null))
                .remarking(ChangeReader.remark(data.path("lossReason"), facts)));
    }

    private static void put(Map<DealFact, String> facts, DealFact fact, JsonNode value) {
        ChangeReader.fact(value).ifPresent(text -> facts.put(fact, text));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
