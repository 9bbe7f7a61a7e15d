package io.entente.platform.domain.lists;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a list to its end, one page at a time, so the memory that it needs doesn't depend on the length of the list. */
public final class AllPages {

    private AllPages() {}

    public static <T> void read(Function<PageRequest, Page<T>> list, Consumer<? super T> action) {
        String after = null;
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.MAX_LIMIT, after));
            page.items().forEach(action);
            after = key(page.next());
        } while (after != null);
    }

    private static @Nullable String key(@Nullable String cursor) {
        return cursor == null ? null : Page.key(cursor);
    }
}
