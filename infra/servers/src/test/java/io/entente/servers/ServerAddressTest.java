package io.entente.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    private final ServerAddress address = new ServerAddress("BROKERS", () -> "container:1", () -> "local:1");

    @Test
    void a_server_that_the_environment_names_comes_before_all_others() {
        assertThat(address.get(Map.of("BROKERS", "running:9092")::get, "containers"))
                .isEqualTo("running:9092");
    }

    @Test
    void an_empty_variable_names_nothing() {
        assertThat(address.get(Map.of("BROKERS", " ")::get, "local")).isEqualTo("local:1");
    }

    @Test
    void containers_are_started_only_when_asked_for() {
        assertThat(address.get(name -> null, "containers")).isEqualTo("container:1");
    }

    @Test
    void a_server_that_was_found_stays() {
        address.get(name -> null, "local");

        assertThat(address.get(name -> "another", "containers")).isEqualTo("local:1");
    }

    @Test
    void a_misspelt_property_is_refused() {
        assertThatThrownBy(() -> address.get(name -> null, "container"))
                .hasMessage("-Dinfra must be 'local' or 'containers', not 'container'");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://h:1,                          mongodb://h:1/it",
        "mongodb://h:1/,                         mongodb://h:1/it",
        "mongodb://h:1/test?replicaSet=rs0,      mongodb://h:1/it?replicaSet=rs0",
        "mongodb://u:p@a:1,                      mongodb://u:p@a:1/it",
        "mongodb+srv://c.example/?tls=true,      mongodb+srv://c.example/it?tls=true",
    })
    void a_database_goes_between_hosts_and_options(String uri, String expected) {
        assertThat(ServerAddress.withDatabase(uri, "it")).isEqualTo(expected);
    }

    @Test
    void without_a_container_engine_one_line_says_so() {
        assertThatThrownBy(() -> ContainerServers.requireEngine(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(ContainerServers.NO_ENGINE)
                .message()
                .hasLineCount(1);
    }
}
