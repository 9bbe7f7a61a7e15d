package io.entente.notification.messages.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.News;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.Language;
import io.entente.notification.templates.MessageKind;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.testkit.Contracts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event that anybody is told of, as its producer publishes it and in the variants that change its sense, in every
 * language of the program.
 */
class EveryMessageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Templates TEMPLATES = new Templates();
    private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");
    /** A word of a vocabulary as it travels: {@code FIRST_INTRODUCTION}, {@code BUDGET}. */
    private static final Pattern CODE_WORD = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b|\\b(?!USD\\b|GMT\\b)[A-Z]{3,}\\b");
    /** What readers may see in capitals: codes of ids and references, as the samples have them. */
    private static final Pattern IDS = Pattern.compile("\\b01K[0-9A-Z]{23}\\b|ENT-2026-Q2-0042");

    record Told(String type, String variant, News news) {
        @Override
        public String toString() {
            return type + " " + variant;
        }
    }

    static List<Told> everything() {
        List<Told> all = new ArrayList<>();
        NewsTypes.all().keySet().stream().sorted().forEach(type -> all.add(told(type, "as published", event -> {})));
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
            all.add(told("referral." + type + ".v1", "outbound", event -> event.put("direction", "OUTBOUND")));
        }
        for (String type : List.of("referral-declined", "referral-withdrawn", "referral-lost")) {
            all.add(told("referral." + type + ".v1", "by code", event -> event.put("reasonCode", "BUDGET")));
            all.add(told("referral." + type + ".v1", "code only", event -> event.put("reason", "CHOSE_ANOTHER")));
            all.add(told("referral." + type + ".v1", "unknown code", event -> event.put("reason", "STARS_WRONG")));
        }
        for (String outcome : List.of("SHARES_CLAIM", "DUPLICATE", "INVENTED_TOMORROW")) {
            all.add(told("referral.conflict-decided.v1", outcome, event -> decided(event, outcome)));
        }
        for (String clock : List.of("RESPONSE", "FIRST_MEETING", "PARTNER_FOLLOW_UP", "INVENTED_TOMORROW")) {
            for (String type : List.of("sla-reminder-due", "sla-breached", "sla-escalated")) {
                all.add(told("referral." + type + ".v1", clock, event -> event.put("clock", clock)));
            }
        }
        all.add(told("commission.commission-released.v1", "hold ended", event -> event.put("status", "PENDING")));
        all.add(told("commission.statement-issued.v1", "below zero", event -> event.putObject("closingBalance")
                .put("amount", "-12.30")
                .put("currency", "USD")));
        return all;
    }

    static List<Object[]> everythingInEveryLanguage() {
        return everything().stream()
                .flatMap(told -> Language.CODES.stream().map(code -> new Object[] {told, code}))
                .toList();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everythingInEveryLanguage")
    void it_is_put_into_words_without_a_gap_or_a_word_of_the_wire(Told told, String language) {
        for (Text text : texts(told.news(), language)) {
            String words = IDS.matcher(text.subject() + "\n" + text.body()).replaceAll("");
            assertThat(words).doesNotContain("{", "}");
            assertThat(CODE_WORD.matcher(words).results().map(found -> found.group()))
                    .as(words)
                    .isEmpty();
            assertThat(text.subject()).isNotBlank();
        }
    }

    @Test
    void every_kind_of_message_is_told_by_some_event() {
        Set<MessageKind> used = EnumSet.of(MessageKind.TEAM_COPY);
        for (Told told : everything()) {
            if (told.news().toPartner() != null) {
                used.add(told.news().toPartner());
            }
            if (told.news().toTeam() != null) {
                used.add(told.news().toTeam());
            }
        }
        assertThat(used).containsExactlyInAnyOrder(MessageKind.values());
    }

    @Test
    void a_partner_hears_of_the_clocks_that_it_has_to_keep_itself_and_of_no_other() {
        for (String type : List.of("referral.sla-reminder-due.v1", "referral.sla-breached.v1")) {
            for (String clock : List.of("RESPONSE", "NEXT_UPDATE", "PARTNER_FOLLOW_UP")) {
                News its = told(type, clock, event -> event.put("clock", clock)
                                .put(
                                        "owner",
                                        "partner:" + event.path("partnerId").asString()))
                        .news();
                assertThat(its.toPartner()).as("%s %s", type, clock).isNotNull();
            }
            News firms = told(type, "the firm's", event -> event.put("clock", "RESPONSE")
                            .put("owner", "role:account-manager"))
                    .news();
            assertThat(firms.toPartner()).as(type).isNull();
        }
    }

    @Test
    void a_partner_is_told_of_the_firms_notes_and_not_of_its_own() {
        String type = "referral.note-shared.v1";

        assertThat(told(type, "the firm's", event -> {}).news().toPartner()).isEqualTo(MessageKind.NOTE_SHARED);
        assertThat(told(
                                type,
                                "its own",
                                event -> event.put(
                                        "actor",
                                        "partner:" + event.path("partnerId").asString()))
                        .news()
                        .toPartner())
                .isNull();
    }

    @Test
    void every_event_is_read_with_whatever_a_later_version_adds() {
        NewsTypes.all().forEach((type, event) -> {
            Newsworthy plain = reader(event).readValue(Contracts.sample(type));
            Newsworthy later = reader(event).readValue(Contracts.sampleWithUnknownFields(type));
            assertThat(later).as(type).isEqualTo(plain);
        });
    }

    /** All that anybody reads of it. */
    private static List<Text> texts(News news, String language) {
        Facts facts = news.facts().with("partner", "Harbour Pine Advisory");
        List<Text> texts = new ArrayList<>();
        for (MessageKind kind : new MessageKind[] {news.toPartner(), news.toTeam()}) {
            if (kind != null) {
                texts.add(TEMPLATES.render(kind, facts, Language.of(language), ZONE));
            }
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

    private static Told told(String type, String variant, Consumer<ObjectNode> change) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(type));
        change.accept(event);
        return new Told(type, variant, newsOf(type, event));
    }

    private static News newsOf(String type, JsonNode event) {
        Newsworthy read = reader(NewsTypes.all().get(type)).readValue(event.toString());
        return read.news(new EventEnvelope("evt_1", type, "/test", "s", Instant.EPOCH, "par_1", 1, null, null, null));
    }

    private static ObjectReader reader(Class<?> event) {
        // As the library reads events: see EventConsumers.
        return JSON.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
