package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tries to reach another partner's data through every operation that the table of operations opens to partners for what is their
 * own: by the other partner's id in the path and in the query, by the ids of its resources, and by lists. Each refusal must be the
 * answer that somebody gets who asks for a resource that doesn't exist. For each refusal, the other partner itself must be let in,
 * so that the test doesn't pass with a resource that isn't there.
 */
public final class TenantMatrix {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final String MISSING = "unknown";

    private final RunningService service;
    private final JsonNode document;
    private final List<OperationRow> rows;
    private final String own;
    private final String other;
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int refusals;
    private int seenByTheOther;

    private TenantMatrix(RunningService service, OperationsByRole table, String own, String other) {
        this.service = service;
        this.document = service.anonymous().get("/v3/api-docs").json();
        this.rows = table.rows();
        this.own = own;
        this.other = other;
    }

    /** @param own the partner that tries to see what is the {@code other} one's */
    public static TenantMatrix of(RunningService service, String name, String own, String other) {
        return new TenantMatrix(
                service, OperationsByRole.read(Path.of("..", "docs", "operations-by-role.csv"), name), own, other);
    }

    /**
     * Names a resource of the other partner.
     *
     * @param template a path of the OpenAPI document, or the beginning of paths
     * @param path the same path with the ids of the resource
     */
    public TenantMatrix resource(String template, String path) {
        resources.put(template, path);
        return this;
    }

    /** Gives a command the body that it needs, because one with a bad body is refused before anybody looks for the resource. */
    public TenantMatrix body(String operation, String json) {
        bodies.put(operation, json);
        return this;
    }

    /** Names a text that is in data of the other partner only. */
    public TenantMatrix hidden(String text) {
        hidden.add(text);
        return this;
    }

    /** Fails with every leak. Returns the number of refusals that were compared. */
    public int check() {
        for (OperationRow row : rows) {
            if (row.isOwn()) {
                OperationRequest request = OperationRequest.of(row, document);
                if (row.namesResource()) {
                    resource(row, request);
                } else {
                    list(row, request);
                }
            }
        }
        assertThat(faults).as("what a partner gets of another one").isEmpty();
        assertThat(seenByTheOther)
                .as("lists in which the other partner sees its data")
                .isPositive();
        return refusals;
    }

    private void resource(OperationRow row, OperationRequest request) {
        String path = path(row);
        if (path == null) {
            faults.add(row.name() + " has no resource of the other partner in this test");
            return;
        }
        String id = firstId(row, path);
        Answer refused = send(request, row, own, path);
        Answer missing = send(request, row, own, path.replace(id, MISSING));
        refusals++;
        if (refused.status() != NOT_FOUND || !text(refused).replace(id, MISSING).equals(text(missing))) {
            faults.add("%s answers %d %s, but %d %s if there is none"
                    .formatted(row.name(), refused.status(), refused.body(), missing.status(), missing.body()));
        }
        lookForHidden(row, path, refused);
        Answer itself = send(request, row, other, path);
        if (itself.status() == NOT_FOUND) {
            faults.add("%s answers 404 %s to the partner whose resource it is".formatted(row.name(), itself.body()));
        }
    }

    private void list(OperationRow row, OperationRequest request) {
        Answer mine = send(request, row, own, row.pathWith(own, MISSING));
        lookForHidden(row, "", mine);
        Answer theirs = send(request, row, other, row.pathWith(other, MISSING));
        seenByTheOther += theirs.status() == OK && hidden.stream().anyMatch(theirs.body()::contains) ? 1 : 0;
        if (row.path().contains("{partnerId}")) {
            refused(row, send(request, row, own, row.pathWith(other, MISSING)));
        }
        if (request.takesPartner()) {
            String path = row.pathWith(own, MISSING);
            refused(row, send(request, row, own, path + "?partnerId=" + other));
            twice(row, send(request, row, own, path + "?partnerId=" + own + "&partnerId=" + other));
        }
    }

    private void refused(OperationRow row, Answer answer) {
        refusals++;
        String expected = "There is no partner " + other + ".";
        if (answer.status() != NOT_FOUND
                || !answer.json().path("detail").asString("").equals(expected)) {
            faults.add("%s of the other partner answers %d %s".formatted(row.name(), answer.status(), answer.body()));
        }
    }

    /** A parameter that is given twice is no way around the refusal. */
    private void twice(OperationRow row, Answer answer) {
        refusals++;
        if (answer.status() != BAD_REQUEST
                || !answer.json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString("")
                        .equals("partnerId")) {
            faults.add("%s with two partners answers %d %s".formatted(row.name(), answer.status(), answer.body()));
        }
    }

    /** A refusal may repeat what the request itself says. */
    private void lookForHidden(OperationRow row, String asked, Answer answer) {
        hidden.stream()
                .filter(text -> !asked.contains(text))
                .filter(answer.body()::contains)
                .forEach(text -> faults.add("%s tells \"%s\"".formatted(row.name(), text)));
    }

    private Answer send(OperationRequest request, OperationRow row, String partner, String path) {
        return request.send(service, TestTokens.shared().partner(partner), path, bodies.get(row.name()));
    }

    private @Nullable String path(OperationRow row) {
        return resources.keySet().stream()
                .filter(template -> (row.path() + "/").startsWith(template + "/"))
                .max(java.util.Comparator.comparingInt(String::length))
                .map(template -> resources.get(template) + row.path().substring(template.length()))
                .map(path -> path.replaceAll("\\{[^}]*}", "1"))
                .orElse(null);
    }

    private static String firstId(OperationRow row, String path) {
        return path.split("/")[row.path().substring(0, row.path().indexOf('{')).split("/").length];
    }

    private static String text(Answer answer) {
        return answer.status() + " " + answer.json().path("detail").asString("")
                + answer.json().path("errors");
    }
}
