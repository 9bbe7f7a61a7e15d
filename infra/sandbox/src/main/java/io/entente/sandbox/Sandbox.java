package io.entente.sandbox;

import io.entente.sandbox.demo.DemoFailedException;
import io.entente.sandbox.demo.DemoProgram;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * All of Entente in one JVM: {@code ./mvnw spring-boot:run} at the project's root. Exit status 2 for a command line that
 * isn't understood, 1 when it can't start, each with one line on standard error.
 */
public final class Sandbox {

    private static final int CANT_START = 1;
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
                console.say(SandboxOptions.usage());
                return;
            }
            new Sandbox(options, console).start();
        } catch (UsageException e) {
            console.complain("entente sandbox: " + e.getMessage());
            System.exit(USAGE);
        } catch (StartRefusedException e) {
            console.complain("entente sandbox: " + e.getMessage());
            System.exit(CANT_START);
        } catch (DemoFailedException e) {
            console.complain("entente sandbox: the demo stopped: " + e.getMessage());
            System.exit(CANT_START);
        } catch (RuntimeException e) {
            console.complain("entente sandbox: " + StartFailure.describe(e));
            System.exit(CANT_START);
        }
    }

    private void start() {
        DataDirectory data = DataDirectory.open(options.dataDir());
        shutdown.hookIn();
        shutdown.add(data);
        PortCheck.requireFree(options);
        console.say("Starting broker, store, mail server and services ...");
        SandboxServers servers = SandboxServers.start(options, data, shutdown);
        RunningServices services = shutdown.add(new RunningServices());
        services.start(new ServiceSettings(options, data, servers));
        Welcome welcome = new Welcome(options, data.describe());
        console.say(welcome.text());
        console.say(Welcome.ready(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime()));
        if (options.demo()) {
            console.say("Playing the demo ...");
            console.say(new DemoProgram(welcome.demoUrls()).play());
            console.say(welcome.mails());
        }
    }

    /** One log for the whole process; each of the four contexts would otherwise set it up anew, to its own taste. */
    private static void setUpLogging() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "entente/sandbox/logback.xml");
        }
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat logs by java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
