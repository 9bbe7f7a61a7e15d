package io.entente.platform.secrets.mongo;

import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.SealedCollection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterLoadEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/**
 * Encrypts the declared fields of every mapped document before it is written, and decrypts them before it is read to an object. Updates
 * of single fields and writes that bypass the mapping are not seen here, so nothing may write a declared field in that way. Once the
 * collection is encrypted, a document with a plain text is not read.
 */
public final class SealedDocuments extends AbstractMongoEventListener<Object> {

    private final Map<String, SealedCollection> collections;
    private final SealedFields fields;
    private final EncryptedCollections encrypted;

    public SealedDocuments(List<SealedCollection> collections, DataKeys keys, EncryptedCollections encrypted) {
        this.encrypted = encrypted;
        this.collections = collections.stream().collect(Collectors.toMap(SealedCollection::name, Function.identity()));
        this.fields = new SealedFields(keys);
    }

    @Override
    public void onBeforeSave(BeforeSaveEvent<Object> event) {
        SealedCollection collection = collections.get(String.valueOf(event.getCollectionName()));
        Document document = event.getDocument();
        if (collection != null && document != null) {
            fields.seal(collection, document);
        }
    }

    @Override
    public void onAfterLoad(AfterLoadEvent<Object> event) {
        SealedCollection collection = collections.get(String.valueOf(event.getCollectionName()));
        Document document = event.getDocument();
        if (collection != null && document != null) {
            if (encrypted.refusePlainText(collection)) {
                fields.requireEncrypted(collection, document);
            }
            fields.open(collection, document);
        }
    }
}
