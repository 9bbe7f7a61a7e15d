package io.entente.platform.secrets;

import java.util.List;
import java.util.Map;

/** Reads what the collections with encrypted fields have about an owner. */
public interface PersonalData {

    /** The number of documents of a collection that a report has at most. */
    int MAX_DOCUMENTS = 1_000;

    /**
     * A document that is stored.
     *
     * @param fields by path, with dots
     */
    record StoredDocument(String collection, String id, Map<String, String> fields) {}

    /** What is stored of an owner, decrypted: in each collection, the first {@link #MAX_DOCUMENTS} documents by id, and one more if there are more. */
    List<StoredDocument> of(String owner);
}
