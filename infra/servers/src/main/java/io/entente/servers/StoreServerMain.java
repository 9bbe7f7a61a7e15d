package io.entente.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs a store as a separate process: {@code [--file <file>] [--port <port>]}. Without a file it keeps its documents in memory.
 * It prints {@code READY mongodb://host:port} once it accepts requests.
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
