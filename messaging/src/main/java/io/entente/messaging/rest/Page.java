package io.entente.messaging.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code cursor} for the next page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Makes a page of what was found.
     *
     * @param found up to {@link PageRequest#fetch()} items, one more than the page holds, so as to know of a next one
     * @param key what the cursor of an item is
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, String> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, PageRequest.cursorOf(key.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
