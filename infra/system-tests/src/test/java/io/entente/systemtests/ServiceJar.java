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

    private static final String ARCHIVE = "classes.jsa";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

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

    /**
     * The archive holds the classes of a start already verified and laid out, so the start takes half as long. The first process
     * lists the classes that it loads.
     */
    private String archiving() {
        return Files.exists(archive())
                ? "-XX:SharedArchiveFile=" + archive()
                : "-XX:DumpLoadedClassList=" + besideJar("classes.list");
    }

    /** Archives the classes that the first process has listed, for all later starts. */
    void archiveClasses() {
        if (Files.exists(archive())) {
            return;
        }
        Path list = besideJar("archived-classes.list");
        Path written = besideJar("being-written.jsa");
        try {
            String listed = Files.readString(besideJar("classes.list"));
            String complete = listed.substring(0, listed.lastIndexOf('\n') + 1);
            // Lines with @ describe lambda expressions. JDK 17 crashes when it archives those of some libraries.
            Files.write(
                    list, complete.lines().filter(line -> !line.startsWith("@")).toList());
            boolean archived = run(
                    JAVA,
                    "-Xshare:dump",
                    "-Xlog:cds=off",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + written,
                    "-cp",
                    jar.toString());
            if (!archived) {
                throw new IllegalStateException("The classes of %s could not be archived".formatted(jar));
            }
            Files.move(written, archive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive() {
        return besideJar(ARCHIVE);
    }

    private Path besideJar(String file) {
        return jar.resolveSibling(file);
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
                    JAVA,
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
            // An archive of an earlier run doesn't fit this jar.
            Files.deleteIfExists(jar.resolveSibling(ARCHIVE));
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
