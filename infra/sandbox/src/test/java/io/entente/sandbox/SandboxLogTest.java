package io.entente.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The sandbox has a log of its own, so what services keep out of theirs has to be kept out of it as well. */
class SandboxLogTest {

    private static final String LEVEL = "logging.level.";
    private static final List<String> LOUDEST_FIRST = List.of("trace", "debug", "info", "warn", "error", "off");
    private static final int WARN = LOUDEST_FIRST.indexOf("warn");

    @ParameterizedTest
    @MethodSource("quietLoggers")
    void a_logger_that_the_services_keep_quiet_is_quiet_in_the_sandbox(String logger, int level) throws Exception {
        assertThat(levelInSandbox(logger)).as(logger).isGreaterThanOrEqualTo(level);
    }

    @Test
    void there_are_quiet_loggers() throws IOException {
        assertThat(quietLoggers())
                .extracting(quiet -> quiet[0])
                .contains("org.springframework.integration.handler.LoggingHandler");
    }

    static List<Object[]> quietLoggers() throws IOException {
        Map<String, Integer> levels = new HashMap<>();
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load("services", new ClassPathResource("entente.yml"))) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                if (name.startsWith(LEVEL)) {
                    levels.put(name.substring(LEVEL.length()), level(String.valueOf(source.getProperty(name))));
                }
            }
        }
        return levels.entrySet().stream()
                .filter(entry -> entry.getValue() > WARN)
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                .toList();
    }

    /** The level of the longest name that begins the logger's name. */
    private static int levelInSandbox(String logger) throws Exception {
        try (InputStream file = new ClassPathResource("entente/sandbox/logback.xml").getInputStream()) {
            NodeList loggers = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getElementsByTagName("logger");
            Map<String, Integer> levels = new HashMap<>();
            for (int i = 0; i < loggers.getLength(); i++) {
                Element element = (Element) loggers.item(i);
                levels.put(element.getAttribute("name"), level(element.getAttribute("level")));
            }
            return levels.keySet().stream()
                    .filter(name -> (logger + ".").startsWith(name + "."))
                    .max(Comparator.comparingInt(String::length))
                    .map(name -> Objects.requireNonNull(levels.get(name)))
                    .orElse(WARN);
        }
    }

    /** YAML reads {@code off} as false. */
    private static int level(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return LOUDEST_FIRST.indexOf(lower.equals("false") ? "off" : lower);
    }
}
