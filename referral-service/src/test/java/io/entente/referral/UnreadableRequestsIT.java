package io.entente.referral;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.Callers;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that can't be read are the caller's to correct, and get a problem document. */
class UnreadableRequestsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IMPORT = "/api/imports?profile=generic-deals";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ReferralServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/referrals?q=%E9, q",
        "/api/sla/clocks?state=RUNNING&owner=user%FF, owner",
        "/api/conflicts?status=%C0%AF, status",
        "/api/referrals?%FF=1, query"
    })
    void a_query_that_is_not_utf_8_names_the_parameter(String path, String field) throws IOException {
        Raw answer = raw("GET " + path + " HTTP/1.1", "", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/referrals/%E9",
                "/api/referrals/%FF%FE",
                "/api/referrals/%zz",
                "/api/referrals/a%2Fb",
                "/api/referrals/a%00b",
                "/api/referrals/\u00E9",
                "/%ff"
            })
    void a_path_that_can_not_be_read_gets_a_problem_document(String path) throws IOException {
        Raw answer = raw("GET " + path + " HTTP/1.1", "", "");

        assertThat(answer.status()).as(answer.head()).isIn(400, 404);
        assertThat(answer.problem().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.problem().path("errors").isArray()).isTrue();
    }

    @Test
    void an_unknown_path_gets_a_problem_document_even_for_a_browser() {
        Answer page = service.request("GET", "/nothing/here", null, "Accept: text/html");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).hasValue("application/problem+json");
        assertThat(service.get("/error").status()).isEqualTo(403);
    }

    @Test
    void an_upload_without_a_boundary_is_refused() throws IOException {
        Raw answer = upload("multipart/form-data", "x");

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.problem().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("Content-Type");
        assertThat(error.path("message").asString())
                .isEqualTo("must be multipart/form-data with the boundary that separates the parts of the body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\r\n--b\r\nContent-Dis"
            })
    void an_upload_that_is_cut_is_refused(String body) throws IOException {
        Raw answer = upload("multipart/form-data; boundary=b", body);

        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.problem().path("errors").path(0).path("field").asString())
                .isIn("body", "file");
    }

    @Test
    void a_value_that_is_given_twice_is_refused_by_its_name() {
        assertRefused(service.get("/api/referrals?q=a&limit=5&q=b&limit=6"), "limit", "q");
        assertRefused(service.get("/api/referrals?partnerId=par_1&partnerId=par_2"), "partnerId");
        assertThat(service.get("/api/referrals?status=WON&status=LOST").status())
                .isEqualTo(200);
        assertRefused(
                service.post(
                        "/api/client-checks", "{\"organisation\":\"A\",\"country\":\"MY\",\"organisation\":\"B\"}"),
                "organisation");
        assertThat(service.postFile(IMPORT + "&profile=x", "a.csv", new byte[] {'a'})
                        .status())
                .isEqualTo(400);
    }

    private static void assertRefused(Answer answer, String... fields) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("field")).contains(fields);
    }

    private Raw upload(String contentType, String body) throws IOException {
        return raw("POST " + IMPORT + " HTTP/1.1", "Content-Type: " + contentType + "\r\n", body);
    }

    private record Raw(int status, String head, String body) {

        JsonNode problem() {
            assertThat(head).containsIgnoringCase("Content-Type: application/problem+json");
            return JSON.readTree(body);
        }
    }

    /** Sends bytes as they are. An HTTP client would refuse to send such requests. */
    private static Raw raw(String line, String headers, String body) throws IOException {
        int port = Integer.parseInt(
                String.valueOf(service.context().getEnvironment().getProperty("local.server.port")));
        try (Socket socket = new Socket("localhost", port)) {
            String request = "%s\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s\r\n%s"
                    .formatted(line, body.length(), Callers.asFirm(), headers, body);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            String text = answer.substring(end + 4);
            return new Raw(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, end),
                    text.substring(Math.max(0, text.indexOf('{')), text.lastIndexOf('}') + 1));
        }
    }
}
