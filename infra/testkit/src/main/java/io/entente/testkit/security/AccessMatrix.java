package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.security.Scope;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends every operation of a service as every kind of caller, and compares each answer with the table
 * {@code docs/operations-by-role.csv}: 401 without a good token, 403 without the role or the scope, anything but these and a failure
 * for everybody else. A new operation without a row fails.
 */
public final class AccessMatrix {

    private static final List<String> FIRM = List.of("PARTNER_MANAGER", "FINANCE", "OPS", "ADMIN");
    private static final String PARTNER = "par_of_the_matrix";
    private static final TestTokens TOKENS = TestTokens.shared();
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FAILURE = 500;
    /** The store or another service is away. It says nothing about access, but the request was let in. */
    private static final int UNAVAILABLE = 503;

    private final RunningService service;
    private final JsonNode document;
    private final List<OperationRow> rows;
    private final RecordedReads reads;
    private final Map<String, String> badTokens = badTokens();
    private final Map<String, String> signedIn = signedIn();
    private final List<String> faults = new ArrayList<>();
    private int answers;

    private AccessMatrix(RunningService service, OperationsByRole table, RecordedReads reads) {
        this.service = service;
        this.document = service.anonymous().get("/v3/api-docs").json();
        table.check(document);
        this.rows = table.rows();
        this.reads = reads;
    }

    /** @param name the service's name in the table, docs/operations-by-role.csv */
    public static AccessMatrix of(RunningService service, String name) {
        Path docs = Path.of("..", "docs");
        return new AccessMatrix(
                service,
                OperationsByRole.read(docs.resolve("operations-by-role.csv"), name),
                RecordedReads.read(docs.resolve("recorded-reads.csv"), name));
    }

    /**
     * Fails with all answers that aren't as the table says, with all operations that have no metrics then, and with reads of personal data
     * that the audit log doesn't have. Returns the number of answers that were compared.
     */
    public int check() {
        reads.check(document);
        for (OperationRow row : rows) {
            notSignedIn(row);
            badTokens.forEach((caller, token) -> expect(row, caller, token, UNAUTHORIZED, null));
            signedIn.forEach((caller, token) -> admitted(row, caller, token));
        }
        assertThat(faults)
                .as("answers that aren't as the table of operations says")
                .isEmpty();
        assertThat(rows.stream().filter(row -> !isMeasured(row)).map(OperationRow::name))
                .as(
                        "operations without metrics, perhaps because they are more than management.metrics.web.server.max-uri-tags")
                .isEmpty();
        return answers;
    }

    private boolean isMeasured(OperationRow row) {
        return service.context()
                        .getBean(MeterRegistry.class)
                        .find("http.server.requests")
                        .tag("uri", row.path())
                        .tag("method", row.method())
                        .meter()
                != null;
    }

    private void notSignedIn(OperationRow row) {
        if (row.open()) {
            let(row, "anonymous", null);
        } else {
            expect(row, "anonymous", null, UNAUTHORIZED, null);
        }
    }

    private static Map<String, String> badTokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", TOKENS.expired());
        tokens.put("for another audience", TOKENS.forAnotherAudience());
        tokens.put("by another issuer", TOKENS.byAnotherIssuer());
        tokens.put("alg=none", TOKENS.unsigned());
        tokens.put("signed by somebody else", TestTokens.ofAnotherIssuer().finance());
        return tokens;
    }

    private static Map<String, String> signedIn() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("PARTNER", TOKENS.partner(PARTNER));
        FIRM.forEach(role -> tokens.put(role, TOKENS.person("matrix", role)));
        for (Scope scope : Scope.values()) {
            tokens.put(scope.wireName(), TOKENS.client("matrix", scope.wireName()));
        }
        tokens.put("nobody", TOKENS.person("matrix"));
        return tokens;
    }

    private void admitted(OperationRow row, String caller, String token) {
        if (row.open() || row.admits(caller) || row.scopes().contains(caller)) {
            let(row, caller, token);
        } else {
            expect(row, caller, token, FORBIDDEN, "insufficient_scope");
        }
    }

    private void expect(
            OperationRow row, String caller, @Nullable String token, int status, @Nullable String challenge) {
        compare(
                row,
                caller,
                token,
                Integer.toString(status),
                answer -> answer.status() == status
                        && answer.header("X-Correlation-Id").isPresent()
                        && answer.header("Content-Type").orElse("").startsWith("application/problem+json")
                        && answer.header("WWW-Authenticate")
                                .orElse("")
                                .contains(challenge == null ? "Bearer" : challenge));
    }

    private void let(OperationRow row, String caller, @Nullable String token) {
        compare(
                row,
                caller,
                token,
                "an answer of the operation itself",
                answer -> answer.header("WWW-Authenticate").isEmpty()
                        && (answer.status() < FAILURE || answer.status() == UNAVAILABLE));
    }

    private void compare(
            OperationRow row, String caller, @Nullable String token, String expected, Predicate<Answer> good) {
        Answer answer = OperationRequest.of(row, document).send(service, token, row.pathWith(PARTNER, "unknown"), null);
        answers++;
        if (!good.test(answer)) {
            faults.add("%s as %s answers %d, not %s: %s"
                    .formatted(row.name(), caller, answer.status(), expected, answer.body()));
        }
    }
}
