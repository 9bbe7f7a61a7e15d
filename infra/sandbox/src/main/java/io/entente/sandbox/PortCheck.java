package io.entente.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;

/** Finds out before anything is started whether all ports can be had. */
final class PortCheck {

    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private PortCheck() {}

    /** @throws StartRefusedException naming the first port that is taken, and who wants it */
    static void requireFree(SandboxOptions options) {
        for (SandboxPort port : SandboxPort.all()) {
            int number = options.port(port);
            if (answers(number) || !canListen(number)) {
                throw new StartRefusedException(
                        "Port %d, wanted by %s, is taken; stop what listens there, or choose another with --%s=PORT"
                                .formatted(number, port.wantedBy(), port.option()));
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
     * Somebody may listen on another address of "localhost" (::1 beside 127.0.0.1), and some systems let two share a port by
     * address: both would be bound, and requests would go to the wrong one.
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
