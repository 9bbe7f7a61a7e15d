package io.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.RunningService;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From an event on Kafka to the inbox and to a mail on a real SMTP server. */
class NotificationsIT {

    private static final String ACCRUED = "commission.commission-accrued.v1";
    private static final String BREACHED = "referral.sla-breached.v1";
    private static final String SUBMITTED = "referral.referral-submitted.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger PARTNERS = new AtomicInteger();

    private static ServerSetup address;
    private static GreenMail mail;
    private static RunningService service;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        address = new ServerSetup(mail.getSmtp().getPort(), "localhost", ServerSetup.PROTOCOL_SMTP);
        service = RunningService.start(
                NotificationServiceApplication.service(),
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + address.getPort(),
                "--entente.notification.from=partners@firm.example",
                "--entente.notification.teams.ops.addresses=ops@firm.example,duty@firm.example",
                "--entente.notification.teams.finance.locale=de-DE",
                "--entente.notification.delivery.sweep-interval=200ms",
                "--entente.notification.delivery.retry=300ms",
                "--entente.notification.delivery.retry-then-every=300ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        mail.stop();
    }

    @Test
    void a_commission_reaches_the_inbox_and_the_first_contact_in_the_partners_language() throws Exception {
        String partner = partner("de", "Europe/Berlin");
        publish("commission.events", ACCRUED, partner, "com_de", commission(partner, "LIVE"));

        JsonNode item = awaitInbox(partner, 1).get(0);
        assertThat(item.path("eventType").asString()).isEqualTo(ACCRUED);
        assertThat(item.path("locale").asString()).isEqualTo("de");
        assertThat(item.path("subject").asString()).isEqualTo("Ihre Provision für Brightwater Logistics: 105,40 $");
        assertThat(item.path("body").asString()).contains("einen Wert von 1.054,00 $", "10 %");

        MimeMessage sent = awaitMails(partner, 1).get(0);
        assertThat(sent.getSubject()).isEqualTo(item.path("subject").asString());
        assertThat(sent.getFrom()[0].toString()).isEqualTo("partners@firm.example");
        assertThat(sent.getContent().toString().replace("\r\n", "\n"))
                .startsWith("Guten Tag Jörg Müller,\n\n" + item.path("body").asString());
        assertThat(sent.getMessageID()).isEqualTo("<" + item.path("id").asString() + "@firm.example>");
        assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(sent.getContentType()).containsIgnoringCase("charset=UTF-8");
        assertThat(sent.getAllRecipients()).hasSize(1);

        JsonNode log = awaitState(item.path("id").asString(), "SENT");
        assertThat(log.path("attempts")).hasSize(1);
        assertThat(log.path("attempts").get(0).path("outcome").asString()).isEqualTo("SENT");
        assertThat(log.toString()).doesNotContain(address(partner));
    }

    @Test
    void the_same_event_ten_times_is_one_notification_and_one_mail() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        for (int i = 0; i < 10; i++) {
            publish("referral.events", SUBMITTED, partner, "ref_ten", submitted(partner, "LIVE"));
        }
        publish("referral.events", SUBMITTED, partner, "ref_after", submitted(partner, "LIVE"));

