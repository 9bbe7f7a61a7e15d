import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * A Java agent that notes the classes of Entente's services whose code is entered while a file exists, and writes their names beside it
 * when the file is deleted. A nested type or a lambda counts as the class of its file. {@code docs/architecture-figures.md} shows how to
 * build and use it.
 */
public final class TouchedClasses {

    private static final Set<String> TOUCHED = new ConcurrentSkipListSet<>();
    private static volatile boolean counting;

    private TouchedClasses() {}

    /** Called at the start of each method. */
    public static void enter(Class<?> type) {
        if (counting) {
            TOUCHED.add(type.getName().replaceFirst("\\$.*", ""));
        }
    }

    /** Is copied into each method. */
    public static final class Entry {
        @Advice.OnMethodEnter
        static void entered(@Advice.Origin Class<?> type) {
            TouchedClasses.enter(type);
        }
    }

    /** @param file the path of the file */
    public static void premain(String file, Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .type(nameStartsWith("io.entente.")
                        .and(not(nameStartsWith("io.entente.sandbox")))
                        .and(not(nameStartsWith("io.entente.servers"))))
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Entry.class)
                        .on(isMethod().or(isConstructor()).and(not(isAbstract())).and(not(isNative())))))
                .installOn(instrumentation);
        Thread watch = new Thread(() -> watch(Path.of(file)), "touched-classes");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(Path file) {
        try {
            while (true) {
                boolean wanted = Files.exists(file);
                if (wanted && !counting) {
                    TOUCHED.clear();
                } else if (!wanted && counting) {
                    Files.write(Path.of(file + ".txt"), TOUCHED);
                }
                counting = wanted;
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("The touched classes can't be written: " + e);
        }
    }
}
