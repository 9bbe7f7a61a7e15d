package io.entente.referral.deals;

import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event in the life of a deal. */
public sealed interface DealEvent {

    About about();

    /** The deal after the event. */
    Deal deal();

    /** The event's name on the wire, without its context and version: {@code deal-closed}. */
    String wireName();

    /** The details that the timeline of the referral shows, by the names of the API's fields. */
    Map<String, String> details();

    /** When the event happened, who caused it, and the state of the referral at that time. */
    record About(Occurrence occurrence, Referral referral) {}

    /** The client bought something. */
    record DealClosed(About about, Deal deal) implements DealEvent {

        public static final String WHAT = "deal-closed";

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return details(deal);
        }

        static Map<String, String> details(Deal deal) {
            DealDetails entered = deal.detailsAsClosed();
            return Map.of(
                    "dealId",
                    deal.dealId(),
                    "amount",
                    entered.amount().toString(),
                    "closedOn",
                    entered.closedOn().toString());
        }
    }

    /**
     * Details of a deal were corrected, or its engagement ended.
     *
     * @param deal the deal after the correction
     */
    record DealCorrected(About about, Deal deal, DealCorrection correction) implements DealEvent {

        public static final String WHAT = "deal-corrected";

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return details(deal, correction);
        }

        static Map<String, String> details(Deal deal, DealCorrection correction) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("dealId", deal.dealId());
            details.put("kind", correction.kind().name());
            details.put(
                    "changed",
                    correction.changed().stream()
                            .sorted()
                            .map(DealDetails.Name::wireName)
                            .collect(Collectors.joining(", ")));
            if (correction.reason() != null) {
                details.put("reason", correction.reason());
            }
            return details;
        }
    }

    /**
     * A deal was reversed as a whole. If it was the last one, the event also says that the referral resumes, so that partners get one
     * message.
     */
    record DealReversed(About about, Deal deal, Deal.Reversal reversal) implements DealEvent {

        public static final String WHAT = "deal-reversed";

        @Override
        public String wireName() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return details(deal, reversal);
        }

        /** The end of the referral's protection from now on; null if it has ended, or if the referral doesn't resume. */
        public @Nullable Instant protectedUntil() {
            return reversal.resumesReferral()
                    ? UnwinReferral.protectedUntil(
                            about.referral(), about.occurrence().at())
                    : null;
        }

        static Map<String, String> details(Deal deal, Deal.Reversal reversal) {
            return Map.of(
                    "dealId",
                    deal.dealId(),
                    "reversedOn",
                    reversal.reversedOn().toString(),
                    "reasonCode",
                    reversal.reason().code(),
                    "reason",
                    reversal.reason().text());
        }
    }
}
