package io.entente.notification.templates;

import io.entente.notification.templates.Facts.DayOf;
import io.entente.notification.templates.Facts.Translated;
import io.entente.notification.templates.Facts.Word;
import io.entente.notification.templates.Facts.Words;
import io.entente.notification.templates.Layouts.Paragraph;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Renders messages in the reader's language. Immutable and thread-safe. */
public final class Templates {

    /** Longer subjects are cut. Mail programs show about half of this. */
    private static final int MAX_SUBJECT_CHARACTERS = 200;

    /** Control characters and separators of lines and paragraphs. A subject is a header, so it must not contain any. */
    private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");

    /** Control characters other than line feed and tab. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]+");

    private final Map<String, Bundle> bundles;

    /**
     * Loads the texts.
     *
     * @param languages the ISO 639-1 codes of the program's languages. English is always available as well.
     * @throws IllegalArgumentException if the texts were not translated into one of the languages
     */
    public Templates(Collection<String> languages) {
        bundles = Stream.concat(Stream.of(Language.REFERENCE), languages.stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Templates::load));
    }

    private static Bundle load(String language) {
        if (!Bundle.exists(language)) {
            throw new IllegalArgumentException(
                    "There are no messages in %s; add them or remove it from entente.program.languages"
                            .formatted(language));
        }
        return Bundle.load(language);
    }

    /** The language of a reader with a BCP 47 locale. If it is not one of the program's languages, it is English. */
    public Language language(String locale) {
        return Language.of(locale, bundles.keySet());
    }

    /**
     * Renders a message.
     *
     * @throws IllegalArgumentException if a required paragraph lacks a fact
     */
    public Text render(TemplateName template, Facts facts, Language language, ZoneId zone) {
        Bundle bundle = bundle(language);
        Formats formats = new Formats(language, bundle, zone);
        List<String> paragraphs = new ArrayList<>();
        for (Paragraph part : Layouts.of(template)) {
            String paragraph = paragraph(bundle, part.key(), facts, formats);
            if (paragraph != null) {
                paragraphs.add(paragraph);
            } else if (!part.optional()) {
                throw missingFact(part.key());
            }
        }
        String subject = paragraph(bundle, template.subject(), facts, formats);
        if (subject == null) {
            throw missingFact(template.subject());
        }
        return new Text(oneLine(subject), String.join("\n\n", paragraphs));
    }

    private static IllegalArgumentException missingFact(String key) {
        return new IllegalArgumentException("A fact is missing for " + key);
    }

    /** The text of an e-mail to a partner: a greeting by name, the message, and a closing. */
    public String letter(String addressee, String body, Language language) {
        Bundle bundle = bundle(language);
        return bundle.fill("letter.greeting", Map.of("name", oneLine(addressee)))
                + "\n\n"
                + body
                + "\n\n"
                + bundle.text("letter.closing")
                + "\n";
    }

    /** The text of an e-mail to one of the firm's teams. */
    public String teamLetter(String body, Language language) {
        return body + "\n\n" + bundle(language).text("letter.team-closing") + "\n";
    }

    /** The text of an e-mail to somebody outside the program. It names nobody, because nobody has confirmed who reads it. */
    public String outsideLetter(String body, Language language) {
        return body + "\n\n" + bundle(language).text("letter.outside-closing") + "\n";
    }

    private Bundle bundle(Language language) {
        Bundle bundle = bundles.get(language.code());
        if (bundle == null) {
            throw new IllegalArgumentException("There are no texts in " + language.code());
        }
        return bundle;
    }

    private static @Nullable String paragraph(Bundle bundle, String key, Facts facts, Formats formats) {
        Map<String, String> values = new HashMap<>();
        for (String name : bundle.placeholders(key)) {
            Object fact = facts.get(name);
            if (fact == null) {
                return null;
            }
            values.put(name, formatted(fact, bundle, formats));
        }
        return bundle.fill(key, values);
    }

    private static String formatted(Object fact, Bundle bundle, Formats formats) {
        if (fact instanceof Money amount) {
            return formats.money(amount);
        }
        if (fact instanceof Instant instant) {
            return formats.dateTime(instant);
        }
        if (fact instanceof LocalDate day) {
            return formats.date(day);
        }
        if (fact instanceof DayOf day) {
            return formats.dayOf(day.instant());
        }
        if (fact instanceof BigDecimal fraction) {
            return formats.percent(fraction);
        }
        if (fact instanceof Word word) {
            return text(word, bundle);
        }
        if (fact instanceof Translated translated) {
            return bundle.choose(translated.words());
        }
        if (fact instanceof Words words) {
            return words.lines().stream().map(word -> text(word, bundle)).collect(Collectors.joining("\n"));
        }
        return CONTROLS.matcher(fact.toString().replace("\r\n", "\n"))
                .replaceAll(" ")
                .strip();
    }

    private static String text(Word word, Bundle bundle) {
        String key = word.vocabulary() + "." + word.word();
        return bundle.text(bundle.has(key) ? key : word.vocabulary() + ".OTHER");
    }

    private static String oneLine(String text) {
        String line = LINE_BREAKING.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MAX_SUBJECT_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT_CHARACTERS - 1)) + "…";
    }
}
