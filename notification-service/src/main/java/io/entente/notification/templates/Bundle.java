package io.entente.notification.templates;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of one language, from properties files in UTF-8. Placeholders have names, such as {@code {client}}, so a
 * translator sees their meaning. Unlike with {@code MessageFormat}, apostrophes need no escape.
 */
final class Bundle {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    /** One file for each group of messages, so that each file is short enough to translate in one sitting. */
    private static final List<String> FILES =
            List.of("messages", "referrals", "conflicts", "money", "partnership", "teams", "words");

    private final String code;
    private final Map<String, String> texts;

    private Bundle(String code, Map<String, String> texts) {
        this.code = code;
        this.texts = Map.copyOf(texts);
    }

    /** Whether the texts were translated into a language. */
    static boolean exists(String code) {
        return Bundle.class.getResource(fileName(FILES.get(0), code)) != null;
    }

    static Bundle load(String code) {
        Map<String, String> texts = readFiles(code);
        texts.keySet().removeIf(Layouts::isLayout);
        return new Bundle(code, texts);
    }

    /** All entries of a language's files: its texts and, in English, the layouts. */
    static Map<String, String> readFiles(String code) {
        Map<String, String> entries = new HashMap<>();
        for (String file : FILES) {
            Properties properties = read(fileName(file, code));
            for (String key : properties.stringPropertyNames()) {
                if (entries.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("The files in %s have two entries for %s".formatted(code, key));
                }
            }
        }
        return entries;
    }

    private static String fileName(String file, String code) {
        return file + "_" + code + ".properties";
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream file = Bundle.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no file " + name);
            }
            properties.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    Set<String> keys() {
        return texts.keySet();
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("There is no text for %s in %s".formatted(key, code));
        }
        return text;
    }

    /** The words in this language, or in English if it is missing. */
    String choose(Map<String, String> words) {
        return words.getOrDefault(code, words.getOrDefault(Language.REFERENCE, ""));
    }

    /** The names of the placeholders in a text. */
    Set<String> placeholders(String key) {
        return PLACEHOLDER
                .matcher(text(key))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text with its placeholders filled. Placeholders within the values are left as they are. */
    String fill(String key, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text(key))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
