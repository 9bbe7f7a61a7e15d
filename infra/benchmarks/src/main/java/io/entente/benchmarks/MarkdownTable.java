package io.entente.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table for the README. It is readable as plain text too, because columns are as wide as their widest cell. */
public final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    public MarkdownTable(String... header) {
        rows.add(List.of(header));
    }

    public void row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("%d cells under %d headings"
                    .formatted(cells.length, rows.get(0).size()));
        }
        rows.add(List.of(cells));
    }

    public String render() {
        List<String> rule = rows.get(0).stream().map(heading -> "-").toList();
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(1, rule);
        return lines.stream().map(cells -> line(cells, cells == rule)).collect(Collectors.joining("\n")) + "\n";
    }

    private String line(List<String> cells, boolean rule) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(' ')
                    .append(cell)
                    .append((rule ? "-" : " ").repeat(width(column) - cell.length()))
                    .append(" |");
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElseThrow();
    }
}
