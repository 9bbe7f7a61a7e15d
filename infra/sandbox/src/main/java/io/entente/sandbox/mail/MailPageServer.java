package io.entente.sandbox.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the received mails over HTTP. {@code /} lists them, and {@code /mails/{number}} shows one. {@code GET
 * /api/mails?limit=&cursor=} is for scripts and returns {@code {"items":[{number, subject, from, to, date, messageId,
 * body}], "next"}}, newest first.
 */
public final class MailPageServer implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int MAX_LIMIT = 200;
    private static final String MAIL = "/mails/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads;
    private final Mailbag mailbag;

    private MailPageServer(HttpServer server, ExecutorService threads, Mailbag mailbag) {
        this.server = server;
        this.threads = threads;
        this.mailbag = mailbag;
    }

    public static MailPageServer start(int port, Mailbag mailbag) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "mail-page");
                thread.setDaemon(true);
                return thread;
            });
            MailPageServer pages = new MailPageServer(server, threads, mailbag);
            server.setExecutor(threads);
            server.createContext("/", pages::handle);
            server.start();
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Response response = respond(
                    exchange.getRequestURI().getPath(), exchange.getRequestURI().getQuery());
            byte[] body = response.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Response respond(String path, @Nullable String query) {
        if (path.equals("/")) {
            List<ReceivedMail> page = mailbag.page(number(query, "cursor", Long.MAX_VALUE), MailPages.PAGE);
            return Response.html(200, MailPages.list(page, mailbag.received(), mailbag.kept()));
        }
        if (path.equals("/api/mails")) {
            return api(query);
        }
        if (path.startsWith(MAIL)) {
            return mailbag.find(parse(path.substring(MAIL.length()), -1))
                    .map(mail -> Response.html(200, MailPages.mail(mail)))
                    .orElseGet(() -> Response.html(404, MailPages.notFound()));
        }
        return Response.html(404, MailPages.notFound());
    }

    private Response api(@Nullable String query) {
        int limit = (int) Math.max(1, Math.min(MAX_LIMIT, number(query, "limit", MailPages.PAGE)));
        List<ReceivedMail> page = mailbag.page(number(query, "cursor", Long.MAX_VALUE), limit + 1);
        Map<String, Object> body = new LinkedHashMap<>();
        List<ReceivedMail> shown = page.subList(0, Math.min(limit, page.size()));
        body.put("items", shown.stream().map(MailPageServer::json).toList());
        if (page.size() > limit) {
            body.put("next", Long.toString(shown.get(limit - 1).number()));
        }
        return new Response(200, "application/json", JSON.writeValueAsString(body));
    }

    private static Map<String, Object> json(ReceivedMail mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", mail.number());
        json.put("subject", mail.subject());
        json.put("from", mail.from());
        json.put("to", mail.to());
        json.put("date", mail.date().toString());
        json.put("messageId", mail.messageId());
        json.put("body", mail.body());
        return json;
    }

    private static long number(@Nullable String query, String name, long otherwise) {
        if (query != null) {
            for (String parameter : query.split("&")) {
                if (parameter.startsWith(name + "=")) {
                    return parse(parameter.substring(name.length() + 1), otherwise);
                }
            }
        }
        return otherwise;
    }

    private static long parse(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private record Response(int status, String type, String body) {

        static Response html(int status, String body) {
            return new Response(status, "text/html; charset=utf-8", body);
        }
    }
}
