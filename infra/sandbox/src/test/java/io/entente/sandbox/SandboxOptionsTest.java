package io.entente.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxOptionsTest {

    private static final Path HOME = Path.of("/home/aisyah");

    @Test
    void without_options_data_is_kept_in_the_cache_of_the_user_and_ports_are_standard() {
        SandboxOptions options = parse();
        assertThat(options.dataDir()).isEqualTo(HOME.resolve(".cache/entente/sandbox"));
        assertThat(options.demo()).isFalse();
        assertThat(options.port(SandboxPort.KAFKA)).isEqualTo(19092);
        assertThat(options.port(SandboxService.PARTNER.port())).isEqualTo(8081);
        assertThat(options.port(SandboxService.NOTIFICATION.port())).isEqualTo(8084);
    }

    @ParameterizedTest
    @CsvSource({"/var/cache/aisyah, /var/cache/aisyah/entente/sandbox", "relative, /home/aisyah/.cache/entente/sandbox"
    })
    void the_cache_is_where_xdg_says_if_that_is_absolute(String xdg, Path expected) {
        SandboxOptions options = SandboxOptions.parse(List.of(), Map.of("XDG_CACHE_HOME", xdg), HOME);
        assertThat(options.dataDir()).isEqualTo(expected);
    }

    @Test
    void memory_keeps_nothing() {
        assertThat(parse("--memory", "--demo"))
                .returns(null, SandboxOptions::dataDir)
                .returns(true, SandboxOptions::demo);
    }

    @Test
    void a_home_that_the_shell_left_alone_is_the_home() {
        assertThat(parse("--data-dir=~/entente").dataDir()).isEqualTo(HOME.resolve("entente"));
        assertThat(parse("--data-dir=/srv/../srv/entente").dataDir()).isEqualTo(Path.of("/srv/entente"));
    }

    @Test
    void every_port_can_be_chosen() {
        for (SandboxPort port : SandboxPort.all()) {
            assertThat(parse("--" + port.option() + "=40000").port(port)).isEqualTo(40000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--verbose",
                "demo",
                "--demo=yes",
                "--data-dir",
                "--data-dir=",
                "--kafka-port",
                "--kafka-port=zero",
                "--kafka-port=0",
                "--kafka-port=65536",
                "--kafka-port=8081"
            })
    void what_makes_no_sense_is_refused_in_one_line_that_names_it(String argument) {
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(name)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }

    @Test
    void memory_and_a_directory_contradict_each_other() {
        assertThatThrownBy(() -> parse("--memory", "--data-dir=/srv/entente"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--memory");
    }

    @Test
    void help_names_every_option() {
        assertThat(parse("--help").help()).isTrue();
        assertThat(SandboxOptions.usage())
                .contains("--data-dir=", "--memory", "--demo", "--help", "~/.cache")
                .contains(SandboxPort.all().stream()
                        .map(port -> "--" + port.option() + "=")
                        .toList());
    }

    private static SandboxOptions parse(String... arguments) {
        return SandboxOptions.parse(List.of(arguments), Map.of(), HOME);
    }
}
