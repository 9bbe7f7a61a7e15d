package io.entente.notification.messages.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.templates.AllTemplates;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.testkit.Contracts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every announcement: each event as its producer publishes it, and in the variants that change the message. */
final class AnnouncementVariants {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Templates TEMPLATES = new Templates(AllTemplates.languages());

    private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");

    /** Every reason for which a deal earns nothing. */
    static final List<String> NOTHING_DUE = List.of(
            "NO_PLAN_IN_FORCE",
            "NO_RULE_MATCHED",
            "TERM_ENDED",
            "RECIPROCITY_ONLY",
            "REFERRED_BY_FIRM",
            "CURRENCY_DIFFERS",
            "YEARLY_CAP_REACHED",
            "ACCRUES_ON_PAYMENT",
            "OUTSIDE_ENGAGEMENT",
            "SELF_REFERRAL_REFUSED",
            "AMOUNT_ROUNDS_TO_ZERO");

    /** Every reason that the program gives for an adjustment, a clawback or a cancelled commission. */
    static final List<String> REASONS_OF_THE_PROGRAM = List.of(
            "TIER_REACHED",
            "CLIENT_TIER_REACHED",
            "CONVERSION_REACHED",
            "TIER_CORRECTED",
            "TIER_REVERSED",
            "TIER_REFUSED",
            "PLAN_FOUND",
            "ENGAGEMENT_ENDED",
            "DEAL_CORRECTED",
            "COMMISSION_FOUND",
            "CLIENT_PAID",
            "CLIENT_REFUNDED",
            "DEAL_CREDITED",
            "PAID_AGAIN",
            "CAP_LEFT_LESS",
            "TERM_REACHES",
            "CLIENT_TIER_KEPT");

    /** Every reason for which a change of a CRM waits. */
    private static final List<String> WAITS = List.of(
            "REFERRAL_STATE",
            "UNKNOWN_STAGE",
            "AMOUNT_MISSING",
            "CURRENCY_PENDING",
            "MOVED_BACK",
            "DEAL_REVERSED",
            "REFUSED",
            "AMOUNT_DIFFERS",
            "CURRENCY_DIFFERS",
            "CLOSING_DATE_DIFFERS",
            "DELETED_IN_CRM",
            "MERGED_IN_CRM",
            "DETAILS_MISSING",
            "LINK_DIFFERS",
            "REFERRAL_UNKNOWN",
            "INVENTED_TOMORROW");

    private AnnouncementVariants() {}

    record Variant(String type, String name, Announcement announcement) {
        @Override
        public String toString() {
            return type + " " + name;
        }
    }

