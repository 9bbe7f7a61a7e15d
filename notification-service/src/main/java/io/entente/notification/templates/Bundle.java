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
 * The texts of one language: properties files in UTF-8. Placeholders are named, {@code {client}}, so that a translator sees
 * what goes where and apostrophes need no escape, as they would with {@code MessageFormat}.
 */
final class Bundle {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    /** By who is told of what, so that each stays short enough to translate at one sitting. */
    private static final List<String> FILES = List.of("messages", "referrals", "conflicts", "money", "teams", "words");

    private final String code;
    private final Map<String, String> texts;

    private Bundle(String code, Map<String, String> texts) {
        this.code = code;
        this.texts = Map.copyOf(texts);
    }

    static Bundle load(String code) {
        Map<String, String> texts = new HashMap<>();
        for (String file : FILES) {
            Properties properties = read(file + "_" + code + ".properties");
            for (String key : properties.stringPropertyNames()) {
                if (texts.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("two texts for " + key + " in " + code);
                }
            }
        }
        return new Bundle(code, texts);
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream file = Bundle.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no texts " + name);
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
            throw new IllegalStateException("no text " + key + " in " + code);
        }
        return text;
    }

    /** Names of a text's placeholders. */
    Set<String> placeholders(String key) {
        return PLACEHOLDER
                .matcher(text(key))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text with its placeholders filled; what is filled in is not searched for placeholders again. */
    String fill(String key, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text(key))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
