package io.entente.platform.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the service as a whole: title, version, features as tags, the schema of problems, and examples. */
@SuppressWarnings({"rawtypes", "unchecked"}) // The model of the OpenAPI document uses raw types.
final class DocumentConventions implements GlobalOpenApiCustomizer {

    private static final Map<String, Object> EXAMPLES_BY_FORMAT = Map.of(
            "date", "2026-03-31",
            "date-time", "2026-03-31T09:30:00Z",
            "partial-time", "09:30",
            "duration", "P14D",
            "uri", "https://entente.example",
            "binary", "(a file)");

    private final OpenApiProperties properties;
    private final String service;
    private final String version;

    DocumentConventions(OpenApiProperties properties, String service, String version) {
        this.properties = properties;
        this.service = service;
        this.version = version;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Entente " + service.replace('-', ' '))
                .version(version)
                .description(properties.description()));
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents().addSchemas(Conventions.PROBLEM, problem());
        addTags(document);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::describeParameters);
        document.getComponents().getSchemas().forEach(this::addExamples);
    }

    private void addTags(OpenAPI document) {
        TreeSet<String> features = new TreeSet<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> features.addAll(operation.getTags()));
        document.setTags(features.stream()
                .map(feature ->
                        new Tag().name(feature).description(properties.tags().get(feature)))
                .toList());
    }

    private void describeParameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        String feature = operation.getTags().get(0);
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getDescription() == null || parameter.getDescription().isBlank()) {
                parameter.setDescription(lookUp(properties.parameters(), feature, parameter.getName()));
            }
            Schema<?> schema = parameter.getSchema();
            parameter.setDescription(asSentence(parameter.getDescription()));
            if (parameter.getExample() == null && schema != null && schema.getEnum() == null) {
                Object example = example(feature, parameter.getName(), schema);
                if (example != null) {
                    parameter.setExample(example);
                }
            }
        }
    }

    private void addExamples(String name, Schema<?> schema) {
        if (schema.getDescription() != null) {
            schema.setDescription(Conventions.withoutTags(schema.getDescription()));
        }
        Map<String, Schema> fields = schema.getProperties();
        if (fields == null) {
            return;
        }
        fields.forEach((field, type) -> {
            Schema<?> single = type.getItems() == null ? type : type.getItems();
            if (single.get$ref() == null && single.getExample() == null && single.getEnum() == null) {
                Object example = example(name, field, single);
                if (example != null) {
                    single.setExample(example);
                }
            }
            type.setDescription(asSentence(type.getDescription()));
        });
    }

    /** Javadoc of a parameter begins in lower case and has no full stop. */
    private static @Nullable String asSentence(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return text;
        }
        String line = Conventions.withoutTags(text).replaceAll("\\s+", " ").strip();
        String end = line.endsWith(".") ? "" : ".";
        return Character.toUpperCase(line.charAt(0)) + line.substring(1) + end;
    }

    private @Nullable Object example(String owner, String name, Schema<?> schema) {
        String given = lookUp(properties.examples(), owner, name);
        if (given != null) {
            return isWhole(schema) ? Long.valueOf(given) : given;
        }
        return schema.getFormat() == null ? null : EXAMPLES_BY_FORMAT.get(schema.getFormat());
    }

    private static @Nullable String lookUp(Map<String, String> texts, String owner, String name) {
        String specific = texts.get(owner + "." + name);
        return specific == null ? texts.get(name) : specific;
    }

    private static boolean isWhole(Schema<?> schema) {
        return "integer".equals(schema.getType())
                || (schema.getTypes() != null && schema.getTypes().contains("integer"));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .description("What is wrong with one field or parameter.")
                .addProperty("field", new StringSchema().example("closedOn"))
                .addProperty("message", new StringSchema().example("must be a date such as 2026-03-31"))
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("A problem document (RFC 9457).")
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema().example("One field is invalid."))
                .addProperty("instance", new StringSchema().example("/api/resources"))
                .addProperty("errors", new ArraySchema().items(error))
                .required(List.of("status", "errors"));
    }
}
