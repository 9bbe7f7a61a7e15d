package io.entente.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test of a run the same {@link Cluster}, because starting one costs more than any test. Tests use different partners.
 * Each test leaves all services running and nothing parked.
 */
final class ClusterExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // JUnit closes the root's store, and the cluster with it, after the last test.
        return context.getRoot()
                .getStore(Namespace.create(ClusterExtension.class))
                .computeIfAbsent(
                        Cluster.class,
                        key -> Cluster.start(
                                Cluster.PARTNER, Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION),
                        Cluster.class);
    }
}
