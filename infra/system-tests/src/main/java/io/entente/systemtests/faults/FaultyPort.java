package io.entente.systemtests.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import org.springframework.util.ClassUtils;

/**
 * Wraps the service's own adapter of a port and has a fault point before and after each call. It finds ports by their names, because
 * this module doesn't compile against any service.
 */
final class FaultyPort {

    private static final Set<String> PORTS = Set.of(
            "io.entente.referral.attribution.Claims",
            "io.entente.referral.attribution.conflicts.ConflictCases",
            "io.entente.referral.attribution.PendingClaimChanges");

    /** Removes finished records at an interval. It is no step of a claim, so the process is not killed in it. */
    private static final String HOUSEKEEPING = "removeFinished";

    private FaultyPort() {}

    static boolean isOne(Object bean) {
        return ports(bean).length > 0;
    }

    static Object around(Object bean, Fault fault) {
        return Proxy.newProxyInstance(bean.getClass().getClassLoader(), ports(bean), (proxy, method, arguments) -> {
            method.setAccessible(true);
            if (method.getName().equals(HOUSEKEEPING)) {
                return method.invoke(bean, arguments);
            }
            fault.pass(FaultPoint.IN_CLAIM);
            try {
                Object result = method.invoke(bean, arguments);
                fault.pass(FaultPoint.IN_CLAIM);
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** Works for a class that is already wrapped, too. */
    private static Class<?>[] ports(Object bean) {
        return Arrays.stream(ClassUtils.getAllInterfaces(bean))
                .filter(port -> PORTS.contains(port.getName()))
                .toArray(Class<?>[]::new);
    }
}
