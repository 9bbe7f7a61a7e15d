package io.entente.platform.web;

import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Describes a request in metrics and traces by the path of its operation ({@code uri}). The path that the caller has written, which
 * Spring adds to traces, can have the names and addresses of persons.
 */
final class RequestObservations extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }
}
