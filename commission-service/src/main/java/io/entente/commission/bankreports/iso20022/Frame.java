package io.entente.commission.bankreports.iso20022;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of interest, such as a transaction, with the texts beneath it by their path: {@code Refs/EndToEndId}. An element
 * of interest beneath it has a frame of its own.
 */
final class Frame {

    /** The maximum number of texts of one element. A real one has less than a hundred. */
    private static final int MAX_TEXTS = 500;

    /** The longest information that is put together of several lines. */
    private static final int MAX_INFO_CHARACTERS = 1000;

    private static final String CURRENCY = "@Ccy";

    private final String name;
    private final @Nullable Frame parent;
    private final int depth;
    private final Map<String, String> texts = new HashMap<>();

    /** @param depth of the element in the document */
    Frame(String name, @Nullable Frame parent, int depth) {
        this.name = name;
        this.parent = parent;
        this.depth = depth;
    }

    String name() {
        return name;
    }

    @Nullable
    Frame parent() {
        return parent;
    }

    int depth() {
        return depth;
    }

    /** Keeps a text. If an element is repeated, the first one counts; further lines of information are added to it. */
    void put(String path, String text, @Nullable String currency) {
        if (text.isEmpty() || texts.size() >= MAX_TEXTS) {
            return;
        }
        if (path.endsWith("AddtlInf")) {
            texts.merge(path, text, Frame::joined);
        } else if (texts.putIfAbsent(path, text) == null && currency != null) {
            texts.put(path + CURRENCY, currency);
        }
    }

    private static String joined(String before, String more) {
        return before.length() + more.length() < MAX_INFO_CHARACTERS ? before + " " + more : before;
    }

    /** The first of these paths that has a text. */
    @Nullable
    String text(String... paths) {
        for (String path : paths) {
            String text = texts.get(path);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    @Nullable
    String currency(String path) {
        return texts.get(path + CURRENCY);
    }
}
