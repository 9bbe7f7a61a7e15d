package io.entente.sandbox.demo;

import io.entente.sandbox.demo.DemoData.Client;
import io.entente.sandbox.demo.DemoData.Decline;
import io.entente.sandbox.demo.DemoData.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A referral of the demo: its submission and its ending.
 *
 * @param number counted from 1; also the number of its deal
 * @param partner the index of the partner in the data
 * @param ending the last state of the referral in the demo
 * @param value the expected value and, if the referral is won, the amount of the deal
 * @param closedOn the date of the deal, if the referral is won
 * @param credit the index of the partner that shares the credit for the deal; null for nobody
 * @param decline the reason, if the referral is declined
 */
record DemoReferral(
        int number,
        int partner,
        Client client,
        Offer offer,
        String involvement,
        Ending ending,
        BigDecimal value,
        String currency,
        LocalDate closedOn,
        @Nullable Integer credit,
        Decline decline) {

    /** The last state of a referral in the demo. */
    enum Ending {
        SUBMITTED,
        /** Introduces a client that another partner introduced before. */
        CONFLICTED,
        UNDER_REVIEW,
        ACTION_REQUIRED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        CONTACTED,
        MEETING_HELD,
        PROPOSAL_SENT,
        LOST,
        REOPENED,
        WON
    }

    /**
     * A command of the demo.
     *
     * @param path of the command
     * @param body null if the command has none
     * @param event its entry in the timeline
     */
    record Step(String path, @Nullable Object body, String event) {}

    /** The commands from the submission to the ending, in order. */
    List<Step> steps(List<String> partnerIds) {
        Step accept = new Step("accept", null, "referral-accepted");
        Step contact = new Step("contact", Map.of("contactedOn", "2025-11-10"), "client-contacted");
        Step meeting = new Step("meeting", Map.of("heldOn", "2025-11-18"), "meeting-held");
        Step proposal = new Step("proposal", Map.of("sentOn", "2025-11-27", "amount", money()), "proposal-sent");
        Step review = new Step("review", null, "review-started");
        Step lose = new Step("lose", Map.of("reasonCode", "BUDGET"), "referral-lost");
        return switch (ending) {
            case SUBMITTED, CONFLICTED -> List.of();
            case UNDER_REVIEW -> List.of(review);
            case ACTION_REQUIRED ->
                List.of(
                        review,
                        new Step(
                                "request-information",
                                Map.of("questions", List.of("Who at the client decides, and by when?")),
                                "information-requested"));
            case ACCEPTED -> List.of(accept);
            case DECLINED -> List.of(new Step("decline", decline.body(), "referral-declined"));
            case WITHDRAWN ->
                List.of(new Step("withdraw", Map.of("reasonCode", "NO_LONGER_NEEDED"), "referral-withdrawn"));
            case CONTACTED -> List.of(accept, contact);
            case MEETING_HELD -> List.of(accept, contact, meeting);
            case PROPOSAL_SENT -> List.of(accept, contact, meeting, proposal);
            case LOST -> List.of(accept, contact, lose);
            case REOPENED ->
                List.of(
                        accept,
                        contact,
                        lose,
                        new Step("reopen", Map.of("reasonCode", "CLIENT_CAME_BACK"), "referral-reopened"));
            case WON ->
                List.of(
                        accept,
                        new Step("deals", deal(partnerIds), "deal-closed"),
                        new Step("satisfaction", Map.of("rating", 7 + number % 4), "satisfaction-rated"));
        };
    }

    /** The same referral, but with the client of another partner. */
    DemoReferral of(Client introducedBefore) {
        return new DemoReferral(
                number,
                partner,
                introducedBefore,
                offer,
                involvement,
                ending,
                value,
                currency,
                closedOn,
                credit,
                decline);
    }

    /** Some referrals are outbound, from the firm to the partner. */
    boolean isOutbound() {
        return ending == Ending.MEETING_HELD || ending == Ending.UNDER_REVIEW;
    }

    Map<String, Object> submission(List<String> partnerIds, String country) {
        return Map.of(
                "partnerId", partnerIds.get(partner),
                "direction", isOutbound() ? "OUTBOUND" : "INBOUND",
                "consent", Map.of("feeDisclosed", true, "clientAgrees", true),
                "client",
                        Map.of(
                                "organisation", client.organisation(),
                                "domain", client.domain(),
                                "country", country,
                                "contactName", client.contactName(),
                                "contactEmail", "contact@" + client.domain()),
                "service", offer.service(),
                "challenge", offer.challenge(),
                "involvement", involvement,
                "expectedValue", money());
    }

    private Map<String, Object> deal(List<String> partnerIds) {
        List<Map<String, String>> shares = credit == null
                ? List.of(share(partnerIds.get(partner), "ORIGINATOR", "1.00"))
                : List.of(
                        share(partnerIds.get(partner), "ORIGINATOR", "0.60"),
                        share(partnerIds.get(credit), "CO_SELLER", "0.40"));
        return Map.of("dealId", dealId(), "amount", money(), "closedOn", closedOn.toString(), "credit", shares);
    }

    String dealId() {
        return "entente-demo-2-deal-%02d".formatted(number);
    }

    private Map<String, String> money() {
        return Map.of("amount", value.toPlainString(), "currency", currency);
    }

    private static Map<String, String> share(String partnerId, String role, String share) {
        return Map.of("partnerId", partnerId, "role", role, "share", share);
    }
}
