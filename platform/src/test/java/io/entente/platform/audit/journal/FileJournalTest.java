package io.entente.platform.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.audit.AuditOutcome;
import io.entente.platform.audit.ChainHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    @TempDir
    private Path directory;

    @Test
    void the_next_process_finds_every_command_of_a_killed_one() throws Exception {
        kill();
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.left())
                    .filteredOn(entry -> !entry.id().equals("aud_stored"))
                    .containsExactly(KilledWriter.ended("aud_ended"), KilledWriter.begun("aud_running"))
                    .extracting("outcome")
                    .containsExactly(AuditOutcome.DONE, AuditOutcome.UNKNOWN);
            journal.removeLeft();
            assertThat(journal.left()).isEmpty();
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void what_is_left_stays_until_it_is_stored() throws Exception {
        kill();
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.left()).hasSize(3);
        }
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.left()).hasSize(3);
        }
    }

    @Test
    void the_head_of_the_chain_outlives_the_process_and_is_replaced_as_a_whole() throws Exception {
        ChainHead last = new ChainHead("a".repeat(64), 42, "c".repeat(64));
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.keptHead()).isEmpty();
            journal.keepHead(new ChainHead("a".repeat(64), 7, "b".repeat(64)));
            journal.keepHead(last);
        }
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.keptHead()).contains(last);
        }
        Files.writeString(directory.resolve("head"), "not a head");
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.keptHead()).isEmpty();
        }
    }

    @Test
    void a_line_that_was_cut_is_ignored() throws Exception {
        kill();
        Path file = files().get(0);
        Files.writeString(file, "aud_cut\t17000", StandardOpenOption.APPEND);
        try (FileJournal journal = FileJournal.in(directory)) {
            assertThat(journal.left()).hasSize(3);
        }
    }

    @Test
    void the_files_of_a_running_process_are_left_alone_and_are_empty_once_everything_is_stored() throws Exception {
        try (FileJournal running = FileJournal.in(directory);
                FileJournal other = FileJournal.in(directory)) {
            running.begun(KilledWriter.begun("aud_1"));

            assertThat(other.left()).isEmpty();
            running.stored(List.of(KilledWriter.ended("aud_1")));
            for (Path file : files()) {
                assertThat(Files.size(file)).isZero();
            }
        }
    }

    @Test
    void files_stay_small_although_commands_go_on() throws Exception {
        try (FileJournal journal = FileJournal.in(directory)) {
            for (int i = 0; i < 20_000; i++) {
                journal.begun(KilledWriter.begun("aud_" + i));
                journal.ended(KilledWriter.ended("aud_" + i));
                if (i >= 100) {
                    journal.stored(List.of(KilledWriter.ended("aud_" + (i - 100))));
                }
            }
            assertThat(files()).hasSizeLessThanOrEqualTo(2);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private void kill() throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                KilledWriter.class.getName(),
                directory.toString());
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        assertThat(process.inheritIO().start().waitFor()).isEqualTo(137);
    }
}
