package io.entente.platform.web.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters, headers and responses that all services have in common. */
public final class Conventions {

    static final String PROBLEM = "Problem";

    private static final int MAX_LIMIT = 200;
    private static final Pattern TAG = Pattern.compile("\\{@(?:link|linkplain|value)\\s+(\\S+?)(\\s[^}]*)?}");

    private Conventions() {}

    static Parameter limit() {
        Schema<?> schema = new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(MAX_LIMIT));
        schema.setDefault(50);
        return new QueryParameter()
                .name("limit")
                .description("The number of items on a page.")
                .schema(schema)
                .example(50);
    }

    static Parameter cursor() {
        return new QueryParameter()
                .name("cursor")
                .description(
                        "The value of `next` from the previous page. Without it the list starts at its first item.")
                .schema(new StringSchema())
                .example("cGFyXzAxazI");
    }

    static Parameter sort(List<String> orders) {
        StringSchema schema = new StringSchema();
        schema.setEnum(orders);
        schema.setDefault(orders.get(0));
        return new QueryParameter()
                .name("sort")
                .description("What the list is sorted by.")
                .schema(schema);
    }

    static Parameter order() {
        StringSchema schema = new StringSchema();
        schema.setEnum(List.of("asc", "desc"));
        schema.setDefault("asc");
        return new QueryParameter()
                .name("order")
                .description("Whether the list ascends or descends.")
                .schema(schema);
    }

    static Parameter ifMatch() {
        return header(
                "If-Match",
                "The version of the resource that the command was decided on. If the resource has changed since, the "
                        + "command is refused with 412. Without the header, the command applies to any version.",
                "\"3\"");
    }

    static Parameter idempotencyKey() {
        return header(
                "Idempotency-Key",
                "A name for this request, of 1 to 200 visible ASCII characters. If the same request is sent again with "
                        + "the same key, nothing happens twice and the first answer is repeated.",
                "8e03978e-40d5-43dd-bc93-6894a57f9324");
    }

    static Parameter tenant() {
        return new QueryParameter()
                .name("partnerId")
                .description(
                        "Only what belongs to this partner. Somebody who acts for a partner sees only that partner's"
                                + " in any case.")
                .schema(new StringSchema())
                .example("par_01k2m8zq4v");
    }

    static Parameter correlationId() {
        return header(
                "X-Correlation-Id",
                "An id that the response, the logs and all events of this request carry. If it is missing, the service "
                        + "chooses one.",
                "cor_01k2m8zq4v");
    }

    private static Parameter header(String name, String description, String example) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .schema(new StringSchema())
                .example(example);
    }

    static Header responseHeader(String description, String example) {
        return new Header().description(description).schema(new StringSchema()).example(example);
    }

    static Content file(String mediaType) {
        return new Content().addMediaType(mediaType, new MediaType().schema(new StringSchema().format("binary")));
    }

    /** Javadoc for readers of the API, who can't follow a link to a class: the label of a link, or the name of its target. */
    static String withoutTags(String text) {
        return TAG.matcher(text).replaceAll(tag -> {
            String label = tag.group(2) == null ? "" : tag.group(2).strip();
            String target = tag.group(1).replaceAll("\\(.*", "").replaceAll(".*[.#]", "");
            return Matcher.quoteReplacement(label.isEmpty() ? target : label);
        });
    }

    /** A response that is a problem document. */
    public static ApiResponse problem(String description) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
