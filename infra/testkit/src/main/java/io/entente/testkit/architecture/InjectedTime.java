package io.entente.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Time comes from the injected clock and threads from Spring's schedulers, so that a test can move the one and await the other. */
public final class InjectedTime {

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");

    private static final Set<String> PAUSES = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.join",
            "java.lang.Thread.onSpinWait",
            "java.lang.Object.wait",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.CountDownLatch.await",
            "java.util.concurrent.Semaphore.acquire");

    private static final List<String> THREADS = List.of(
            "java.lang.Thread.<init>",
            "java.lang.Thread.ofVirtual",
            "java.lang.Thread.ofPlatform",
            "java.lang.Thread.startVirtualThread",
            "java.util.Timer.<init>",
            "java.util.concurrent.Executors.",
            "java.util.concurrent.ThreadPoolExecutor.<init>",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.concurrent.ForkJoinPool.<init>");

    private InjectedTime() {}

    /** Nothing reads the machine's clock or makes a thread wait for it. */
    public static ArchRule rule(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(calls("reads the machine's clock or pauses a thread", InjectedTime::isTime))
                .because("time comes from the injected clock");
    }

    /** Nothing starts threads of its own. */
    public static ArchRule noOwnThreads(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(
                        calls("starts threads", call -> THREADS.stream().anyMatch(name(call)::startsWith)))
                .because("threads belong to Spring's schedulers");
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String description, Predicate<JavaCall<?>> condition) {
        return DescribedPredicate.describe(
                description, access -> access instanceof JavaCall<?> call && condition.test(call));
    }

    private static boolean isTime(JavaCall<?> call) {
        String name = name(call);
        boolean readsDefaultClock = name.startsWith("java.time.")
                && name.endsWith(".now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return readsDefaultClock
                || CLOCKS.contains(name)
                || PAUSES.contains(name)
                || name.startsWith("java.util.concurrent.locks.LockSupport.park");
    }

    private static String name(JavaCall<?> call) {
        return call.getTargetOwner().getName() + "." + call.getName();
    }
}
