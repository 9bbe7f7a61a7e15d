package io.entente.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_options_everything_is_measured_in_three_rounds() {
        Options options = Options.of(new Properties());

        assertThat(options.benchmarks())
                .containsExactly(
                        "pricing",
                        "relay",
                        "accrual",
                        "flow",
                        "statements",
                        "submission",
                        "import",
                        "deals",
                        "tiers",
                        "list");
        assertThat(options.stores()).containsExactly("memory", "file");
        assertThat(options.rounds()).isEqualTo(3);
    }

    @Test
    void a_misspelt_benchmark_is_refused() {
        Properties properties = new Properties();
        properties.setProperty("bench", "relay,acrual");

        assertThatThrownBy(() -> Options.of(properties)).hasMessageContaining("relay,acrual");
    }

    @Test
    void a_named_store_keeps_its_options_and_gets_the_benchmarks_database() {
        assertThat(Servers.inDatabase("mongodb://a:1,b:2/other?replicaSet=rs0", "bench"))
                .isEqualTo("mongodb://a:1,b:2/bench?replicaSet=rs0");
        assertThat(Servers.inDatabase("mongodb://127.0.0.1:27017", "bench"))
                .isEqualTo("mongodb://127.0.0.1:27017/bench");
    }
}
