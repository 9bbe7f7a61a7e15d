package io.entente.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void only_one_sandbox_at_a_time_can_use_a_directory() {
        Path dir = parent.resolve("data");
        try (DataDirectory first = DataDirectory.open(dir)) {
            assertThat(first.store()).startsWithRaw(dir);
            assertThatThrownBy(() -> DataDirectory.open(dir))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(dir.toString())
                    .hasMessageContaining("in use");
        }
        try (DataDirectory next = DataDirectory.open(dir)) {
            assertThat(next.describe()).isEqualTo(dir.toString());
        }
    }

    @Test
    void a_temporary_directory_is_deleted_when_it_is_closed() {
        Path broker;
        try (DataDirectory temporary = DataDirectory.open(null)) {
            broker = temporary.kafka();
            assertThat(temporary.store()).isNull();
            assertThat(broker.getParent()).isDirectory();
        }
        assertThat(broker.getParent()).doesNotExist();
    }

    @Test
    void a_file_is_refused_as_a_directory() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file.toString());
    }
}
