package io.entente.platform.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Makes a page of the items that were found.
     *
     * @param found at most {@link PageRequest#fetch()} items
     * @param key the key of an item, from which the next page continues
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, String> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, cursor(key.apply(items.get(items.size() - 1))));
    }

    /** The cursor that stands for a key. Callers send it back unchanged. */
    public static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** The key that a cursor of {@link #cursor} stands for. */
    public static String key(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
