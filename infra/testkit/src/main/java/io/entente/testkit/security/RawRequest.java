package io.entente.testkit.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entente.testkit.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** Sends bytes as they are, because an HTTP client would correct or refuse what an attacker sends. */
public final class RawRequest {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawRequest() {}

    /**
     * An answer as it came.
     *
     * @param status 0 if the connection was closed without one
     */
    public record RawAnswer(int status, String text) {

        /** Whether the answer has a header of this name. */
        public boolean hasHeader(String name) {
            String headers = text.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
            return headers.contains("\r\n" + name.toLowerCase(Locale.ROOT) + ":");
        }
    }

    /** @param request the whole request; the service must close the connection after its answer */
    public static RawAnswer send(RunningService service, String request) {
        int port = Integer.parseInt(service.context().getEnvironment().getProperty("local.server.port", "0"));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write(request.getBytes(ISO_8859_1));
            client.getOutputStream().flush();
            return answer(new String(client.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawAnswer answer(String text) {
        String[] words = text.split(" ", 3);
        return words.length < 3 ? new RawAnswer(0, text) : new RawAnswer(Integer.parseInt(words[1]), text);
    }
}
