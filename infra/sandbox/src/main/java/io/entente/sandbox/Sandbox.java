package io.entente.sandbox;

import io.entente.sandbox.demo.DemoFailedException;
import io.entente.sandbox.demo.DemoProgram;
import io.entente.sandbox.identity.IdentityServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Runs all of Entente in one JVM: {@code ./mvnw spring-boot:run} in the root of the project. The exit status is 2 if the
 * command line is invalid, and 1 if the sandbox cannot start. In both cases one line on standard error gives the reason.
 */
public final class Sandbox {

    private static final int CANNOT_START = 1;
    private static final int USAGE = 2;

    private final SandboxOptions options;
    private final Console console;
    private final Shutdown shutdown = new Shutdown();

    private Sandbox(SandboxOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    public static void main(String... args) {
        setUpLogging();
        Console console = new Console();
        try {
            SandboxOptions options =
                    SandboxOptions.parse(List.of(args), System.getenv(), Path.of(System.getProperty("user.home")));
            if (options.help()) {
                console.print(SandboxOptions.usage());
                return;
            }
            new Sandbox(options, console).start();
        } catch (UsageException e) {
            console.error("entente sandbox: " + e.getMessage());
            System.exit(USAGE);
        } catch (StartRefusedException e) {
            console.error("entente sandbox: " + e.getMessage());
            System.exit(CANNOT_START);
        } catch (DemoFailedException e) {
            console.error("entente sandbox: The demo failed: " + e.getMessage());
            System.exit(CANNOT_START);
        } catch (RuntimeException e) {
            console.error("entente sandbox: " + StartFailure.describe(e));
            System.exit(CANNOT_START);
        }
    }

    private void start() {
        DataDirectory data = DataDirectory.open(options.dataDir());
        shutdown.register();
        shutdown.add(data);
        PortCheck.requireFree(options);
        console.print("Starting the broker, the store, the mail server, the identity server and the services ...");
        // Broker and store mostly wait while they start, so the identity server starts at the same time.
        CompletableFuture<IdentityServer> starting = CompletableFuture.supplyAsync(() -> startIdentityServer(data));
        SandboxServers servers = SandboxServers.start(options, data, shutdown);
        IdentityServer identity = starting.join();
        RunningServices services = shutdown.add(new RunningServices());
        services.start(new ServiceSettings(options, data, servers, identity.issuer()));
        Welcome welcome = new Welcome(options, data.describe());
        console.print(welcome.text(identity.newClientSecrets()));
        console.print(Welcome.ready(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime()));
        if (options.demo()) {
            console.print("Playing the demo ...");
            console.print(new DemoProgram(welcome.demoUrls(), identity).play());
            console.print(welcome.mailPage());
        }
    }

    private IdentityServer startIdentityServer(DataDirectory data) {
        return shutdown.add(IdentityServer.start(new IdentityServer.Settings(
                options.port(SandboxPort.IDENTITY), data.keys(), data.work("identity-server"))));
    }

    /** Sets up one log for the whole process. Otherwise each of the four contexts would set up the log again. */
    private static void setUpLogging() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "entente/sandbox/logback.xml");
        }
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat logs with java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
