package io.entente.notification.messages.stream;

import static io.entente.notification.messages.stream.AnnouncementVariants.everything;
import static io.entente.notification.messages.stream.AnnouncementVariants.reader;
import static io.entente.notification.messages.stream.AnnouncementVariants.texts;
import static io.entente.notification.messages.stream.AnnouncementVariants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.templates.AllTemplates;
import io.entente.notification.templates.Text;
import io.entente.testkit.Contracts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every announcement in every language. */
class EveryAnnouncementTest {

    /** A code of the wire format, such as {@code FIRST_INTRODUCTION} or {@code BUDGET}, and no usual abbreviation. */
    private static final Pattern CODE_WORD =
            Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b|\\b(?!(?:USD|EUR|GMT|VAT|IVA|PDF|XML|CRM)\\b)[A-Z]{3,}\\b");

    /** The ids and references of the samples, which readers may see. */
    private static final Pattern IDS = Pattern.compile("\\b01K[0-9A-Z]{23}\\b|ENT-2026-Q2-0042");

    static List<Object[]> everythingInEveryLanguage() {
        return everything().stream()
                .flatMap(variant -> AllTemplates.languages().stream().map(code -> new Object[] {variant, code}))
                .toList();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everythingInEveryLanguage")
    void a_message_has_no_unfilled_placeholder_and_no_code_of_the_wire_format(
            AnnouncementVariants.Variant variant, String language) {
        for (Text text : texts(variant.announcement(), language)) {
            String words = IDS.matcher(text.subject() + "\n" + text.body()).replaceAll("");
            assertThat(words).doesNotContain("{", "}");
            assertThat(CODE_WORD.matcher(words).results().map(found -> found.group()))
                    .as(words)
                    .isEmpty();
            assertThat(text.subject()).isNotBlank();
        }
    }

    @Test
    void every_template_is_used_by_an_event() {
        Set<String> used = new HashSet<>(Set.of(
                "team-copy",
                "outside-application-confirmation",
                "outside-reference-request",
                "outside-reference-reminder"));
        for (AnnouncementVariants.Variant variant : everything()) {
            if (variant.announcement().partnerTemplate() != null) {
                used.add(variant.announcement().partnerTemplate().value());
            }
            if (variant.announcement().teamTemplate() != null) {
                used.add(variant.announcement().teamTemplate().value());
            }
            if (variant.announcement().toPerson() != null) {
                used.add(variant.announcement().toPerson().template().value());
            }
        }
        assertThat(used).isEqualTo(AllTemplates.names());
    }

    @Test
    void every_event_is_read_if_a_later_version_adds_fields() {
        assertThat(EventCatalogue.all()).isNotEmpty().allSatisfy(type -> {
            AnnouncedEvent plain = reader(type.event()).readValue(Contracts.sample(type.wireType()));
            AnnouncedEvent later = reader(type.event()).readValue(Contracts.sampleWithUnknownFields(type.wireType()));
            assertThat(later).isEqualTo(plain);
        });
    }
}