    static List<Variant> everything() {
        List<Variant> all = new ArrayList<>();
        EventCatalogue.wireTypes().stream()
                .sorted()
                .forEach(type -> all.add(variant(type, "as published", event -> {})));
        all.add(variant("partner.partner-contact-departed.v1", "without owner and level", event -> {
            event.remove("owner");
            event.remove("level");
            event.putArray("risks");
        }));
        for (String owner : List.of("user:u-17", "role:account-manager")) {
            all.add(variant("partner.onboarding-step-overdue.v1", owner, event -> event.put("owner", owner)));
        }
        all.add(variant("partner.agreement-renewal-due.v1", "ends", event -> event.put("renews", false)));
        all.add(variant("partner.agreement-signed.v1", "without terms", event -> {
            event.remove("startsOn");
            event.remove("endsOn");
        }));
        for (String tier : List.of("ACTIVE", "REFERRAL_NETWORK", "INVENTED")) {
            all.add(variant("partner.partner-tier-changed.v1", tier, event -> event.put("tier", tier)
                    .remove("reason")));
        }
        for (String kind : List.of("FALLING_SATISFACTION", "ONE_SIDED_FLOW", "CONCENTRATION", "INVENTED")) {
            all.add(variant("partner.alert-raised.v1", kind, event -> event.put("kind", kind)));
        }
        all.add(variant("partner.pause-review-due.v1", "without owner", event -> event.remove("owner")));
        for (String risk :
                List.of("NO_CONTACT", "NO_EXECUTIVE_SPONSOR", "NO_DELIVERY", "NO_ACCOUNT_MANAGER", "INVENTED")) {
            all.add(variant("partner.partner-contact-departed.v1", risk, event -> event.put("level", risk)
                    .putArray("risks")
                    .add(risk)
                    .add("SINGLE_CONTACT")));
        }
        for (String type : List.of(
                "referral-submitted",
                "information-requested",
                "information-provided",
                "referral-accepted",
                "referral-declined",
                "referral-withdrawn",
                "client-contacted",
                "meeting-held",
                "proposal-sent",
                "deal-closed",
                "referral-lost")) {
            all.add(variant("referral." + type + ".v1", "outbound", event -> event.put("direction", "OUTBOUND")));
        }
        all.add(variant("referral.referral-resumed.v1", "outbound", event -> event.put("direction", "OUTBOUND")));
        all.add(variant("referral.referral-resumed.v1", "protection ended", event -> event.remove("protectedUntil")));
        for (String direction : List.of("INBOUND", "OUTBOUND")) {
            all.add(variant(
                    "referral.deal-reversed.v1", "last deal, " + direction, event -> event.put("referralResumes", true)
                            .put("protectedUntil", "2026-11-30T04:30:00Z")
                            .put("direction", direction)));
        }
        all.add(variant("referral.deal-reversed.v1", "unprotected", event -> event.put("referralResumes", true)));
        for (String type : List.of("referral-declined", "referral-withdrawn", "referral-lost")) {
            all.add(variant("referral." + type + ".v1", "by code", event -> event.put("reasonCode", "BUDGET")));
            all.add(variant("referral." + type + ".v1", "code only", event -> event.put("reason", "CHOSE_ANOTHER")));
            all.add(variant("referral." + type + ".v1", "unknown code", event -> event.put("reason", "STARS_WRONG")));
        }
        for (String changed : List.of("closedOn", "engagement", "credit", "invented-tomorrow")) {
            all.add(variant("referral.deal-corrected.v1", changed, event -> event.putArray("changed")
                    .add(changed)));
        }
        all.add(variant("referral.deal-corrected.v1", "ended", event -> {
            event.put("kind", "ENGAGEMENT_ENDED").remove("reason");
            event.putArray("changed").add("engagement");
        }));
        for (String outcome : List.of("SHARES_CLAIM", "DUPLICATE", "INVENTED_TOMORROW")) {
            all.add(variant("referral.conflict-decided.v1", outcome, event -> decided(event, outcome)));
        }
        for (String reason : WAITS) {
            all.add(variant("referral.crm-change-waiting.v1", reason, event -> event.put("reason", reason)));
            all.add(variant("referral.crm-record-waiting.v1", reason, event -> event.put("reason", reason)));
        }
        for (String outcome : List.of("HOLDS_CLAIM", "SHARES_CLAIM", "DUPLICATE")) {
            all.add(variant("referral.conflict-decided.v1", outcome + ", another conflict is open", event -> {
                decided(event, outcome);
                event.put("contestedFurther", true);
            }));
        }
        all.add(variant("referral.referral-accepted.v1", "a conflict is open", event -> event.put("contested", true)));
        for (String clock : List.of("RESPONSE", "FIRST_MEETING", "PARTNER_FOLLOW_UP", "INVENTED_TOMORROW")) {
            for (String type :
                    List.of("sla-reminder-due", "sla-breached", "sla-escalated", "sla-handed-over", "sla-moved")) {
                all.add(variant("referral." + type + ".v1", clock, event -> event.put("clock", clock)));
                all.add(variant("referral." + type + ".v1", clock + " outbound", event -> event.put("clock", clock)
                        .put("direction", "OUTBOUND")));
            }
        }
        for (String reason : NOTHING_DUE) {
            all.add(variant("commission.no-commission-due.v1", reason, event -> event.put("reason", reason)));
            all.add(variant(
                    "commission.no-commission-due.v1", "payment, " + reason, event -> unpaid(event, "2026-07-06")
                            .put("reason", reason)));
        }
        for (String reason : REASONS_OF_THE_PROGRAM) {
            for (String type : List.of("commission-adjusted", "commission-clawed-back", "commission-voided")) {
                all.add(variant("commission." + type + ".v1", reason, event -> event.put("reason", "In English.")
                        .put("reasonCode", reason)));
            }
        }
        all.add(variant("commission.commission-accrued.v1", "payment on a retainer", event -> onPayment(event)));
        all.add(variant("commission.commission-accrued.v1", "bands and limits", event -> limited(event)));
        all.add(variant("commission.commission-accrued.v1", "payment with limits", event -> limited(onPayment(event))));
        all.add(variant("commission.plan-change-announced.v1", "no plan afterwards", event -> event.remove("after")));
        all.add(variant(
                "commission.plan-change-announced.v1", "another plan", event -> ((ObjectNode) event.at("/before/plan"))
                        .put("code", "everybody")));
        all.add(variant("commission.plan-change-announced.v1", "replaced plan", event -> event.put("retired", true)));
        all.add(variant("commission.plan-change-announced.v1", "ended plan", event -> event.put("retired", true)
                .remove("after")));
        all.add(variant("commission.commission-released.v1", "hold ended", event -> event.put("status", "PENDING")));
        all.add(variant("commission.outcome-correction-requested.v1", "failed", event -> event.remove("paidOn")));
        all.add(variant("commission.invoice-issued.v1", "kept back", event -> event.putObject("withheld")
                .put("amount", "158.10")
                .put("currency", "EUR")));
        for (String type : List.of("commission.payout-approved.v1", "commission.payout-paid.v1")) {
            all.add(variant(type, "with taxes", event -> event.putObject("vat")
                    .put("amount", "200.26")
                    .put("currency", "USD")));
        }
        all.add(variant("commission.invoice-issued.v1", "credit note", event -> event.put("kind", "CREDIT_NOTE")
                .put("corrects", "SB-2026-00000007")));
        all.add(variant(
                "commission.statement-issued.v1",
                "referrals are counted elsewhere",
                event -> event.put("referrals", 0)));
        all.add(variant("commission.statement-issued.v1", "below zero", event -> event.putObject("closingBalance")
                .put("amount", "-12.30")
                .put("currency", "USD")));
        return all;
    }

