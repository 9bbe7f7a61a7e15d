package io.entente.benchmarks.flow;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes a CRM's export of any length. As in real exports, half of the deals are won and the others lost or open. Each has another
 * client, and one row in a hundred is invalid.
 */
final class ImportFile {

    private static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 600;
    private static final int BAD_ROW_EVERY = 100;
    private static final int STAGES = 10;

    private ImportFile() {}

    /** Writes the file row by row, because it may be larger than this process's memory. */
    static void write(Path file, int rows, List<String> partners) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int row = 0; row < rows; row++) {
                out.write(row(row, "Partner " + partners.get(row % partners.size())));
            }
        }
    }

    /** How many of so many rows are invalid. */
    static int bad(int rows) {
        return (rows + BAD_ROW_EVERY - 1) / BAD_ROW_EVERY;
    }

    private static String row(int row, String partner) {
        String client = row % BAD_ROW_EVERY == 0 ? "" : SubmissionRequests.name(row) + " " + row;
        LocalDate engaged = FIRST_DAY.plusDays(row % DAYS);
        LocalDate closed = engaged.plusDays(1 + row % STAGES);
        String rest =
                switch (row % STAGES) {
                    case 0, 1, 2, 3, 4 -> "Won,%s,%s,%d".formatted(engaged, closed, 100 + row % 9_000);
                    case 5, 6, 7 -> "Lost,%s,%s,0".formatted(engaged, closed);
                    case 8 -> "Engaging,%s,,".formatted(engaged);
                    default -> "Prospecting,,,";
                };
        return "B-%d,%s,Data platform,%s,%s%n".formatted(row, partner, client, rest);
    }
}
