package io.entente.platform.secrets;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text field of documents that is stored encrypted.
 *
 * @param parents the names of the documents that contain it, the outermost first; {@link #EACH} stands for each name there is
 * @param name within the innermost document
 * @param required whether the documents can't be read without it; after an erasure it then says {@link #ERASED} instead of being absent
 * @param elementId if the innermost document is an element of a list, the name of the field that identifies it, which the encryption is
 *     bound to; otherwise null
 */
public record SealedField(List<String> parents, String name, boolean required, @Nullable String elementId) {

    /** The content of a required field after an erasure. */
    public static final String ERASED = "erased";

    /** In a path, any name: {@code points.*.note} is the note of each document in {@code points}. */
    public static final String EACH = "*";

    public SealedField {
        parents = List.copyOf(parents);
    }

    /** A field that is in no list. */
    public SealedField(List<String> parents, String name, boolean required) {
        this(parents, name, required, null);
    }

    /** The same field in each element of the list that its innermost document is an element of. */
    public SealedField ofEach(String idOfElement) {
        return new SealedField(parents, name, required, idOfElement);
    }

    /** @param path from the document to the field, with dots */
    public static SealedField required(String path) {
        return of(path, true);
    }

    /** @param path from the document to the field, with dots */
    public static SealedField optional(String path) {
        return of(path, false);
    }

    /** From the document to the field, with dots. */
    public String path() {
        return String.join(".", steps());
    }

    /** The same field within a further document. */
    public SealedField in(String parent) {
        return new SealedField(
                Stream.concat(Stream.of(parent), parents.stream()).toList(), name, required, elementId);
    }

    /** The names on the way from the document to the field. */
    public List<String> steps() {
        return Stream.concat(parents.stream(), Stream.of(name)).toList();
    }

    private static SealedField of(String path, boolean required) {
        List<String> steps = List.of(path.split("\\."));
        int last = steps.size() - 1;
        return new SealedField(steps.subList(0, last), steps.get(last), required);
    }
}