    /** The messages to all readers. */
    static List<Text> texts(Announcement announcement, String language) {
        Facts facts = announcement.facts().with("partner", "Harbour Pine Advisory");
        List<Text> texts = new ArrayList<>();
        for (TemplateName template : new TemplateName[] {announcement.partnerTemplate(), announcement.teamTemplate()}) {
            if (template != null) {
                texts.add(TEMPLATES.render(template, facts, AllTemplates.language(language), ZONE));
            }
        }
        Announcement.ToPerson toPerson = announcement.toPerson();
        if (toPerson != null) {
            texts.add(TEMPLATES.render(toPerson.template(), facts, AllTemplates.language(language), ZONE));
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    static Variant variant(String type, String name, Consumer<ObjectNode> change) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(type));
        change.accept(event);
        return new Variant(type, name, announcementOf(type, event));
    }

    private static Announcement announcementOf(String type, JsonNode event) {
        AnnouncedEvent read = reader(eventOf(type)).readValue(event.toString());
        return read.announcement(
                new EventEnvelope("evt_1", type, "/test", "s", Instant.EPOCH, "par_1", 1, null, null, null));
    }

    private static Class<? extends AnnouncedEvent> eventOf(String wireType) {
        return EventCatalogue.all().stream()
                .filter(type -> type.wireType().equals(wireType))
                .findFirst()
                .orElseThrow()
                .event();
    }

    static ObjectReader reader(Class<?> event) {
        // The reader has the settings of EventConsumers.
        return JSON.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static void decided(ObjectNode event, String outcome) {
        event.put("outcome", outcome).put("rule", "SPLIT");
        event.putArray("credit")
                .addObject()
                .put("partnerId", event.path("partnerId").asString())
                .put("role", "ORIGINATOR")
                .put("share", "0.60");
    }

    static ObjectNode unpaid(ObjectNode event, String paidOn) {
        payment(event, "450.00", paidOn);
        event.putObject("engagement")
                .put("kind", "RETAINER")
                .put("startsOn", "2026-04-01")
                .put("endsOn", "2026-06-30");
        return event;
    }

    static ObjectNode onPayment(ObjectNode event) {
        payment(event, "700.00", "2026-05-04");
        money(event, "kept", "1400.00");
        money(event, "earnedBefore", "70.00");
        return event;
    }

    static ObjectNode limited(ObjectNode event) {
        event.remove("rate");
        event.put("share", "0.40");
        event.putArray("rates").addObject().put("rate", "0.05").putObject("of");
        event.withArray("rates").addObject().put("rate", "0.08").putObject("of");
        money(event, "floor", "50.00");
        money(event, "capPerDeal", "430.00");
        money(event, "capPerYear", "400.00");
        return event;
    }

    private static void payment(ObjectNode event, String amount, String paidOn) {
        ObjectNode payment = event.putObject("payment").put("id", "inv-7").put("paidOn", paidOn);
        money(payment, "amount", amount);
    }

    private static void money(ObjectNode event, String name, String amount) {
        event.putObject(name).put("amount", amount).put("currency", "USD");
    }
}
