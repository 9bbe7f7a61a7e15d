package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes the traces that services export (OTLP over HTTP), as a tracing backend would. */
final class TraceCollector implements AutoCloseable {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final HttpServer server;

    TraceCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (received) {
                received.writeBytes(body);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** The arguments with which a service exports its traces here. */
    String[] arguments() {
        return new String[] {
            "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:%d/v1/traces"
                    .formatted(server.getAddress().getPort()),
            "--management.opentelemetry.tracing.export.otlp.compression=none"
        };
    }

    /** Everything that was exported. Texts are readable in the format; the rest is not. */
    String text() {
        synchronized (received) {
            return received.toString(ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
