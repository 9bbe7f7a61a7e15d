package io.entente.systemtests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A service's executable jar, unpacked with Boot's own {@code jarmode=tools}. It has the same classes and libraries and starts in two
 * thirds of the time. These tests start services dozens of times.
 *
 * @param jar the service's jar, whose manifest names its libraries
 */
record ServiceJar(Path jar, String mainClass) {

    /** The directory with the faults, which only these tests add to a service's class path. */
    private static final Path FAULTS = Path.of("target", "classes").toAbsolutePath();

    /** A virtual machine that crashes writes a report first. */
    private static final int CRASH_SECONDS = 5;

    private static final Map<String, ServiceJar> UNPACKED = new ConcurrentHashMap<>();

    static ServiceJar of(String service) {
        return UNPACKED.computeIfAbsent(service, ServiceJar::unpack);
    }

    /** The part of the command line that names the program. */
    List<String> launch(boolean withFaults) {
        String classes = withFaults ? jar + File.pathSeparator + FAULTS : jar.toString();
        // Otherwise it would list each class that the archive can't hold.
        return List.of(archiving(), "-Xlog:cds=off", "-cp", classes, mainClass);
    }

    /** The archive holds the classes of a start already verified and laid out, so the start takes half as long. */
    private String archiving() {
        if (Files.exists(archive())) {
            return "-XX:SharedArchiveFile=" + archive();
        }
        return Files.exists(unarchivable()) ? "-Xshare:auto" : "-XX:+RecordDynamicDumpInfo";
    }

    /**
     * Archives the classes that a running process has loaded for all later starts. Without {@code jcmd} these are slower, and also
     * if the virtual machine can't archive the classes: JDK 17 crashes over some libraries.
     *
     * @return whether the process still runs
     */
    boolean archiveClassesOf(Process running) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.exists(jcmd) || Files.exists(archive()) || Files.exists(unarchivable())) {
            return true;
        }
        try {
            Path written = archive().resolveSibling("being-written.jsa");
            if (run(jcmd.toString(), Long.toString(running.pid()), "VM.cds", "dynamic_dump", written.toString())) {
                Files.move(written, archive());
                return true;
            }
            Files.createFile(unarchivable());
            return running.isAlive() && !running.waitFor(CRASH_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path archive() {
        return jar.resolveSibling("classes.jsa");
    }

    /** Exists if the virtual machine failed to archive the classes. */
    private Path unarchivable() {
        return jar.resolveSibling("unarchivable");
    }

    private static ServiceJar unpack(String service) {
        Path target = Path.of("..", "..", service, "target");
        Path unpacked = Cluster.DIRECTORY.resolve("unpacked").resolve(service);
        try (Stream<Path> files = Files.list(target)) {
            Path packed = files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("There is no jar in " + target + "; run package for " + service));
            boolean extracted = run(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    packed.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    unpacked.toString());
            if (!extracted) {
                throw new IllegalStateException("The jar of %s could not be extracted".formatted(service));
            }
            Path jar = unpacked.resolve(packed.getFileName());
            try (JarFile read = new JarFile(jar.toFile())) {
                return new ServiceJar(
                        jar, read.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(180, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
