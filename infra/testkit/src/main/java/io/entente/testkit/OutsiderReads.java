package io.entente.testkit;

import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds out which requests that only read are open to partners, by sending each one that the API description names. */
public final class OutsiderReads {

    private static final String PARTNER = "Entente-Actor: partner:par_outsider";
    private static final int FORBIDDEN = 403;

    private OutsiderReads() {}

    /** Returns the paths of the API that a partner may read, in the form of the API description. */
    public static SortedSet<String> openIn(RunningService service) {
        return service.get("/v3/api-docs")
                .json()
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith("/api/"))
                .filter(path -> service.request("GET", path.replaceAll("\\{[^}]*}", "1"), null, PARTNER)
                                .status()
                        != FORBIDDEN)
                .collect(toCollection(TreeSet::new));
    }
}
