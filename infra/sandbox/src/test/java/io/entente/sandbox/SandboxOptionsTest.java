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
    void without_options_the_data_is_in_the_users_cache_and_ports_have_their_defaults() {
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
    void an_absolute_xdg_cache_home_is_used(String xdg, Path expected) {
        SandboxOptions options = SandboxOptions.parse(List.of(), Map.of("XDG_CACHE_HOME", xdg), HOME);
        assertThat(options.dataDir()).isEqualTo(expected);
    }

    @Test
    void with_memory_there_is_no_data_directory() {
        assertThat(parse("--memory", "--demo"))
                .returns(null, SandboxOptions::dataDir)
                .returns(true, SandboxOptions::demo);
    }

    @Test
    void a_tilde_stands_for_the_home_directory() {
        assertThat(parse("--data-dir=~/entente").dataDir()).isEqualTo(HOME.resolve("entente"));
        assertThat(parse("--data-dir=/srv/../srv/entente").dataDir()).isEqualTo(Path.of("/srv/entente"));
    }

    @Test
    void every_port_can_be_changed() {
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
    void an_invalid_argument_is_refused_with_one_line_that_names_it(String argument) {
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(name)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }

    @Test
    void memory_and_a_data_directory_cannot_be_combined() {
        assertThatThrownBy(() -> parse("--memory", "--data-dir=/srv/entente"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--memory");
    }

    @Test
    void help_lists_every_option() {
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
