package io.entente.platform.events.consume;

/** Handles a tombstone on a compacted topic by erasing what its key stands for. */
@FunctionalInterface
public interface TombstoneHandler {

    Handled erase(String key);
}
