package io.entente.notification.messages.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders every announcement in every language: each event as its producer publishes it, and in the variants that change the
 * message.
 */
class EveryAnnouncementTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Templates TEMPLATES = new Templates(AllTemplates.languages());
    private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");
    /** A code of the wire format, such as {@code FIRST_INTRODUCTION} or {@code BUDGET}, and no usual abbreviation. */
    private static final Pattern CODE_WORD =
            Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b|\\b(?!(?:USD|EUR|GMT|VAT|IVA|PDF|XML|CRM)\\b)[A-Z]{3,}\\b");
    /** The ids and references of the samples, which readers may see. */
    private static final Pattern IDS = Pattern.compile("\\b01K[0-9A-Z]{23}\\b|ENT-2026-Q2-0042");

    /** Every reason for which a deal earns nothing. */
    private static final List<String> NOTHING_DUE = List.of(
            "NO_PLAN_IN_FORCE",
            "NO_RULE_MATCHED",
            "TERM_ENDED",
            "RECIPROCITY_ONLY",
            "REFERRED_BY_FIRM",
            "CURRENCY_DIFFERS",
            "YEARLY_CAP_REACHED",
            "ACCRUES_ON_PAYMENT",
            "OUTSIDE_ENGAGEMENT",
            "AMOUNT_ROUNDS_TO_ZERO");

    /** Every reason that the program gives for an adjustment, a clawback or a cancelled commission. */
    private static final List<String> REASONS_OF_THE_PROGRAM = List.of(
            "TIER_REACHED",
            "CLIENT_TIER_REACHED",
            "CONVERSION_REACHED",
            "TIER_CORRECTED",
            "TIER_REVERSED",
            "PLAN_FOUND",
            "ENGAGEMENT_ENDED",
            "DEAL_CORRECTED",
            "COMMISSION_FOUND",
            "CLIENT_PAID",
            "CLIENT_REFUNDED",
            "DEAL_CREDITED",
            "PAID_AGAIN");

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
        all.add(variant("commission.statement-issued.v1", "below zero", event -> event.putObject("closingBalance")
                .put("amount", "-12.30")
                .put("currency", "USD")));
        return all;
    }

    static List<Object[]> everythingInEveryLanguage() {
        return everything().stream()
                .flatMap(variant -> AllTemplates.languages().stream().map(code -> new Object[] {variant, code}))
                .toList();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everythingInEveryLanguage")
    void a_message_has_no_unfilled_placeholder_and_no_code_of_the_wire_format(Variant variant, String language) {
        for (Text text : texts(variant.announcement(), language)) {
            String words = IDS.matcher(text.subject() + "\n" + text.body()).replaceAll("");
            assertThat(words).doesNotContain("{", "}");
            assertThat(CODE_WORD.matcher(words).results().map(found -> found.group()))
                    .as(words)
                    .isEmpty();
            assertThat(text.subject()).isNotBlank();
        }
    }

    @Test
    void a_partner_is_not_told_again_that_its_client_is_contested() {
        assertThat(variant("referral.conflict-detected.v1", "known", event -> event.put("known", true))
                        .announcement()
                        .partnerTemplate())
                .isNull();
    }

    @Test
    void each_reason_for_no_commission_has_a_text_of_its_own_in_every_language() {
        for (String language : AllTemplates.languages()) {
            Set<String> bodies = new HashSet<>();
            for (String reason : NOTHING_DUE) {
                bodies.add(reasonFor(reason, language));
            }
            assertThat(bodies).as(language).hasSize(NOTHING_DUE.size());
            assertThat(bodies).as(language).doesNotContain(reasonFor("INVENTED_TOMORROW", language));
        }
    }

    @Test
    void a_payout_names_its_taxes_if_it_has_any() {
        for (String type : List.of("commission.payout-approved.v1", "commission.payout-paid.v1")) {
            Announcement taxed = variant(type, "with taxes", event -> event.putObject("vat")
                            .put("amount", "200.26")
                            .put("currency", "USD"))
                    .announcement();
            assertThat(texts(taxed, "en").get(0).body()).contains("200.26 VAT");
            assertThat(texts(variant(type, "without", event -> {}).announcement(), "en")
                            .get(0)
                            .body())
                    .doesNotContain("VAT");
        }
    }

    @Test
    void a_payment_that_earns_nothing_says_on_which_side_of_the_engagement_it_is_or_that_the_deal_was_reversed() {
        assertThat(outside("2026-03-30"))
                .contains(
                        "$450.00",
                        "30 March 2026",
                        "before the agreed time",
                        "first day of the engagement is 1 April 2026")
                .doesNotContain("reversed", "last day");
        assertThat(outside("2026-07-06"))
                .contains("after the agreed time", "last day of the engagement was 30 June 2026")
                .doesNotContain("reversed", "first day");
        assertThat(outside("2026-05-06"))
                .contains("the deal was reversed before the client paid")
                .doesNotContain("first day", "last day");
    }

    @Test
    void a_commission_on_a_payment_names_the_payment_and_what_it_is_computed_on() {
        String body = texts(
                        variant("commission.commission-accrued.v1", "payment", event -> onPayment(event))
                                .announcement(),
                        "en")
                .get(0)
                .body();

        assertThat(body)
                .contains("paid $700.00 on 4 May 2026", "$1,400.00", "had earned $70.00", "Your rate is 10%")
                .doesNotContain("10,540.00");
    }

    @Test
    void a_commission_names_its_rates_its_floor_and_its_caps() {
        String body = texts(
                        variant("commission.commission-accrued.v1", "limits", event -> limited(event))
                                .announcement(),
                        "en")
                .get(0)
                .body();

        assertThat(body)
                .contains(
                        "from 5% to 8%",
                        "at least $50.00",
                        "at most $430.00 for a deal",
                        "at most $400.00 in a year",
                        "your share of it is 40%");
    }

    private static String outside(String paidOn) {
        Announcement announcement = variant("commission.no-commission-due.v1", paidOn, event -> unpaid(event, paidOn)
                        .put("reason", "OUTSIDE_ENGAGEMENT"))
                .announcement();
        return texts(announcement, "en").get(0).body();
    }

    private static ObjectNode unpaid(ObjectNode event, String paidOn) {
        payment(event, "450.00", paidOn);
        event.putObject("engagement")
                .put("kind", "RETAINER")
                .put("startsOn", "2026-04-01")
                .put("endsOn", "2026-06-30");
        return event;
    }

    private static ObjectNode onPayment(ObjectNode event) {
        payment(event, "700.00", "2026-05-04");
        money(event, "kept", "1400.00");
        money(event, "earnedBefore", "70.00");
        return event;
    }

    private static ObjectNode limited(ObjectNode event) {
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

    private static String reasonFor(String reason, String language) {
        Announcement announcement = variant(
                        "commission.no-commission-due.v1", reason, event -> event.put("reason", reason))
                .announcement();
        return texts(announcement, language).get(0).body();
    }

    @Test
    void a_reason_of_a_bank_is_told_in_the_readers_language() {
        for (String type : List.of("commission.payout-failed.v1", "commission.payout-returned.v1")) {
            Announcement closed = variant(type, "closed", event -> event.put("reason", "The bank account is closed."))
                    .announcement();
            assertThat(texts(closed, "de").get(0).body())
                    .as(type)
                    .contains("Das Bankkonto ist geschlossen.")
                    .doesNotContain("The bank account is closed.");
        }
    }

    @Test
    void a_reason_of_the_program_is_told_in_the_readers_language() {
        Announcement adjusted = variant("commission.commission-adjusted.v1", "tier", event -> event.put(
                                "reason", "Deal d-4, won deal number 4 of 2026, reached a higher rate.")
                        .put("reasonCode", "TIER_REACHED"))
                .announcement();
        Announcement byPerson = variant(
                        "commission.commission-adjusted.v1", "words", event -> event.put("reason", "As agreed.")
                                .putNull("reasonCode"))
                .announcement();

        assertThat(texts(adjusted, "de").get(0).body())
                .contains(
                        "Ein weiterer gewonnener Auftrag hat einen höheren Satz erreicht, der für das ganze Jahr gilt.")
                .doesNotContain("won deal number");
        assertThat(texts(byPerson, "de").get(0).body()).contains("As agreed.");
        for (String reason : REASONS_OF_THE_PROGRAM) {
            Announcement clawedBack = variant(
                            "commission.commission-clawed-back.v1", reason, event -> event.put("reason", "In English.")
                                    .put("reasonCode", reason))
                    .announcement();
            for (String language : List.of("en", "ms", "de", "ja", "es", "pt")) {
                assertThat(texts(clawedBack, language).get(0).body())
                        .as("%s in %s", reason, language)
                        .doesNotContain("In English.", reason);
            }
        }
    }

    @Test
    void the_last_reversal_is_told_in_one_message_with_the_referral_and_the_commission() {
        Announcement reversed = variant("referral.deal-reversed.v1", "last", event -> event.put("referralResumes", true)
                        .put("protectedUntil", "2026-11-30T04:30:00Z")
                        .putArray("credit")
                        .add(share("par_origin"))
                        .add(share("par_second")))
                .announcement();

        assertThat(texts(reversed, "en").get(0).body())
                .contains("has been reversed with effect from", "was refunded", "no longer counts as won")
                .contains("It is protected until", "Any commission on this deal is taken back with it");
        assertThat(reversed.partnerIds()).contains("par_origin", "par_second");
        assertThat(reversed.creditedTemplate()).isEqualTo(TemplateName.of("deal-reversed"));
        assertThat(variant("referral.referral-resumed.v1", "told", event -> event.put("announced", true))
                        .announcement()
                        .partnerTemplate())
                .isNull();
        for (String type : List.of("commission.commission-voided.v1", "commission.commission-clawed-back.v1")) {
            assertThat(variant(type, "told", event -> event.put("dealReversed", true))
                            .announcement()
                            .partnerTemplate())
                    .as(type)
                    .isNull();
            assertThat(variant(type, "another cause", event -> event.remove("dealReversed"))
                            .announcement()
                            .partnerTemplate())
                    .as(type)
                    .isNotNull();
        }
    }

    private static ObjectNode share(String partner) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("partnerId", partner)
                .put("role", "ORIGINATOR")
                .put("share", "0.50");
    }

    @Test
    void a_promise_of_an_outbound_referral_is_the_partners_even_if_somebody_of_the_firm_looks_after_it() {
        Map<String, String> answers = Map.of(
                "en", "The partner's answer",
                "de", "Antwort des Partners",
                "ms", "Jawapan daripada rakan",
                "ja", "パートナーからの回答",
                "es", "Respuesta del socio",
                "pt", "Resposta do parceiro");
        for (String type : List.of("sla-reminder-due", "sla-breached", "sla-escalated", "sla-handed-over")) {
            answers.forEach((language, answer) -> {
                Announcement outbound = variant(
                                "referral." + type + ".v1", "outbound", event -> event.put("clock", "RESPONSE")
                                        .put("direction", "OUTBOUND")
                                        .put("owner", "role:ops"))
                        .announcement();
                assertThat(texts(outbound, language))
                        .as("%s %s", type, language)
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text.subject()).contains(answer));
            });
        }
        assertThat(variant("referral.sla-moved.v1", "outbound", event -> event.put("clock", "RESPONSE")
                                .put("direction", "OUTBOUND")
                                .put("owner", "role:ops"))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("follow-up-moved"));
    }

    @Test
    void every_template_is_used_by_an_event() {
        Set<String> used = new HashSet<>(Set.of("team-copy"));
        for (Variant variant : everything()) {
            if (variant.announcement().partnerTemplate() != null) {
                used.add(variant.announcement().partnerTemplate().value());
            }
            if (variant.announcement().teamTemplate() != null) {
                used.add(variant.announcement().teamTemplate().value());
            }
            if (variant.announcement().toPerson() != null) {
                used.add(variant.announcement().toPerson().template().value());
            }
        }
        assertThat(used).isEqualTo(AllTemplates.names());
    }

    @Test
    void a_partner_is_notified_only_of_the_promises_that_it_has_to_keep_itself() {
        for (String type : List.of("referral.sla-reminder-due.v1", "referral.sla-breached.v1")) {
            for (String clock : List.of("RESPONSE", "NEXT_UPDATE", "PARTNER_FOLLOW_UP")) {
                Announcement partners = variant(type, clock, event -> event.put("clock", clock)
                                .put(
                                        "owner",
                                        "partner:" + event.path("partnerId").asString()))
                        .announcement();
                assertThat(partners.partnerTemplate()).as("%s %s", type, clock).isNotNull();
            }
            Announcement firms = variant(type, "the firm's", event -> event.put("clock", "RESPONSE")
                            .put("owner", "role:account-manager"))
                    .announcement();
            assertThat(firms.partnerTemplate()).as(type).isNull();
        }
    }

    @Test
    void a_partner_is_notified_of_every_new_due_date_of_its_own_promises_and_of_the_firms() {
        String type = "referral.sla-moved.v1";

        assertThat(variant(type, "the firm's", event -> event.put("owner", "role:account-manager"))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("promise-moved"));
        assertThat(variant(
                                type,
                                "its own",
                                event -> event.put(
                                        "owner",
                                        "partner:" + event.path("partnerId").asString()))
                        .announcement()
                        .partnerTemplate())
                .isEqualTo(TemplateName.of("follow-up-moved"));
    }

    @Test
    void a_partner_is_notified_of_the_notes_of_the_firm_and_not_of_its_own() {
        String type = "referral.note-shared.v1";

        assertThat(variant(type, "the firm's", event -> {}).announcement().partnerTemplate())
                .isEqualTo(TemplateName.of("note-shared"));
        for (String person : List.of("", "/usr-4")) {
            assertThat(variant(
                                    type,
                                    "its own" + person,
                                    event -> event.put(
                                            "actor",
                                            "partner:" + event.path("partnerId").asString() + person))
                            .announcement()
                            .partnerTemplate())
                    .isNull();
        }
    }

    @Test
    void every_event_is_read_if_a_later_version_adds_fields() {
        assertThat(EventCatalogue.all()).isNotEmpty().allSatisfy(type -> {
            AnnouncedEvent plain = reader(type.event()).readValue(Contracts.sample(type.wireType()));
            AnnouncedEvent later = reader(type.event()).readValue(Contracts.sampleWithUnknownFields(type.wireType()));
            assertThat(later).isEqualTo(plain);
        });
    }

    /** The messages to all readers. */
    private static List<Text> texts(Announcement announcement, String language) {
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

    private static void decided(ObjectNode event, String outcome) {
        event.put("outcome", outcome).put("rule", "SPLIT");
        event.putArray("credit")
                .addObject()
                .put("partnerId", event.path("partnerId").asString())
                .put("role", "ORIGINATOR")
                .put("share", "0.60");
    }

    private static Variant variant(String type, String name, Consumer<ObjectNode> change) {
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

    private static ObjectReader reader(Class<?> event) {
        // The reader has the settings of EventConsumers.
        return JSON.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
