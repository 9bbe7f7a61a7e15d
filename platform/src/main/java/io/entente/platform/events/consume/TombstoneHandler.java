package io.entente.platform.events.consume;

/** Handles a null record on a compacted topic: what the key stood for is erased. */
@FunctionalInterface
public interface TombstoneHandler {

    Handled erase(String key);
}
