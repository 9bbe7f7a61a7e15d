package io.entente.platform.web.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers with a problem document if a request doesn't reach the application, because its address or its headers can't be read.
 * Tomcat would answer with an HTML page.
 */
final class ContainerProblems extends ErrorReportValve {

    private static final String UNREADABLE =
            """
            {"type":"about:blank","title":"%s","status":%d,"detail":"The request can't be read. Its path must be UTF-8 in \
            percent-encoding, without an encoded slash or backslash. Its headers must follow HTTP, and together with the path they \
            must not be longer than the service allows, which is 32 KB unless it is configured otherwise.","errors":[]}""";

    private static final String OTHER = """
            {"type":"about:blank","title":"%s","status":%d,"errors":[]}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(document(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The caller is gone", e);
        }
    }

    private static String document(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return (known == HttpStatus.BAD_REQUEST ? UNREADABLE : OTHER).formatted(title, status);
    }
}
