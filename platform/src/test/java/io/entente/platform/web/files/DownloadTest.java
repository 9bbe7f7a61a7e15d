package io.entente.platform.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_csv_file_has_a_name_and_a_byte_order_mark_if_it_is_wanted() throws IOException {
        Download.csv("a.csv").withByteOrderMark(true).writeTo(response, out -> out.write("ö\r\n"));

        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"a.csv\"");
        assertThat(response.getHeader("Cache-Control")).isNull();
        assertThat(response.getContentAsString()).isEqualTo("\uFEFFö\r\n");
    }

    @Test
    void a_confidential_file_is_not_kept() throws IOException {
        Download.of("application/pdf", "a.pdf").unstored().announceTo(response);

        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }
}
