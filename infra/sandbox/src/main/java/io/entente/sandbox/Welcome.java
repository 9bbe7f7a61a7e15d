package io.entente.sandbox;

import io.entente.sandbox.demo.DemoProgram;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The text that the sandbox prints when it runs: where everything is, and a command to try. */
record Welcome(SandboxOptions options, String data) {

    /**
     * The text.
     *
     * @param secrets the secrets of machine clients that this start made, by client
     */
    String text(Map<String, String> secrets) {
        String services = SandboxService.ALL.stream()
                .map(service -> row(service.serviceName(), http(service.port()) + "   API: /v3/api-docs"))
                .collect(Collectors.joining());
        String shownOnce = secrets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(secret -> row("client " + secret.getKey(), secret.getValue() + "   (its secret, shown once)"))
                .collect(Collectors.joining());
        return """

                The Entente sandbox is running

                %s%s%s%s%s%s%s%s
                A token, good for 8 hours (partner, partner-manager, finance, ops or admin):

                  curl -s %s/token/finance

                Register a partner:

                  curl -s --oauth2-bearer $(curl -s %s/token/partner-manager) %s/api/partners -H 'Content-Type: application/json' -d '{"name":"Kaya Advisory","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur","locale":"ms","contacts":[{"name":"Aisyah Rahman","email":"aisyah@kaya.example","role":"ACCOUNT_MANAGER"}]}'
                """
                .formatted(
                        services,
                        row("identity server", http(SandboxPort.IDENTITY)),
                        row("sent mails", http(SandboxPort.MAIL_PAGE)),
                        row("mail server", "localhost:" + options.port(SandboxPort.SMTP) + " (SMTP)"),
                        row("broker", "localhost:" + options.port(SandboxPort.KAFKA) + " (Kafka)"),
                        row("store", "mongodb://localhost:" + options.port(SandboxPort.STORE)),
                        row("data", data),
                        shownOnce,
                        http(SandboxPort.IDENTITY),
                        http(SandboxPort.IDENTITY),
                        http(SandboxService.PARTNER.port()));
    }

    /** The line that scripts wait for. The demo starts after it. */
    static String ready(long millis) {
        return String.format(Locale.ROOT, "Ready in %.1f s. Press Ctrl-C to stop.", millis / 1000.0);
    }

    /** The addresses of the services for the demo. */
    DemoProgram.Urls demoUrls() {
        return new DemoProgram.Urls(
                http(SandboxService.PARTNER.port()),
                http(SandboxService.REFERRAL.port()),
                http(SandboxService.COMMISSION.port()),
                http(SandboxService.NOTIFICATION.port()));
    }

    /** The last line of the demo. */
    String mailPage() {
        return "All mails that were sent: " + http(SandboxPort.MAIL_PAGE);
    }

    private String http(SandboxPort port) {
        return "http://localhost:" + options.port(port);
    }

    private static String row(String name, String value) {
        return "  %-22s %s%n".formatted(name, value);
    }
}
