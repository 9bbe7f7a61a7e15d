package io.entente.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of this module and validates values against them. */
final class Contracts {
    static final Path ROOT = Path.of("src/main/resources/contracts");
    static final Path SCHEMAS = ROOT.resolve("schemas");
    static final String SCHEMA_URL = "https://entente.io/contracts/schemas/";

    /** Set by {@code -Dcontracts.lock=update}: writes the lock and the AsyncAPI document instead of only checking them. */
    static final boolean IS_UPDATE = "update".equals(System.getProperty("contracts.lock"));

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    // A published schema is read from this folder, so nothing is fetched.
                    url -> url.startsWith(SCHEMA_URL)
                            ? read(SCHEMAS.resolve(url.substring(SCHEMA_URL.length())))
                            : null));

    private Contracts() {}

    static JsonNode schema(String name) {
        return JSON.readTree(read(SCHEMAS.resolve(name + ".json")));
    }

    /** The sample of a type: the first of its schema's examples. */
    static JsonNode sample(String type) {
        return schema(type).path("examples").path(0);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** The violations of the schema with this name; empty if the value is valid. Formats are asserted. */
    static List<Error> violations(String name, JsonNode value) {
        return violationsOf(SCHEMA_URL + name + ".json", value);
    }

    static List<Error> metaschemaViolations(JsonNode schema) {
        return violationsOf(SpecificationVersion.DRAFT_2020_12.getDialectId(), schema);
    }

    private static List<Error> violationsOf(String url, JsonNode value) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(url));
        return schema.validate(
                value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** The names of the files in a folder without `.json`, sorted. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
