package io.entente.platform.secrets;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Declares which fields of a collection are stored encrypted. A service declares each such collection as a bean.
 *
 * @param name of the collection
 * @param ownerField the field that names whose data a document has
 * @param key the name of the owner's data key, by the owner. Data that is erased at different times needs different keys. Null if each
 *     document has a data key of its own, within itself
 */
public record SealedCollection(
        String name, String ownerField, @Nullable UnaryOperator<String> key, List<SealedField> fields) {

    /** The field in which a document has its own data key. */
    public static final String OWN_KEY = "dataKey";

    public SealedCollection {
        fields = List.copyOf(fields);
    }

    /**
     * A collection whose documents have their own data keys, so that reading or writing one costs no further round trip. Each document is
     * its own owner.
     */
    public static SealedCollection withOwnKeys(String name, List<SealedField> fields) {
        return withOwnKeys(name, "_id", fields);
    }

    /** A collection whose documents have their own data keys, and a field that names whose data they have. */
    public static SealedCollection withOwnKeys(String name, String ownerField, List<SealedField> fields) {
        return new SealedCollection(name, ownerField, null, fields);
    }

    public boolean hasOwnKeys() {
        return key == null;
    }

    /** Changes if other fields are declared. */
    public String form() {
        return String.join(" ", fields.stream().map(SealedField::path).sorted().toList());
    }

    /** The name of a document, under which its own key is wrapped. */
    public String document(String id) {
        return name + "/" + id;
    }

    /**
     * The place of a field, which its encryption is bound to.
     *
     * @param path from the document to the field, with dots
     */
    public String place(String document, String path) {
        return document(document) + "/" + path;
    }
}
