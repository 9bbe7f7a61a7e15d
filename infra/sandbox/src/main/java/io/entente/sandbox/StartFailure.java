package io.entente.sandbox;

import java.net.BindException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why the start failed; where that isn't something to expect, the log has the rest. */
final class StartFailure {

    private StartFailure() {}

    static String describe(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort() + " was taken while the services were starting";
            }
        }
        if (root instanceof BindException) {
            return "A port was taken while the servers were starting: " + root.getMessage();
        }
        LoggerFactory.getLogger(StartFailure.class).error("The sandbox didn't start", failure);
        return "didn't start: " + root;
    }
}
