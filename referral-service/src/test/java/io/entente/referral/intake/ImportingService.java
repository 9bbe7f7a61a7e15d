package io.entente.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.partners.KnownPartners;
import io.entente.testkit.Answer;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts one referral-service for the tests of imports and offers what they have in common. */
final class ImportingService implements ParameterResolver {

    private static volatile @Nullable RunningService shared;

    static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\r\n";

    static final String DEAL_CLOSED = "referral.deal-closed.v1";

    static final JsonMapper JSON = JsonMapper.builder().build();

    static void assertTally(JsonNode done, long rows, long accepted, long unchanged, long rejected) {
        assertThat(List.of(
                        done.path("rows").asLong(),
                        done.path("accepted").asLong(),
                        done.path("unchanged").asLong(),
                        done.path("rejected").asLong()))
                .as("rows, accepted, unchanged, rejected of %s", done)
                .containsExactly(rows, accepted, unchanged, rejected);
    }

    static JsonNode imported(String fileName, byte[] content) {
        return finished(
                service(), started(service(), fileName, content).path("id").asString());
    }

    static JsonNode started(RunningService at, String fileName, byte[] content) {
        Answer started = at.postFile("/api/imports?profile=crm-opportunities", fileName, content);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        assertThat(started.header("Location"))
                .contains("/api/imports/" + started.json().path("id").asString());
        return started.json();
    }

    static JsonNode finished(RunningService at, String id) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> at.get("/api/imports/" + id).json(),
                        now -> !now.path("status").asString().equals("RUNNING"));
    }

    static Answer postWithKey(String key, String file) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"k.csv\"\r\n\r\n" + file
                + "\r\n--b--\r\n";
        return service()
                .post(
                        "/api/imports?profile=crm-opportunities",
                        body,
                        "Content-Type: multipart/form-data; boundary=b",
                        "Idempotency-Key: " + key);
    }

    static List<CSVRecord> rejects(JsonNode done) throws IOException {
        Answer answer = service().get("/api/imports/" + done.path("id").asString() + "/rejects");
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body()).startsWith("\ufeff");
        return read(answer.body().substring(1));
    }

    static List<CSVRecord> read(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    static String submitted(String partnerId, String organisation) {
        Answer answer = service()
                .post(
                        "/api/referrals",
                        """
                {"partnerId":"%s","client":{"organisation":"%s","contactName":"Mia Lang",
                 "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                                .formatted(partnerId, organisation));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    static String stateOfReferral(String id) {
        return service().get("/api/referrals/" + id).json().path("status").asString();
    }

    static String stateOf(String opportunityId) {
        return service()
                .get("/api/referrals/" + referralId(opportunityId))
                .json()
                .path("status")
                .asString();
    }

    static List<PublishedRecord> eventsOf(String opportunityId) {
        return firstDeliveries().stream()
                .filter(event -> event.data().path("referralId").asString().equals(referralId(opportunityId)))
                .toList();
    }

    static String referralId(String opportunityId) {
        return SourceIds.referralId("crm-opportunities", opportunityId).value();
    }

    /** Events as a consumer that deduplicates sees them. */
    static List<PublishedRecord> firstDeliveries() {
        Set<String> seen = new HashSet<>();
        return service().records("referral.events").stream()
                .filter(event -> seen.add(event.envelope().id()))
                .toList();
    }

    static List<PublishedRecord> deals() {
        return firstDeliveries().stream()
                .filter(event -> event.type().equals(DEAL_CLOSED))
                .toList();
    }

    static void knows(String... names) {
        KnownPartners partners = service().context().getBean(KnownPartners.class);
        for (String name : names) {
            publishProfile(partnerId(name), name);
        }
        await().until(() -> StreamSupport.stream(List.of(names).spliterator(), false)
                .allMatch(name -> partners.find(partnerId(name)).isPresent()));
    }

    static String partnerId(String name) {
        return "par_" + name.replace(" ", "_");
    }

    static void publishProfile(String id, String name) {
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        id,
                        1,
                        id,
                        """
                {"partnerId":"%s","name":"%s","status":"ACTIVE","tier":"ACTIVE","model":"REFERRAL","locale":"en",
                 "timeZone":"Asia/Kuala_Lumpur","country":"MY","contacts":[],"version":1,
                 "updatedAt":"2026-02-02T01:00:00Z"}"""
                                .formatted(id, name));
    }

    /** The service of all tests, which is started once. */
    static RunningService service() {
        return Objects.requireNonNull(shared, "the service has not been started");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ImportingService.class))
                .computeIfAbsent(RunningService.class, type -> start(), RunningService.class);
    }

    private static RunningService start() {
        RunningService started = RunningService.start(
                ReferralServiceApplication.service(), "--entente.referral.policy.import-patience=0s");
        shared = started;
        knows("Anna Snelling", "Moses Frase", "Twins", "Order One", "Order Two");
        publishProfile("par_twins_too", "TWINS");
        KnownPartners partners = started.context().getBean(KnownPartners.class);
        await().until(() -> partners.named("Twins").size() == 2);
        return started;
    }
}
