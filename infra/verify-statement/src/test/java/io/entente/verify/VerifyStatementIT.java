package io.entente.verify;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs the jar as a process on what the service gives out: two quarters with a deal, its payment and a refund. */
class VerifyStatementIT {

    private static final String DEAL = "01K3E5G7H9J1K3M5N7P9Q1R3ST";
    private static final String FINANCE = asFinance("u-1");
    private static final Path JAR = Path.of("target", "verify-statement.jar");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    @TempDir
    private static Path folder;

    private static Path second;
    private static Path third;
    private static Path pdf;
    private static String head;

    record Result(int exitCode, String output) {}

    @BeforeAll
    static void the_service_has_issued_two_statements() throws Exception {
        RunningService service = RunningService.start(CommissionServiceApplication.service()
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)));
        try (service) {
            service.publishSample("partner.profile.v1");
            service.publishSample("referral.deal-closed.v1");
            service.awaitRecords("commission.events", records -> records.stream()
                    .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
            CLOCK.moveTo(Instant.parse("2026-04-21T09:00:00Z"));
            report(service, "/api/client-payments", "{\"paymentId\":\"p-1\",\"paidOn\":\"2026-04-20\",", "10540.00");
            CLOCK.moveTo(Instant.parse("2026-05-21T09:00:00Z"));
            report(service, "/api/refunds", "{\"refundId\":\"r-1\",\"on\":\"2026-05-20\",", "2108.00");
            CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
            String q2 = issued(service, "2026-Q2");
            report(service, "/api/refunds", "{\"refundId\":\"r-2\",\"on\":\"2026-07-01\",", "1054.00");
            CLOCK.moveTo(Instant.parse("2026-10-02T09:00:00Z"));
            String q3 = issued(service, "2026-Q3");
            second = Files.write(
                    folder.resolve("q2.json"), service.download(q2 + "/proof").body());
            pdf = Files.write(
                    folder.resolve("q2.pdf"), service.download(q2 + "/pdf").body());
            third = Files.write(
                    folder.resolve("q3.json"), service.download(q3 + "/proof").body());
            head = service
                    .awaitRecords("commission.events", records -> records.stream()
                            .anyMatch(record -> record.type().equals("commission.statement-issued.v1")))
                    .stream()
                    .filter(record -> record.type().equals("commission.statement-issued.v1"))
                    .map(PublishedRecord::data)
                    .findFirst()
                    .orElseThrow()
                    .path("ledgerHead")
                    .asString();
        }
    }

    @Test
    void a_statement_of_the_service_fits_as_json_and_as_pdf() throws Exception {
        Result json = run(second.toString());

        assertThat(json.exitCode()).as(json.output()).isZero();
        assertThat(json.output())
                .containsPattern("revenue +8432.00 USD")
                .containsPattern("revenueTakenBack +2108.00 USD")
                .containsPattern("earned +843.20 USD")
                .contains("FITS");
        assertThat(run(pdf.toString()).output()).contains("FITS").containsPattern("earned +843.20 USD");
        Result chained = run(second.toString(), third.toString());
        assertThat(chained.exitCode()).as(chained.output()).isZero();
        assertThat(run("--head", head, second.toString()).exitCode()).isZero();
    }

    @Test
    void the_first_statement_has_to_come_first() throws Exception {
        Result result = run(third.toString(), second.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("q2.json does not continue q3.json");
    }

    @Test
    void an_altered_amount_a_removed_and_a_swapped_entry_and_an_altered_total_are_found() throws Exception {
        ObjectNode amount = proof();
        ((ObjectNode) amount.path("entries").get(0).path("lines").get(0).path("amount")).put("amount", "9999.00");
        assertFinding(amount, "Entry 1 was changed");

        ObjectNode reason = proof();
        ((ObjectNode) reason.path("entries").get(0).path("commission")).put("dealId", "another");
        assertFinding(reason, "Entry 1 was changed");

        ObjectNode removed = proof();
        ((ArrayNode) removed.path("entries")).remove(1);
        assertFinding(removed, "Entry 2 is missing.");

        ObjectNode swapped = proof();
        ArrayNode entries = (ArrayNode) swapped.path("entries");
        JsonNode first = entries.get(0);
        entries.set(0, entries.get(1));
        entries.set(1, first);
        assertFinding(swapped, "Entry 1 is in the wrong place: it comes after entry 2.");

        ObjectNode total = proof();
        ((ObjectNode) total.path("statement").path("earned")).put("amount", "843.21");
        assertFinding(total, "The statement's earned is wrong: it says 843.21 USD, but the entries give 843.20 USD.");
    }

    private static ObjectNode proof() throws Exception {
        return (ObjectNode) JSON.readTree(Files.readAllBytes(second));
    }

    private static void assertFinding(ObjectNode proof, String finding) throws Exception {
        Result result = run(Files.write(folder.resolve("altered.json"), JSON.writeValueAsBytes(proof))
                .toString());
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("DOES NOT FIT").contains(finding);
    }

    private static Result run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }

    private static void report(RunningService service, String path, String begin, String amount) {
        Answer answer = service.post(
                path,
                begin
                        + "\"dealId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"}}"
                                .formatted(DEAL, amount));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String issued(RunningService service, String quarter) {
        Answer started = service.post("/api/statement-runs", "{\"quarter\":\"" + quarter + "\"}", FINANCE);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        JsonNode statement = service.get("/api/statements?quarter=" + quarter)
                .json()
                .path("items")
                .get(0);
        return "/api/statements/" + statement.path("id").asString();
    }
}
