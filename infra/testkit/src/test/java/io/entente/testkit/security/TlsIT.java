package io.entente.testkit.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.RunningService;
import io.entente.testkit.security.RawRequest.RawAnswer;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with a certificate. */
class TlsIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path dir;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        Path keys = dir.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "https",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        service = RunningService.start(
                SecuredApplication.service(),
                "--server.ssl.bundle=https",
                "--spring.ssl.bundle.jks.https.keystore.location=" + keys.toUri(),
                "--spring.ssl.bundle.jks.https.keystore.type=PKCS12",
                "--spring.ssl.bundle.jks.https.keystore.password=" + PASSWORD,
                "--spring.ssl.bundle.jks.https.options.enabled-protocols=TLSv1.3,TLSv1.2");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_client_with_tls_is_served_and_its_browser_told_to_stay_with_it() throws Exception {
        try (SSLSocket client = connect()) {
            client.getOutputStream()
                    .write("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Strict-Transport-Security: max-age=31536000");
            assertThat(client.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void plain_text_gets_no_answer_of_the_service() {
        RawAnswer plain = RawRequest.send(
                service, "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(plain.status()).isIn(0, 400);
        assertThat(plain.text()).doesNotContain("UP");
    }

    private static SSLSocket connect() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(dir.resolve("keys.p12"))) {
            trusted.load(file, PASSWORD.toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null, null);
        certificates.setCertificateEntry("service", trusted.getCertificate("https"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        int port = Integer.parseInt(service.context().getEnvironment().getProperty("local.server.port", "0"));
        SSLSocket client = (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(30_000);
        return client;
    }
}
