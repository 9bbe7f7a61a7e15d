package io.entente.sandbox.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %service}: whose log line it is, told by the thread group that each service has for itself. */
public final class ServiceNameConverter extends ClassicConverter {

    private static final String SUFFIX = "-service";
    private static final String OTHERS = "sandbox";

    @Override
    public String convert(ILoggingEvent event) {
        // Right as long as the appender writes in the thread that logs.
        for (ThreadGroup group = Thread.currentThread().getThreadGroup(); group != null; group = group.getParent()) {
            if (group.getName().endsWith(SUFFIX)) {
                return group.getName().substring(0, group.getName().length() - SUFFIX.length());
            }
        }
        return OTHERS;
    }
}
