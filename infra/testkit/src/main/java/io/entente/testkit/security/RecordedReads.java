package io.entente.testkit.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/**
 * The reviewed list of reads that the audit log has, {@code docs/recorded-reads.csv}. Each operation whose answer has a field for
 * personal data stands there, as one that is recorded or with the reason why it is not.
 */
public final class RecordedReads {

    private static final String EXTENSION = "x-recorded-read";
    private static final String YES = "yes";
    private static final int PATH = 1;
    private static final int RECORDED = 2;

    /** Fields that hold what belongs to a person: ways to reach it, its accounts, its numbers, and what people write about it. */
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "phone",
            "contactName",
            "contacts",
            "holder",
            "account",
            "accountNumber",
            "iban",
            "taxId",
            "taxNumber",
            "tin",
            "vatId",
            "street",
            "text",
            "body",
            "note",
            "challenge",
            "context");

    private final Map<String, String> rows = new TreeMap<>();

    private RecordedReads() {}

    /** Reads the rows of one service. */
    public static RecordedReads read(Path list, String service) {
        RecordedReads read = new RecordedReads();
        try {
            for (String line : Files.readAllLines(list)) {
                // Only the last column, the reason, may have commas.
                String[] cells = line.split(",", -1);
                if (cells[0].equals(service)) {
                    read.rows.put(cells[PATH], cells[RECORDED]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Fails if a read of personal data isn't in the list, or if the list and the service differ in what is recorded. */
    public void check(JsonNode document) {
        Set<String> recorded = new TreeSet<>();
        Set<String> personal = new TreeSet<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (get.path(EXTENSION).asBoolean(false)) {
                recorded.add(path.getKey());
            }
            JsonNode content = get.path("responses").path("200").path("content");
            if (content.valueStream().anyMatch(type -> hasPersonal(type.path("schema"), document, new HashSet<>()))) {
                personal.add(path.getKey());
            }
        });
        Set<String> listed = new TreeSet<>(rows.keySet());
        listed.removeIf(path -> !rows.getOrDefault(path, "").equals(YES));
        personal.removeAll(rows.keySet());
        SoftAssertions both = new SoftAssertions();
        both.assertThat(recorded)
                .as("the reads that the service records, and those that docs/recorded-reads.csv says it records")
                .isEqualTo(listed);
        both.assertThat(personal)
                .as("reads of personal data that docs/recorded-reads.csv doesn't have")
                .isEmpty();
        both.assertAll();
    }

    private static boolean hasPersonal(JsonNode schema, JsonNode document, Set<String> seen) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return seen.add(reference) && hasPersonal(document.at(reference.substring(1)), document, seen);
        }
        return schema.path("properties").properties().stream()
                        .anyMatch(property -> PERSONAL.contains(property.getKey())
                                || hasPersonal(property.getValue(), document, seen))
                || hasPersonalPart(schema, document, seen);
    }

    private static boolean hasPersonalPart(JsonNode schema, JsonNode document, Set<String> seen) {
        boolean inItems = schema.has("items") && hasPersonal(schema.path("items"), document, seen);
        return inItems
                || Set.of("allOf", "anyOf", "oneOf").stream()
                        .anyMatch(kind ->
                                schema.path(kind).valueStream().anyMatch(part -> hasPersonal(part, document, seen)));
    }
}
