package io.entente.systemtests.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import org.springframework.util.ClassUtils;

/**
 * The service's own adapter of a port with a point before and after each call. By the ports' names: this module compiles
 * against no service.
 */
final class FaultyPort {

    private static final Set<String> PORTS = Set.of(
            "io.entente.referral.attribution.Claims",
            "io.entente.referral.attribution.conflicts.ConflictCases",
            "io.entente.referral.attribution.Undertakings");

    private FaultyPort() {}

    static boolean isOne(Object bean) {
        return ports(bean).length > 0;
    }

    static Object around(Object bean, Fault fault) {
        return Proxy.newProxyInstance(bean.getClass().getClassLoader(), ports(bean), (proxy, method, arguments) -> {
            fault.pass(FaultPoint.IN_CLAIM);
            method.setAccessible(true);
            try {
                Object result = method.invoke(bean, arguments);
                fault.pass(FaultPoint.IN_CLAIM);
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** Also of a class that is wrapped already. */
    private static Class<?>[] ports(Object bean) {
        return Arrays.stream(ClassUtils.getAllInterfaces(bean))
                .filter(port -> PORTS.contains(port.getName()))
                .toArray(Class<?>[]::new);
    }
}
