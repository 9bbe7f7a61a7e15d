package io.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published contracts, for tests of services that write or read events. */
public final class Contracts {

    private static final String BASE = "https://entente.io/contracts/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(url -> url.startsWith(BASE) ? read(url.substring(BASE.length())) : null));

    private Contracts() {}

    /** Fails with every violation if the data of an event doesn't match its schema. */
    public static void assertMatches(String type, String data) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + "schemas/" + type + ".json"));
        List<Error> violations = schema.validate(
                data,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(violations).as("%s violates its schema: %s", type, data).isEmpty();
    }

    /** The published sample of a type: the first of its schema's examples. */
    public static String sample(String type) {
        return JSON.readTree(read("schemas/" + type + ".json"))
                .path("examples")
                .path(0)
                .toString();
    }

    /** The sample with additional fields, as a later version of its producer might send it. */
    public static String sampleWithUnknownFields(String type) {
        ObjectNode sample = (ObjectNode) JSON.readTree(sample(type));
        sample.put("addedLater", "readers must ignore unknown fields");
        sample.putObject("addedLaterToo").put("nested", 1);
        return sample.toString();
    }

    private static String read(String file) {
        try (InputStream content = Contracts.class.getResourceAsStream("/contracts/" + file)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no such file among the contracts: " + file);
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
