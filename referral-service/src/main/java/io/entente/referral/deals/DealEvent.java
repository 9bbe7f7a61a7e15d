package io.entente.referral.deals;

import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.Occurrence;
import java.util.Map;

/** An event in the life of a deal. */
public sealed interface DealEvent {

    About about();

    /** The event's name on the wire, without its context and version: {@code deal-closed}. */
    String what();

    /** The details that the timeline of the referral shows, by the names of the API's fields. */
    Map<String, String> details();

    /** When the event happened, who caused it, and the state of the referral at that time. */
    record About(Occurrence occurrence, Referral referral) {}

    /** The client bought something. */
    record DealClosed(About about, Deal deal) implements DealEvent {

        public static final String WHAT = "deal-closed";

        @Override
        public String what() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return details(deal);
        }

        static Map<String, String> details(Deal deal) {
            return Map.of(
                    "dealId",
                    deal.dealId(),
                    "amount",
                    deal.amount().toString(),
                    "closedOn",
                    deal.closedOn().toString());
        }
    }

    /** A deal was reversed as a whole. */
    record DealReversed(About about, Deal deal, Deal.Reversal reversal) implements DealEvent {

        public static final String WHAT = "deal-reversed";

        @Override
        public String what() {
            return WHAT;
        }

        @Override
        public Map<String, String> details() {
            return details(deal, reversal);
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
