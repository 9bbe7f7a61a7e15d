package io.entente.platform.web.files;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The export of a list as CSV. The list is read page by page while it is written, so the memory that it needs doesn't depend on its
 * length:
 *
 * <pre>{@code
 * EXPORT.write(response, bom, page -> checks.list(filter, page));
 * }</pre>
 *
 * @param rows writes the row of an item, or its rows
 * @param <T> the type of the items
 */
public record CsvExport<T>(String fileName, List<String> columns, BiConsumer<T, SafeCsv> rows) {

    public CsvExport {
        columns = List.copyOf(columns);
    }

    /** @param byteOrderMark whether the file begins with one, as Excel needs it */
    public void write(HttpServletResponse response, boolean byteOrderMark, Function<PageRequest, Page<T>> list)
            throws IOException {
        Download.csv(fileName).withByteOrderMark(byteOrderMark).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, columns);
            AllPages.read(list, item -> rows.accept(item, csv));
            csv.flush();
        });
    }
}
