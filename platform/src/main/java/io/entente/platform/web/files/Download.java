package io.entente.platform.web.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.csv.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import org.springframework.http.HttpHeaders;

/**
 * A file that a browser saves under a name. A CSV file is written while its rows are read, so the memory that it needs doesn't
 * depend on the number of rows:
 *
 * <pre>{@code
 * Download.csv("invoices.csv").withByteOrderMark(bom).writeTo(response, out -> invoices.write(quarter, out));
 * }</pre>
 *
 * @param isStorable whether browsers and proxies may keep the file
 */
public record Download(String contentType, String fileName, boolean byteOrderMark, boolean isStorable) {

    /** Writes the rows of a CSV file. */
    @FunctionalInterface
    public interface Rows {

        void writeTo(Writer out) throws IOException;
    }

    public static Download csv(String fileName) {
        return of("text/csv;charset=UTF-8", fileName);
    }

    public static Download of(String contentType, String fileName) {
        return new Download(contentType, fileName, false, true);
    }

    /** Begins the file with a byte order mark if the reader needs one to recognise UTF-8, as Excel does. */
    public Download withByteOrderMark(boolean wanted) {
        return new Download(contentType, fileName, wanted, isStorable);
    }

    /** Asks browsers and proxies not to keep the file, because it is confidential or will change. */
    public Download unstored() {
        return new Download(contentType, fileName, byteOrderMark, false);
    }

    /** Writes the headers. The caller writes the content. */
    public void announceTo(HttpServletResponse response) {
        response.setContentType(contentType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        if (!isStorable) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Writes the headers and the content. */
    public void writeTo(HttpServletResponse response, Rows rows) throws IOException {
        announceTo(response);
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        SafeCsv.begin(out, byteOrderMark);
        rows.writeTo(out);
        out.flush();
    }
}
