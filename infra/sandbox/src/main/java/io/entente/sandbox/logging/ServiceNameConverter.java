package io.entente.sandbox.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Implements {@code %service}: the service of the thread that logs. */
public final class ServiceNameConverter extends ClassicConverter {

    private static final String SUFFIX = "-service";
    private static final String OTHERS = "sandbox";

    @Override
    public String convert(ILoggingEvent event) {
        // This requires that the appender writes in the thread that logs.
        String service = ServiceName.current();
        if (service == null) {
            return OTHERS;
        }
        return service.endsWith(SUFFIX) ? service.substring(0, service.length() - SUFFIX.length()) : service;
    }
}
