package io.entente.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.databind.json.JsonMapper;

class RequestBodyConverterTest {

    private static final int MAX_BYTES = 500;
    private static final String FITTING =
            """
            {"text":"5","day":"MONDAY","date":"2026-03-31","time":"09:30","at":"2026-03-31T09:30:00Z","whole":5,"number":0.5,
             "flag":true,"texts":["5"],"days":["MONDAY"],"named":{"a":"5"},"byDay":{"MONDAY":5},
             "amount":{"amount":"5.00","currency":"USD"},"amounts":[]}
            """;

    private final RequestBodyConverter converter = new RequestBodyConverter(
            JsonMapper.builder().build(),
            Validation.buildDefaultValidatorFactory().getValidator(),
            MAX_BYTES);

    record Request(
            String text,
            DayOfWeek day,
            LocalDate date,
            LocalTime time,
            Instant at,
            Integer whole,
            BigDecimal number,
            Boolean flag,
            List<String> texts,
            List<DayOfWeek> days,
            Map<String, String> named,
            Map<DayOfWeek, Integer> byDay,
            MoneyJson amount,
            List<MoneyJson> amounts) {}

    @Test
    void values_of_the_fields_own_kind_are_read() throws IOException {
        assertThat(read(FITTING))
                .isEqualTo(new Request(
                        "5",
                        DayOfWeek.MONDAY,
                        LocalDate.of(2026, 3, 31),
                        LocalTime.of(9, 30),
                        Instant.parse("2026-03-31T09:30:00Z"),
                        5,
                        new BigDecimal("0.5"),
                        true,
                        List.of("5"),
                        List.of(DayOfWeek.MONDAY),
                        Map.of("a", "5"),
                        Map.of(DayOfWeek.MONDAY, 5),
                        new MoneyJson("5.00", "USD"),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            text            | 5          | must be a string
            text            | true       | must be a string
            text            | {"a":1}    | must be a string
            day             | 1          | must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY
            date            | 5          | must be a date such as 2026-03-31
            date            | [2026,1,1] | must be a date such as 2026-03-31
            date            | "2026-03-31T10:00:00Z" | must be a date such as 2026-03-31
            time            | 9          | must be a time of day such as 09:30
            at              | 1775120400 | must be an instant in UTC such as 2026-03-31T09:30:00Z
            whole           | "5"        | must be a whole number
            whole           | 5.5        | must be a whole number
            number          | "0.5"      | must be a number
            flag            | 1          | must be true or false
            flag            | "true"     | must be true or false
            texts           | "5"        | must be a list
            amount          | "5.00"     | must be an object
            amount          | 5          | must be an object
            amount.amount   | 5          | must be a string
            texts[0]        | 5          | must be a string
            days[0]         | 1          | must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY
            named.a         | 5          | must be a string
            """)
    void a_value_of_another_kind_is_named(String field, String value, String message) {
        String body =
                switch (field) {
                    case "amount.amount" -> "{\"amount\":{\"amount\":%s,\"currency\":\"USD\"}}".formatted(value);
                    case "texts[0]", "days[0]" -> "{\"%s\":[%s]}".formatted(field.replace("[0]", ""), value);
                    case "named.a" -> "{\"named\":{\"a\":%s}}".formatted(value);
                    default -> "{\"%s\":%s}".formatted(field, value);
                };

        assertThat(refused(body)).containsEntry(field, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"new":1,"text":"a"}                                | new
            {"text":"a","new":{}}                               | new
            {"new":{"new":1},"text":"a","whole":1}              | new
            {"new":[1],"text":"a"}                              | new
            {"amount":{"new":{},"amount":"1"},"text":"a"}       | amount.new
            {"amounts":[{"currency":"USD"},{"new":[],"amount":"1"}]} | amounts[1].new
            """)
    void an_unknown_field_is_named_wherever_it_is_and_whatever_it_holds(String body, String field) {
        assertThat(refused(body)).containsEntry(field, "is not a field of this request; remove it or correct its name");
    }

    @Test
    void all_of_them_are_named_at_once() {
        assertThat(
                        refused(
                                "{\"text\":5,\"day\":1,\"amount\":\"5\",\"whole\":\"x\",\"unknown\":{},\"date\":\"2026-02-30\"}"))
                .containsOnlyKeys("text", "day", "amount", "whole", "unknown", "date");
    }

    @Test
    void what_the_reader_can_not_go_on_after_is_named_without_a_word_of_our_classes() {
        assertThat(refused("{\"byDay\":{\"SOMEDAY\":1}}"))
                .containsExactly(Map.entry("byDay", "has the wrong JSON type or format; see the API description"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null", "[]", "5", "\"text\"", "{", "{} {}", "name=x"})
    void what_is_no_object_is_said_to_be_none(String body) {
        assertThat(refused(body)).containsOnlyKeys("body");
    }

    @Test
    void a_doubled_member_is_named_wherever_it_is() {
        String doubled = "must be given once; it is in the object more than once";
        assertThat(refused("{\"text\":\"a\",\"whole\":1,\"text\":\"b\",\"text\":\"c\"}"))
                .containsExactly(Map.entry("text", doubled));
        assertThat(refused("{\"amounts\":[{\"amount\":\"1\"},{\"amount\":\"1\",\"amount\":\"2\"}],"
                        + "\"named\":{\"a\":\"1\",\"\\u0061\":\"2\"},\"whole\":\"x\"}"))
                .containsEntry("amounts[1].amount", doubled)
                .containsEntry("named.a", doubled)
                .containsEntry("whole", "must be a whole number");
        assertThat(refused("{\"new\":{\"x\":1,\"x\":1}}")).containsEntry("new.x", doubled);
        assertThat(refused("{\"text\":\"a\",\"text\":\"b\"")).containsKeys("text", "body");
    }

    record Texts(@Size(max = 200) String name, @Size(max = 1000) String text, @Size(max = 3) List<String> lines) {}

    @Test
    void every_text_is_composed_and_trimmed() throws IOException {
        String body = "{\"name\":\"\u00A0Ko\u0308ln \",\"text\":\" one\\n two\\n\",\"lines\":[\"\\u3000a\\nb\"]}";

        assertThat(converter.read(Texts.class, new MockHttpInputMessage(body.getBytes(UTF_8))))
                .isEqualTo(new Texts("K\u00F6ln", "one\n two", List.of("a\nb")));
    }

    @Test
    void texts_that_hide_something_are_named_all_at_once() {
        String body =
                "{\"name\":\"a\\nb\",\"text\":\"a\\u202Eb\",\"lines\":[\"a\",\"\\u200B\",\"a\\u0000\",\"\\uD800\"]}";
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> converter.read(Texts.class, new MockHttpInputMessage(body.getBytes(UTF_8))));

        assertThat(refusal.errors())
                .contains(
                        new FieldError("name", "must not contain line breaks or tabs"),
                        new FieldError("text", "must not override the direction of writing (U+202E)"),
                        new FieldError("lines[1]", "must contain a visible character"),
                        new FieldError("lines[2]", "must not contain the control character U+0000"),
                        new FieldError("lines[3]", "must not contain half of a character (the lone surrogate U+D800)"));
    }

    @Test
    void a_key_follows_the_rule_for_text() throws IOException {
        assertThat(read("{\"named\":{\"\u00A0Ko\u0308ln \":\"x\"}}"))
                .extracting(request -> ((Request) request).named())
                .isEqualTo(Map.of("K\u00F6ln", "x"));
        assertThat(refused("{\"named\":{\"a\\u202Eb\":\"x\"},\"whole\":\"5\"}"))
                .containsEntry("named", "has a key that must not override the direction of writing (U+202E)")
                .containsKey("whole");
        assertThat(refused("{\"named\":{\"\\u200B\":\"x\"}}"))
                .containsEntry("named", "has a key that must contain a visible character");
    }

    private Object read(String body) throws IOException {
        return converter.read(Request.class, new MockHttpInputMessage(body.getBytes(UTF_8)));
    }

    private Map<String, String> refused(String body) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> read(body));
        assertThat(refusal).as("%s was accepted", body).isNotNull();
        return refusal.errors().stream().collect(Collectors.toMap(FieldError::field, FieldError::message));
    }
}
