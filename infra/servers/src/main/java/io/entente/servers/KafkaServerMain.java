package io.entente.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs a broker as a separate process: {@code --dir <directory> [--port <port>]}. It prints {@code READY host:port} once it
 * accepts requests.
 */
public final class KafkaServerMain {

    private KafkaServerMain() {}

    public static void main(String... args) {
        ServerArguments arguments = new ServerArguments(List.of(args));
        KafkaServer server = KafkaServer.start(Path.of(arguments.required("dir")), arguments.port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-broker"));
        ServerProcess.announce(server.brokers());
    }
}
