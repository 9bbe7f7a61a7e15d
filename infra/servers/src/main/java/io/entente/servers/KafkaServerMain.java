package io.entente.servers;

import java.nio.file.Path;
import java.util.List;

/** A broker as a process of its own: {@code --dir <directory> [--port <port>]}. It says {@code READY host:port}, once. */
public final class KafkaServerMain {

    private KafkaServerMain() {}

    public static void main(String... args) {
        ServerArguments arguments = new ServerArguments(List.of(args));
        KafkaServer server = KafkaServer.start(Path.of(arguments.required("dir")), arguments.port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-broker"));
        ServerProcess.announce(server.brokers());
    }
}