        // The one after the ten shows that all ten have been handled.
        assertThat(awaitInbox(partner, 2)).hasSize(2);
        assertThat(awaitMails(partner, 2)).hasSize(2);
    }

    @Test
    void every_event_of_the_catalogue_that_comes_twice_is_told_once_to_whom_the_table_says() {
        String partner = partner("pt-BR", "America/Sao_Paulo");
        Map<String, Set<String>> table = audiences();
        List<String> types = table.keySet().stream().sorted().toList();
        for (int times = 0; times < 2; times++) {
            for (String type : types) {
                String topic = type.substring(0, type.indexOf('.')) + ".events";
                publish(topic, type, partner, "all_" + type, sample(type, partner));
            }
        }
        publish("referral.events", SUBMITTED, partner, "ref_last", submitted(partner, "LIVE"));
        publish("commission.events", ACCRUED, partner, "com_last", commission(partner, "LIVE"));

        // The sample's clock is the firm's own: the partner hears nothing of it.
        List<String> toPartner = new ArrayList<>(types);
        toPartner.removeIf(type -> type.contains(".sla-") || !table.get(type).contains("partner"));
        toPartner.addAll(List.of(SUBMITTED, ACCRUED));
        assertThat(typesIn(awaitInbox(partner, toPartner.size()))).containsExactlyInAnyOrderElementsOf(toPartner);
        for (String team : List.of("ops", "finance")) {
            assertThat(typesIn(teamInbox(team, partner)))
                    .containsExactlyInAnyOrderElementsOf(types.stream()
                            .filter(type -> table.get(type).contains(team))
                            .toList())
                    .isNotEmpty();
        }
        assertThat(awaitMails(partner, toPartner.size())).hasSize(toPartner.size());
        Awaitility.await("the teams' mails are sent, too")
                .atMost(PATIENCE)
                .until(() -> service.get("/actuator/prometheus").body().contains("entente_notifications_pending 0.0"));
    }

    @Test
    void a_missed_promise_of_the_firm_is_told_to_each_of_ops_and_one_of_the_partner_to_both() throws Exception {
        String partner = partner("de", "Europe/Berlin");
        publish("referral.events", BREACHED, partner, "sla_firm", breached(partner, "NEXT_UPDATE"));
        publish("referral.events", BREACHED, partner, "sla_partner", breached(partner, "PARTNER_FOLLOW_UP"));

        JsonNode told = awaitInbox(partner, 1).get(0);
        assertThat(inbox(partner)).hasSize(1);
        assertThat(told.path("subject").asString()).isEqualTo("Überfällig: Ihre Nachricht zu Sunfield Clinics");
        assertThat(told.path("audience").asString()).isEqualTo("partner");
        List<JsonNode> ops = teamInbox("ops", partner);
        assertThat(ops).hasSize(2).allSatisfy(item -> {
            assertThat(item.path("audience").asString()).isEqualTo("ops");
            assertThat(item.path("locale").asString()).isEqualTo("en");
        });
        JsonNode log = Awaitility.await("both addresses")
                .atMost(PATIENCE)
                .until(
                        () -> service.get("/api/notifications/"
                                        + ops.get(0).path("id").asString())
                                .json(),
                        found -> found.path("attempts").size() == 2);
        assertThat(log.path("channels").toString()).containsSubsequence("INBOX", "EMAIL", "SENT", "EMAIL", "SENT");
        assertThat(log.toString()).doesNotContain("@firm.example");
        for (String address : List.of("ops@firm.example", "duty@firm.example")) {
            List<String> subjects = new ArrayList<>();
            for (MimeMessage sent : mailsTo(address)) {
                subjects.add(sent.getSubject());
            }
            assertThat(subjects)
                    .containsOnlyOnce(
                            "Overdue: The follow-up by the partner, Sunfield Clinics (Harbour Pine Advisory)");
        }
    }

    @Test
    void imported_and_replayed_history_mails_nobody_and_fills_no_inbox() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        publish("referral.events", SUBMITTED, partner, "ref_import", submitted(partner, "IMPORT"));
        publish("referral.events", SUBMITTED, partner, "ref_replay", submitted(partner, "REPLAY"));
        publish("referral.events", SUBMITTED, partner, "ref_live", submitted(partner, "LIVE"));

        assertThat(awaitInbox(partner, 1)).hasSize(1);
        assertThat(awaitMails(partner, 1)).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_away_holds_up_no_inbox_and_gets_each_mail_once_when_it_is_back() {
        String partner = partner("ja", "Asia/Tokyo");
        mail.stop();
        String id;
        try {
            id = triedInVain(partner);
        } finally {
            mail = new GreenMail(address);
            mail.start();
        }

        JsonNode log = awaitState(id, "SENT");
        List<String> outcomes = new ArrayList<>();
        log.path("attempts")
                .forEach(attempt -> outcomes.add(attempt.path("outcome").asString()));
        assertThat(outcomes).endsWith("SENT").filteredOn("SENT"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("FAILED"::equals).hasSize(outcomes.size() - 1);
        assertThat(awaitMails(partner, 1)).hasSize(1);
        assertThat(log.has("nextAttemptAt")).isFalse();
    }

    @Test
    void an_event_before_its_partners_profile_waits_for_it() {
        String partner = "par_late_" + PARTNERS.incrementAndGet();
        publish("referral.events", SUBMITTED, partner, "ref_late", submitted(partner, "LIVE"));
        assertThat(inbox(partner)).isEmpty();
        profile(partner, 1, "en", "Asia/Kuala_Lumpur");

        assertThat(awaitInbox(partner, 1)).hasSize(1);
    }

    @Test
    void an_older_profile_changes_nothing_and_a_tombstone_erases() {
        String partner = "par_profile_" + PARTNERS.incrementAndGet();
        profile(partner, 3, "pt-BR", "America/Sao_Paulo");
        profile(partner, 2, "de", "Europe/Berlin");
        profile(partner, 4, "es", "Europe/Madrid");
        Awaitility.await("the newest profile")
                .atMost(PATIENCE)
                .until(() -> stored(partner), found -> found != null && found.getLong("version") == 4);
        double before = oldProfiles();
        profile(partner, 2, "de", "Europe/Berlin");
        Awaitility.await("the older profile is handled").atMost(PATIENCE).until(() -> oldProfiles() > before);
        publish("referral.events", SUBMITTED, partner, "ref_profile", submitted(partner, "LIVE"));
        assertThat(awaitInbox(partner, 1).get(0).path("locale").asString()).isEqualTo("es");

        service.publish("partner.profiles", "partner.profile.v1", partner, 5, partner, null);
        Awaitility.await("erased").atMost(PATIENCE).until(() -> stored(partner) == null);
    }

    @Test
    void an_inbox_is_read_newest_first_page_by_page() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        for (int i = 0; i < 5; i++) {
            publish("referral.events", SUBMITTED, partner, "ref_page_" + i, submitted(partner, "LIVE"));
        }
        awaitInbox(partner, 5);
        List<String> created = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/api/notifications?limit=2&partnerId=%s&cursor=%s".formatted(partner, cursor))
                    .json();
            page.path("items").forEach(item -> {
                assertThat(seen.add(item.path("id").asString())).isTrue();
                created.add(item.path("createdAt").asString());
            });
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
        assertThat(created.stream().map(java.time.Instant::parse))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void what_cannot_be_asked_for_is_said_field_by_field() {
        assertThat(fields(service.get("/api/notifications"))).containsExactly("partnerId");
        assertThat(fields(service.get("/api/notifications?audience=nobody"))).containsExactly("audience");
        assertThat(fields(service.get("/api/notifications?audience=ops&partnerId=p")))
                .containsExactly("partnerId");
        assertThat(fields(service.get("/api/notifications?partnerId=p&cursor=bm9uc2Vuc2U")))
                .containsExactly("cursor");
        assertThat(service.get("/api/notifications/ntf_unknown").status()).isEqualTo(404);
    }

    /** A notification that arrives while the mail server is away: in the inbox, its mail pending. Returns its id. */
    private static String triedInVain(String partner) {
        publish("referral.events", SUBMITTED, partner, "ref_away", submitted(partner, "LIVE"));
        JsonNode item = awaitInbox(partner, 1).get(0);
        String id = item.path("id").asString();
        Awaitility.await("two tries without a server")
                .atMost(PATIENCE)
                .until(() -> service.get("/api/notifications/" + id)
                                .json()
                                .path("attempts")
                                .size()
                        >= 2);
        assertThat(service.get("/api/notifications/" + id)
                        .json()
                        .path("channels")
                        .toString())
                .contains("\"INBOX\",\"state\":\"DELIVERED\"", "\"EMAIL\",\"state\":\"PENDING\"");
        assertThat(service.get("/actuator/health").body()).doesNotContainIgnoringCase("mail");
        assertThat(service.get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
        Awaitility.await("the backlog shows")
                .atMost(PATIENCE)
                .until(
                        () -> service.get("/actuator/prometheus").body(),
                        text -> text.contains("entente_notifications_pending 1.0"));
        return id;
    }

    private static double oldProfiles() {
        return service
                .context()
                .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .find("entente.events.handled")
                .tags("consumer", "partnerProfiles", "outcome", "duplicate")
                .counters()
                .stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static String partner(String locale, String timeZone) {
        String partner = "par_" + PARTNERS.incrementAndGet();
        profile(partner, 1, locale, timeZone);
        Awaitility.await("the profile of " + partner).atMost(PATIENCE).until(() -> stored(partner) != null);
        return partner;
    }

    private static org.bson.Document stored(String partner) {
        return service.mongo().findById(partner, org.bson.Document.class, "recipients");
    }

    private static void profile(String partner, long version, String locale, String timeZone) {
        ObjectNode profile = (ObjectNode) JSON.readTree(Contracts.sample("partner.profile.v1"));
        profile.put("partnerId", partner)
                .put("version", version)
                .put("locale", locale)
                .put("timeZone", timeZone);
        ObjectNode first = (ObjectNode) profile.path("contacts").get(0);
        first.put("name", "Jörg Müller").put("email", address(partner));
        Contracts.assertMatches("partner.profile.v1", profile.toString());
        service.publish("partner.profiles", "partner.profile.v1", partner, version, partner, profile.toString());
    }

    private static String address(String partner) {
        return partner + "@partner.example";
    }

    private static void publish(String topic, String type, String partner, String subject, String data) {
        Contracts.assertMatches(type, data);
        service.publish(topic, type, partner + "_" + subject, 1, partner, data);
    }

    private static String commission(String partner, String origin) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(ACCRUED));
        event.put("partnerId", partner).put("origin", origin);
        event.putObject("amount").put("amount", "105.40").put("currency", "USD");
        event.putObject("dealAmount").put("amount", "1054.00").put("currency", "USD");
        return event.toString();
    }

    private static String submitted(String partner, String origin) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(SUBMITTED));
        return event.put("partnerId", partner).put("origin", origin).toString();
    }

    private static String breached(String partner, String clock) {
        return ((ObjectNode) JSON.readTree(sample(BREACHED, partner)))
                .put("clock", clock)
                .toString();
    }

    /** The service's own table, as its configuration has it. */
    private static Map<String, Set<String>> audiences() {
        return Binder.get(service.context().getEnvironment())
                .bind("entente.notification.audiences", Bindable.mapOf(String.class, String.class))
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Set.of(entry.getValue().split(", "))));
    }

    /** A sample as if it were about this partner. */
    private static String sample(String type, String partner) {
        String sample = Contracts.sample(type);
        String samples = JSON.readTree(sample).path("partnerId").asString();
        return sample.replace('"' + samples + '"', '"' + partner + '"');
    }

    /** What a team's inbox has about a partner. */
    private static List<JsonNode> teamInbox(String team, String partner) {
        return StreamSupport.stream(
                        service.get("/api/notifications?limit=200&audience=" + team)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("partnerId").asString().equals(partner))
                .toList();
    }

    private static List<String> typesIn(List<JsonNode> inbox) {
        return inbox.stream().map(item -> item.path("eventType").asString()).toList();
    }

    private static List<JsonNode> inbox(String partner) {
        return StreamSupport.stream(
                        service.get("/api/notifications?limit=200&partnerId=" + partner)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static List<JsonNode> awaitInbox(String partner, int size) {
        return Awaitility.await("inbox of " + partner)
                .atMost(PATIENCE)
                .until(() -> inbox(partner), all -> all.size() >= size);
    }

    private static JsonNode awaitState(String id, String state) {
        return Awaitility.await("mail " + state)
                .atMost(PATIENCE)
                .until(() -> service.get("/api/notifications/" + id).json(), found -> found.path("channels")
                        .path(1)
                        .path("state")
                        .asString("")
                        .equals(state));
    }

    private static List<MimeMessage> awaitMails(String partner, int count) {
        return Awaitility.await("mails to " + partner)
                .atMost(PATIENCE)
                .until(() -> mails(partner), all -> all.size() >= count);
    }

    private static List<MimeMessage> mails(String partner) throws MessagingException, IOException {
        return mailsTo(address(partner));
    }

    private static List<MimeMessage> mailsTo(String address) throws MessagingException, IOException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (Arrays.toString(message.getRecipients(Message.RecipientType.TO)).contains(address)) {
                found.add(message);
            }
        }
        return found;
    }

    private static List<String> fields(Answer refused) {
        assertThat(refused.status()).isEqualTo(400);
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }
}
