package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The reviewed table of who may call which operation, {@code docs/operations-by-role.csv}. A column for each role has {@code all},
 * {@code own} for what belongs to the caller's partner, {@code same} if every partner gets the same answer, or {@code -}.
 */
public final class OperationsByRole {

    private static final List<String> ROLES = List.of("PARTNER", "PARTNER_MANAGER", "FINANCE", "OPS", "ADMIN");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int METHOD = 1;
    private static final int PATH = 2;
    private static final int SIGN_IN = 3;
    private static final int FIRST_ROLE = 4;
    private static final int SCOPES = FIRST_ROLE + 5;

    private final Map<String, String> rules = new TreeMap<>();
    private final List<OperationRow> rows = new ArrayList<>();

    private OperationsByRole() {}

    /** Reads the rows of one service. */
    public static OperationsByRole read(Path table, String service) {
        OperationsByRole read = new OperationsByRole();
        try {
            for (String line : Files.readAllLines(table)) {
                // Only the last column, the note, may have commas.
                String[] cells = line.split(",", -1);
                if (cells[0].equals(service)) {
                    read.rules.put(cells[METHOD] + " " + cells[PATH], rule(cells));
                    read.rows.add(row(cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    List<OperationRow> rows() {
        return List.copyOf(rows);
    }

    private static OperationRow row(String[] cells) {
        Map<String, String> roles = new TreeMap<>();
        for (int i = 0; i < ROLES.size(); i++) {
            roles.put(ROLES.get(i), cells[FIRST_ROLE + i]);
        }
        return new OperationRow(cells[METHOD], cells[PATH], cells[SIGN_IN].equals("none"), roles, scopes(cells));
    }

    private static List<String> scopes(String[] cells) {
        return Arrays.stream(cells[SCOPES].split(" "))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /** Checks that the table and the OpenAPI document have the same operations with the same rules. */
    public void check(JsonNode document) {
        Map<String, String> described = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        described.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                rule(operation.getValue()));
                    }
                }));
        assertThat(described)
                .as("the operations and their rules in the OpenAPI document and in docs/operations-by-role.csv")
                .isEqualTo(rules);
    }

    private static String rule(String[] cells) {
        if (cells[SIGN_IN].equals("none")) {
            return "anyone";
        }
        List<String> roles = new ArrayList<>();
        for (int i = 0; i < ROLES.size(); i++) {
            if (!cells[FIRST_ROLE + i].equals("-")) {
                roles.add(ROLES.get(i));
            }
        }
        return new TreeSet<>(roles) + " " + new TreeSet<>(scopes(cells));
    }

    private static String rule(JsonNode operation) {
        if (operation.has("security") && operation.path("security").isEmpty()) {
            return "anyone";
        }
        return texts(operation.path("x-allowed-to").path("roles")) + " "
                + texts(operation.path("x-allowed-to").path("scopes"));
    }

    private static Set<String> texts(JsonNode array) {
        return new TreeSet<>(array.valueStream().map(JsonNode::asString).toList());
    }
}
