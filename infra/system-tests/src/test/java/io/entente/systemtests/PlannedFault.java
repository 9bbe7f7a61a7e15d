package io.entente.systemtests;

import io.entente.systemtests.faults.FaultPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The point and the passage at which a service must stand still, and the file that it writes when it does. */
record PlannedFault(FaultPoint point, int passage, Path marker) {

    static PlannedFault at(FaultPoint point, int passage) {
        try {
            Path marker = Files.createTempFile(Cluster.DIRECTORY, "fault-", ".marker");
            Files.delete(marker);
            return new PlannedFault(point, passage, marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasStruck() {
        return Files.exists(marker);
    }

    List<String> systemProperties() {
        return List.of(
                "-Dentente.fault.point=" + point,
                "-Dentente.fault.passage=" + passage,
                "-Dentente.fault.marker=" + marker.toAbsolutePath());
    }

    @Override
    public String toString() {
        return point + " number " + passage;
    }
}
