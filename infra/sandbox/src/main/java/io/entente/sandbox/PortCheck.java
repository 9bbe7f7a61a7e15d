package io.entente.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;

/** Checks before anything is started that all ports are free. */
final class PortCheck {

    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private PortCheck() {}

    /** @throws StartRefusedException for the first port that is in use, with its purpose */
    static void requireFree(SandboxOptions options) {
        for (SandboxPort port : SandboxPort.all()) {
            int number = options.port(port);
            if (answers(number) || !canListen(number)) {
                throw new StartRefusedException(
                        "Port %d for %s is in use. Stop the program that uses it, or choose another port with --%s=PORT"
                                .formatted(number, port.user(), port.option()));
            }
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Another program may listen on another address of "localhost" (::1 instead of 127.0.0.1), and some systems allow both to
     * listen on the same port. Requests would then reach the wrong program.
     */
    private static boolean answers(int port) {
        try {
            for (InetAddress address : InetAddress.getAllByName("localhost")) {
                if (connects(address, port)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
