package io.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.RunningService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The notification service and a mail server, started once for all integration tests, and the requests and events they need. */
final class RunningNotifications implements BeforeAllCallback, AutoCloseable {

    static final String ACCRUED = "commission.commission-accrued.v1";
    static final String BREACHED = "referral.sla-breached.v1";
    static final String SUBMITTED = "referral.referral-submitted.v1";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger PARTNERS = new AtomicInteger();

    private static RunningNotifications running;

    private ServerSetup address;
    private GreenMail mail;
    private RunningService service;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningNotifications.class, unused -> started(), RunningNotifications.class);
    }

    private static RunningNotifications started() {
        RunningNotifications started = new RunningNotifications();
        started.start();
        return started;
    }

    private void start() {
        mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        address = new ServerSetup(mail.getSmtp().getPort(), "localhost", ServerSetup.PROTOCOL_SMTP);
        service = RunningService.start(
                NotificationServiceApplication.service().sources(RecipientLookups.class),
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + address.getPort(),
                "--entente.notification.from=partners@firm.example",
                "--entente.notification.teams.ops.addresses=ops@firm.example,duty@firm.example",
                "--entente.notification.teams.finance.locale=de-DE",
                "--entente.notification.delivery.sweep-interval=200ms",
                "--entente.notification.delivery.retry=300ms",
                "--entente.notification.delivery.retry-then-every=300ms");
    }

    @Override
    public void close() {
        service.close();
        mail.stop();
    }

    static RunningService service() {
        return running.service;
    }

    static void stopMailServer() {
        running.mail.stop();
    }

    /** Starts an empty mail server on the port of the stopped one. */
    static void startMailServer() {
        running.mail = new GreenMail(running.address);
        running.mail.start();
    }

    static String newPartnerId() {
        return "par_" + PARTNERS.incrementAndGet();
    }

    /** How many profiles were handled as duplicates. */
    static double handledDuplicates() {
        return service()
                .context()
                .getBean(MeterRegistry.class)
                .find("entente.events.handled")
                .tags("consumer", "partnerProfiles", "outcome", "duplicate")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    static String partner(String locale, String timeZone) {
        String partner = newPartnerId();
        profile(partner, 1, locale, timeZone);
        Awaitility.await("the profile of " + partner).atMost(PATIENCE).until(() -> stored(partner) != null);
        return partner;
    }

    static Document stored(String partner) {
        return service().mongo().findById(partner, Document.class, "recipients");
    }

    static void profile(String partner, long version, String locale, String timeZone) {
        ObjectNode profile = (ObjectNode) JSON.readTree(Contracts.sample("partner.profile.v1"));
        profile.put("partnerId", partner)
                .put("version", version)
                .put("locale", locale)
                .put("timeZone", timeZone);
        ObjectNode first = (ObjectNode) profile.path("contacts").get(0);
        first.put("name", "Jörg Müller").put("email", address(partner)).remove("locale");
        Contracts.assertMatches("partner.profile.v1", profile.toString());
        service().publish("partner.profiles", "partner.profile.v1", partner, version, partner, profile.toString());
    }

    static String address(String partner) {
        return partner + "@partner.example";
    }

    static void publish(String topic, String type, String partner, String subject, String data) {
        Contracts.assertMatches(type, data);
        service().publish(topic, type, partner + "_" + subject, 1, partner, data);
    }

    static String commission(String partner, String origin) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(ACCRUED));
        event.put("partnerId", partner).put("origin", origin);
        event.putObject("amount").put("amount", "105.40").put("currency", "USD");
        event.putObject("dealAmount").put("amount", "1054.00").put("currency", "USD");
        return event.toString();
    }

    static String submitted(String partner, String origin) {
        ObjectNode event = (ObjectNode) JSON.readTree(Contracts.sample(SUBMITTED));
        return event.put("partnerId", partner).put("origin", origin).toString();
    }

    static String breached(String partner, String clock) {
        return ((ObjectNode) JSON.readTree(sample(BREACHED, partner)))
                .put("clock", clock)
                .put("direction", clock.equals("PARTNER_FOLLOW_UP") ? "OUTBOUND" : "INBOUND")
                .toString();
    }

    /** The exceptions that the configuration of the service defines. */
    static Map<String, Set<String>> audiences() {
        return Binder.get(service().context().getEnvironment())
                .bind("entente.notification.audiences", Bindable.mapOf(String.class, String.class))
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Set.of(entry.getValue().split(", "))));
    }

    /** A sample that is about this partner. */
    static String sample(String type, String partner) {
        String sample = Contracts.sample(type);
        String samples = JSON.readTree(sample).path("partnerId").asString();
        return sample.replace('"' + samples + '"', '"' + partner + '"');
    }

    /** The notifications in a team's inbox that are about a partner. */
    static List<JsonNode> teamInbox(String team, String partner) {
        return StreamSupport.stream(
                        service()
                                .get("/api/notifications?limit=200&audience=" + team)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("partnerId").asString().equals(partner))
                .toList();
    }

    static List<String> typesIn(List<JsonNode> inbox) {
        return inbox.stream().map(item -> item.path("eventType").asString()).toList();
    }

    static List<JsonNode> inbox(String partner) {
        return StreamSupport.stream(
                        service()
                                .get("/api/notifications?limit=200&partnerId=" + partner)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    static List<JsonNode> awaitInbox(String partner, int size) {
        return Awaitility.await("inbox of " + partner)
                .atMost(PATIENCE)
                .until(() -> inbox(partner), all -> all.size() >= size);
    }

    static JsonNode awaitState(String id, String state) {
        return Awaitility.await("mail " + state)
                .atMost(PATIENCE)
                .until(() -> service().get("/api/notifications/" + id).json(), found -> found.path("channels")
                        .path(1)
                        .path("state")
                        .asString("")
                        .equals(state));
    }

    static List<MimeMessage> awaitMails(String partner, int count) {
        return Awaitility.await("mails to " + partner)
                .atMost(PATIENCE)
                .until(() -> mails(partner), all -> all.size() >= count);
    }

    static List<MimeMessage> mails(String partner) throws MessagingException, IOException {
        return mailsTo(address(partner));
    }

    static List<MimeMessage> mailsTo(String address) throws MessagingException, IOException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : running.mail.getReceivedMessages()) {
            if (Arrays.toString(message.getRecipients(Message.RecipientType.TO)).contains(address)) {
                found.add(message);
            }
        }
        return found;
    }

    static List<String> fields(Answer refused) {
        assertThat(refused.status()).isEqualTo(400);
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }
}
