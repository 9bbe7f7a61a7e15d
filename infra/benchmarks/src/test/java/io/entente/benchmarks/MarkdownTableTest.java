package io.entente.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        MarkdownTable table = new MarkdownTable("store", "n");
        table.row("in memory", "20,000");

        assertThat(table.render())
                .isEqualTo(
                        """
                        | store     | n      |
                        | --------- | ------ |
                        | in memory | 20,000 |
                        """);
    }

    @Test
    void a_row_with_another_number_of_cells_is_refused() {
        assertThatThrownBy(() -> new MarkdownTable("store", "n").row("file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells under 2 headings");
    }
}
