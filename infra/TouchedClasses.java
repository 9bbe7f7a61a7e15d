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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * A Java agent that notes the classes of Entente's services whose code is entered while a file exists, and writes their names beside it
 * when the file is deleted. If the argument also names a class, {@code <file>,<class>}, it instead writes the stays of a thread on its way
 * through that class: each time that the thread enters another class than the last one is a stay, from the first method of the class until
 * that method ends. The last way is kept. A nested type or a lambda counts as the class of its file. {@code docs/architecture-figures.md}
 * shows how to build and use it.
 */
public final class TouchedClasses {

    private static final Set<String> TOUCHED = new ConcurrentSkipListSet<>();
    private static final ThreadLocal<List<String>> STAYS = ThreadLocal.withInitial(ArrayList::new);
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);
    private static volatile boolean counting;
    private static String way = "";
    private static Path ways = Path.of("");

    private TouchedClasses() {}

    /** Called at the start of each method. */
    public static void enter(Class<?> type) {
        if (counting) {
            TOUCHED.add(nameOf(type));
        } else if (!way.isEmpty()) {
            enterOnWay(nameOf(type));
        }
    }

    /** Called at the end of each method. */
    public static void leave(Class<?> type) {
        if (!way.isEmpty() && nameOf(type).equals(way) && DEPTH.get() > 0) {
            DEPTH.set(DEPTH.get() - 1);
            if (DEPTH.get() == 0) {
                write(STAYS.get());
                STAYS.remove();
            }
        }
    }

    private static void enterOnWay(String name) {
        if (name.equals(way)) {
            DEPTH.set(DEPTH.get() + 1);
        }
        List<String> stays = STAYS.get();
        if (DEPTH.get() > 0 && (stays.isEmpty() || !stays.get(stays.size() - 1).equals(name))) {
            stays.add(name);
        }
    }

    private static synchronized void write(List<String> stays) {
        try {
            // The short entries into the class, such as its constructor, are no way.
            if (stays.size() > 1) {
                Files.write(ways, stays);
            }
        } catch (IOException e) {
            System.err.println("The stays can't be written: " + e);
        }
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    /** Is copied into each method. */
    public static final class Entry {
        @Advice.OnMethodEnter
        static void entered(@Advice.Origin Class<?> type) {
            TouchedClasses.enter(type);
        }

        @Advice.OnMethodExit
        static void left(@Advice.Origin Class<?> type) {
            TouchedClasses.leave(type);
        }
    }

    /** @param argument the path of the file, and a comma and the name of a class if stays are to be written */
    public static void premain(String argument, Instrumentation instrumentation) {
        String[] parts = argument.split(",", 2);
        String file = parts[0];
        if (parts.length > 1) {
            way = parts[1];
            ways = Path.of(file + ".txt");
        }
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
