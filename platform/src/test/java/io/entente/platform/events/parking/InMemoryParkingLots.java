package io.entente.platform.events.parking;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the versions of lots in a map. */
final class InMemoryParkingLots implements ParkingLots {

    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    @Override
    public void open(String lot, String consumer) {
        versions.merge(lot, 1L, Long::sum);
    }

    @Override
    public boolean join(String lot) {
        return versions.computeIfPresent(lot, (key, version) -> version + 1) != null;
    }

    @Override
    public OptionalLong version(String lot) {
        Long version = versions.get(lot);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    @Override
    public boolean close(String lot, long version) {
        return versions.remove(lot, version);
    }

    @Override
    public Set<String> all() {
        return Set.copyOf(versions.keySet());
    }
}
