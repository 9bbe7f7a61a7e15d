package io.entente.platform.secrets;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Declares which fields of a collection are stored encrypted. A service declares each such collection as a bean.
 *
 * @param name of the collection
 * @param ownerField the field that names whose data a document has
 * @param key the name of the owner's data key, by the owner. Data that is erased at different times needs different keys
 */
public record SealedCollection(String name, String ownerField, UnaryOperator<String> key, List<SealedField> fields) {

    public SealedCollection {
        fields = List.copyOf(fields);
    }

    /** Changes if other fields are declared. */
    public String form() {
        return String.join(" ", fields.stream().map(SealedField::path).sorted().toList());
    }

    /** The place of a field, which its encryption is bound to. */
    public String place(String document, SealedField field) {
        return name + "/" + document + "/" + field.path();
    }
}
