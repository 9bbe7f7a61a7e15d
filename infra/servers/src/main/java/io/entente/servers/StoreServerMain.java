package io.entente.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * A store as a process of its own: {@code [--file <file>] [--port <port>]}, in memory without a file. It says
 * {@code READY mongodb://host:port}, once.
 */
public final class StoreServerMain {

    private StoreServerMain() {}

    public static void main(String... args) {
        ServerArguments arguments = new ServerArguments(List.of(args));
        StoreServer server = arguments
                .value("file")
                .map(file -> StoreServer.onFile(Path.of(file), arguments.port()))
                .orElseGet(() -> StoreServer.inMemory(arguments.port()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-store"));
        ServerProcess.announce(server.uri());
    }
}
