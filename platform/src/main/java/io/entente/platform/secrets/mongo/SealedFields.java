package io.entente.platform.secrets.mongo;

import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.FieldCipher;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import io.entente.platform.secrets.WrappedKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts the fields of documents. An encrypted field is binary, and a text is one that was stored before fields were
 * encrypted, so they can't be confused.
 */
final class SealedFields {

    private final DataKeys keys;

    SealedFields(DataKeys keys) {
        this.keys = keys;
    }

    /** Encrypts what is not encrypted yet. Of an erased owner, nothing stays that could be read. */
    void seal(SealedCollection collection, Document document) {
        if (has(collection, document, String.class)) {
            Optional<FieldCipher> cipher = collection.hasOwnKeys()
                    ? Optional.of(ownCipher(collection, document))
                    : keys.toWrite(key(collection, document));
            replace(collection, document, String.class, (place, text) -> cipher.map(
                            known -> (Object) new Binary(known.encrypt(text, place)))
                    .orElse(null));
        }
    }

    /** Decrypts what is encrypted. */
    void open(SealedCollection collection, Document document) {
        if (has(collection, document, Binary.class)) {
            Optional<FieldCipher> cipher =
                    collection.hasOwnKeys() ? readCipher(collection, document) : keys.toRead(key(collection, document));
            replace(collection, document, Binary.class, (place, bytes) -> cipher.map(
                            known -> (Object) known.decrypt(bytes.getData(), place))
                    .orElse(null));
        }
    }

    /** Whether the document has a text in one of the fields that must be encrypted. */
    boolean hasPlainText(SealedCollection collection, Document document) {
        return has(collection, document, String.class);
    }

    /**
     * Refuses a document with a plain text. {@link SealedField#ERASED} is one, which stands in required fields after an erasure.
     *
     * @throws IllegalStateException if there is one
     */
    void requireEncrypted(SealedCollection collection, Document document) {
        for (SealedField field : collection.fields()) {
            if (parents(document, field).stream()
                    .map(parent -> parent.document().get(field.name()))
                    .anyMatch(content -> content instanceof String text && !text.equals(SealedField.ERASED))) {
                throw new IllegalStateException(
                        "%s has a plain text in the place of an encrypted field. Somebody has written to the database, or an old version of the service has; see entente.secrets.plain-text"
                                .formatted(collection.place(String.valueOf(document.get("_id")), field.path())));
            }
        }
    }

    private static boolean has(SealedCollection collection, Document document, Class<?> type) {
        return collection.fields().stream().anyMatch(field -> parents(document, field).stream()
                .anyMatch(parent -> type.isInstance(parent.document().get(field.name()))));
    }

    /** @param with returns null if the owner was erased */
    private static <T> void replace(
            SealedCollection collection, Document document, Class<T> type, Replacement<T> with) {
        String id = String.valueOf(document.get("_id"));
        for (SealedField field : collection.fields()) {
            for (Parent parent : parents(document, field)) {
                Object before = parent.document().get(field.name());
                if (type.isInstance(before)) {
                    put(parent.document(), field, with.of(place(collection, id, field, parent), type.cast(before)));
                }
            }
        }
    }

    private static void put(Document parent, SealedField field, @Nullable Object content) {
        if (content != null) {
            parent.put(field.name(), content);
        } else if (field.required()) {
            parent.put(field.name(), SealedField.ERASED);
        } else {
            parent.remove(field.name());
        }
    }

    /** An element of a list is bound to its own id, so that nobody can exchange two of them. */
    private static String place(SealedCollection collection, String id, SealedField field, Parent parent) {
        String place = collection.place(id, parent.path() + field.name());
        return field.elementId() == null
                ? place
                : place + "/" + parent.document().get(field.elementId());
    }

    /**
     * A document that has a field.
     *
     * @param path from the outermost document to this one, with a dot at its end unless it is empty
     */
    private record Parent(Document document, String path) {

        /** The documents that a step leads to: one, each element of a list, or each member of a map. */
        Stream<Parent> step(String name) {
            return name.equals(SealedField.EACH)
                    ? document.entrySet().stream().flatMap(member -> reached(member.getKey(), member.getValue()))
                    : reached(name, document.get(name));
        }

        private Stream<Parent> reached(String name, @Nullable Object content) {
            return (content instanceof List<?> list ? list.stream() : Stream.ofNullable(content))
                    .filter(Document.class::isInstance)
                    .map(found -> new Parent((Document) found, path + name + "."));
        }
    }

    private interface Replacement<T> {
        @Nullable
        Object of(String place, T content);
    }

    /** What was read before has lost its key, so a document gets a new one with each write. One with a key keeps it. */
    private FieldCipher ownCipher(SealedCollection collection, Document document) {
        return knownCipher(collection, document).orElseGet(() -> {
            String name = collection.document(document.getString("_id"));
            WrappedKey key = keys.createFor(name);
            document.put(SealedCollection.OWN_KEY, OwnKeys.document(key));
            return keys.open(name, key);
        });
    }

    /** Empty if the key was destroyed. A key that wasn't read is a fault. */
    private Optional<FieldCipher> readCipher(SealedCollection collection, Document document) {
        if (!document.containsKey(SealedCollection.OWN_KEY)) {
            throw new IllegalStateException("A document of %s has encrypted fields, but %s was not read or is absent"
                    .formatted(collection.name(), SealedCollection.OWN_KEY));
        }
        return knownCipher(collection, document);
    }

    private Optional<FieldCipher> knownCipher(SealedCollection collection, Document document) {
        return OwnKeys.of(document).map(key -> keys.open(collection.document(document.getString("_id")), key));
    }

    private static String key(SealedCollection collection, Document document) {
        UnaryOperator<String> key = Objects.requireNonNull(collection.key(), "its documents have keys of their own");
        if (document.get(collection.ownerField()) instanceof String owner) {
            return key.apply(owner);
        }
        throw new IllegalStateException("A document of %s has encrypted fields, but %s was not read or is absent"
                .formatted(collection.name(), collection.ownerField()));
    }

    /** The documents that have the field: several if they are elements of a list, none if a document on the way is absent. */
    private static List<Parent> parents(Document document, SealedField field) {
        List<Parent> current = List.of(new Parent(document, ""));
        for (String step : field.parents()) {
            current = current.stream().flatMap(parent -> parent.step(step)).toList();
        }
        return current;
    }
}
