package io.entente.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The sandbox as a new user meets it: started with the demo, used over HTTP, and stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CURL =
            Pattern.compile("curl -s --oauth2-bearer \\$\\(curl -s (\\S+)\\) (\\S+) -H '([^']+)' -d '([^']+)'");

    private static SandboxProcess sandbox;

    @BeforeAll
    static void start() {
        sandbox = SandboxProcess.start(SandboxProcess.freePorts(), "--memory", "--demo");
        sandbox.awaitLine("Ready in ");
        sandbox.awaitLine("All mails that were sent: ");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    @Order(1)
    void the_demo_creates_forty_referrals_in_every_state_that_can_be_reached_at_once() {
        Map<String, Long> states = sandbox.items(sandbox.url(SandboxService.REFERRAL) + "/api/referrals").stream()
                .collect(Collectors.groupingBy(
                        referral -> referral.path("status").asString(), Collectors.counting()));
        assertThat(states)
                .isEqualTo(Map.ofEntries(
                        Map.entry("SUBMITTED", 4L),
                        Map.entry("CONFLICTED", 1L),
                        Map.entry("UNDER_REVIEW", 1L),
                        Map.entry("ACTION_REQUIRED", 2L),
                        Map.entry("ACCEPTED", 2L),
                        Map.entry("DECLINED", 2L),
                        Map.entry("WITHDRAWN", 1L),
                        Map.entry("CONTACTED", 4L),
                        Map.entry("MEETING_HELD", 1L),
                        Map.entry("PROPOSAL_SENT", 2L),
                        Map.entry("WON", 15L),
                        Map.entry("LOST", 4L),
                        Map.entry("REOPENED", 1L)));
    }

    @Test
    @Order(2)
    void every_plan_prices_a_deal_of_the_demo_and_one_deal_has_no_plan() {
        List<JsonNode> commissions = sandbox.items(sandbox.url(SandboxService.COMMISSION) + "/api/commissions");
        assertThat(commissions)
                .extracting(commission -> commission.path("plan").path("code").asString())
                .contains("standard", "strategic-2024", "strategic-2025", "channel-2025");
        assertThat(commissions)
                .extracting(commission -> commission.path("dealId").asString() + " "
                        + commission.path("partnerId").asString())
                .doesNotHaveDuplicates();
        List<JsonNode> transactions = partnerIds().stream()
                .flatMap(id -> sandbox.items(sandbox.url(SandboxService.COMMISSION) + "/api/ledger/" + id).stream())
                .toList();
        assertThat(transactions).hasSize(commissions.size() + 1);
        assertThat(sandbox.post(sandbox.url(SandboxService.COMMISSION) + "/api/ledger/verify", "{}")
                        .path("verified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(3)
    void partners_get_mails_in_their_languages_and_none_about_imported_history() {
        List<JsonNode> inboxes = Awaitility.await("the mails of the demo")
                .atMost(PATIENCE)
                .until(
                        this::notifications,
                        all -> !all.isEmpty() && all.stream().allMatch(SandboxIT::isMailed));
        assertThat(inboxes)
                .extracting(notification -> notification.path("locale").asString())
                .contains("en", "ms", "de", "ja", "es", "pt");
        Map<String, String> mails = mails().stream()
                .collect(Collectors.toMap(mail -> mail.path("messageId").asString(), mail -> mail.path("subject")
                        .asString()));
        assertThat(mails).hasSameSizeAs(inboxes);
        assertThat(mails.values()).noneMatch(subject -> subject.contains("Sunfield Farms"));
    }

    @Test
    @Order(4)
    void the_printed_curl_command_works_and_a_referral_of_its_partner_earns_commission() {
        JsonNode partner = runPrintedCurl();
        String id = partner.path("id").asString();
        assertThat(partner.path("status").asString()).isEqualTo("APPLIED");
        sandbox.post(sandbox.url(SandboxService.PARTNER) + "/api/partners/" + id + "/activate", "");

        String referrals = sandbox.url(SandboxService.REFERRAL) + "/api/referrals";
        JsonNode referral = Awaitility.await("the partner to be known")
                .atMost(PATIENCE)
                .ignoreException(AssertionError.class)
                .until(() -> sandbox.post(referrals, referralOf(id)), Objects::nonNull);
        String url = referrals + "/" + referral.path("id").asString();
        sandbox.post(url + "/accept", "");
        sandbox.post(
                url + "/deals",
                "{\"dealId\":\"it-deal\",\"amount\":{\"amount\":\"10540.55\",\"currency\":\"USD\"},\"closedOn\":\"2026-01-15\"}");

        JsonNode commission = Awaitility.await("the commission")
                .atMost(PATIENCE)
                .until(
                        () -> sandbox.items(
                                sandbox.url(SandboxService.COMMISSION) + "/api/commissions?partnerId=" + id),
                        all -> !all.isEmpty())
                .get(0);
        assertThat(commission.path("amount").path("amount").asString()).isEqualTo("1054.06");
        List<String> subjects = Awaitility.await("four mails")
                .atMost(PATIENCE)
                .until(
                        () -> mails().stream()
                                .filter(mail -> mail.path("to").asString().contains("aisyah@kaya.example"))
                                .map(mail -> mail.path("subject").asString())
                                .toList(),
                        all -> all.size() == 4);
        assertThat(subjects).anyMatch(subject -> subject.contains("1,054.06")).allMatch(subject -> !subject.isBlank());
    }

    @Test
    @Order(5)
    void the_log_has_one_line_for_each_event_with_the_name_of_the_service() {
        assertThat(sandbox.output().lines().filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*")))
                .isNotEmpty()
                .allMatch(line ->
                        line.matches("\\S+ (INFO |WARN )\\s*(partner|referral|commission|notification|sandbox) .*"));
        assertThat(sandbox.output()).containsPattern("INFO  referral     \\S*ImportRun ");
    }

    @Test
    @Order(6)
    void every_service_asks_for_a_token_and_a_partner_sees_what_is_its_own() {
        for (SandboxService service : SandboxService.ALL) {
            assertThat(sandbox.status(sandbox.url(service) + "/api/any", null)).isEqualTo(401);
        }
        String referrals = sandbox.url(SandboxService.REFERRAL) + "/api/referrals?partnerId=";
        Map<Integer, Long> answers = partnerIds().stream()
                .map(id -> sandbox.status(referrals + id, sandbox.token("partner")))
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(answers).isEqualTo(Map.of(200, 1L, 404, partnerIds().size() - 1L));
    }

    @Test
    @Order(7)
    void stopping_takes_less_than_fifteen_seconds() {
        sandbox.terminate();
        sandbox.awaitExit(Duration.ofSeconds(15));
        assertThat(sandbox.errors()).isEmpty();
        assertThat(sandbox.output()).doesNotContain("ERROR", "Exception");
    }

    private JsonNode runPrintedCurl() {
        Matcher curl = CURL.matcher(sandbox.output());
        assertThat(curl.find()).isTrue();
        assertThat(curl.group(1)).endsWith("/token/partner-manager");
        assertThat(curl.group(3)).isEqualTo("Content-Type: application/json");
        return sandbox.post(curl.group(2), curl.group(4));
    }

    private static String referralOf(String partnerId) {
        return """
                {"partnerId": "%s", "direction": "INBOUND", "service": "Data platform", "involvement": "STANDARD",
                 "client": {"organisation": "Kilang Kopi Timur", "domain": "kopi-timur.example", "country": "MY",
                            "contactName": "Farid Osman", "contactEmail": "farid@kopi-timur.example"}}"""
                .formatted(partnerId);
    }

    private List<String> partnerIds() {
        return sandbox.items(sandbox.url(SandboxService.PARTNER) + "/api/partners").stream()
                .map(partner -> partner.path("id").asString())
                .toList();
    }

    private List<JsonNode> notifications() {
        return partnerIds().stream()
                .flatMap(
                        id -> sandbox
                                .items(sandbox.url(SandboxService.NOTIFICATION) + "/api/notifications?partnerId=" + id)
                                .stream())
                .toList();
    }

    private static boolean isMailed(JsonNode notification) {
        return notification
                .path("channels")
                .valueStream()
                .anyMatch(channel -> channel.path("channel").asString().equals("EMAIL")
                        && channel.path("state").asString().equals("SENT"));
    }

    private List<JsonNode> mails() {
        return sandbox.items(sandbox.url(SandboxPort.MAIL_PAGE) + "/api/mails");
    }
}
