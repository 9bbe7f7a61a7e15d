package io.entente.sandbox;

import java.net.BindException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** Describes in one line why the start failed. If the reason is unexpected, the log has the details. */
final class StartFailure {

    private StartFailure() {}

    static String describe(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof PortInUseException taken) {
                return "Another program took port " + taken.getPort() + " while the services were starting";
            }
        }
        if (root instanceof BindException) {
            return "Another program took a port while the servers were starting: " + root.getMessage();
        }
        LoggerFactory.getLogger(StartFailure.class).error("The sandbox did not start", failure);
        return "The sandbox did not start: " + root;
    }
}
