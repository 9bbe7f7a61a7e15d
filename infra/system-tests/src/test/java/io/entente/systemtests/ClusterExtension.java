package io.entente.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link Cluster} of a run to every test that asks for it. Starting it costs more than any test, and tests keep
 * apart by their partners; each leaves all services running and nothing parked.
 */
final class ClusterExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root's store is closed, and the cluster with it, when the last test has run.
        return context.getRoot()
                .getStore(Namespace.create(ClusterExtension.class))
                .computeIfAbsent(
                        Cluster.class,
                        key -> Cluster.start(
                                Cluster.PARTNER, Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION),
                        Cluster.class);
    }
}
