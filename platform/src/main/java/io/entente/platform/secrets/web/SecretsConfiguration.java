package io.entente.platform.secrets.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.KeyWrapping;
import io.entente.platform.secrets.PersonalData;
import io.entente.platform.secrets.RotateKeys;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.WrappedKeys;
import io.entente.platform.secrets.mongo.EncryptedCollections;
import io.entente.platform.secrets.mongo.MongoDataKeys;
import io.entente.platform.secrets.mongo.OwnKeys;
import io.entente.platform.secrets.mongo.SealOldDocuments;
import io.entente.platform.secrets.mongo.SealedDocuments;
import io.entente.platform.secrets.mongo.StoredPersonalData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Encrypts the fields that a service declares by {@link SealedCollection} beans. A service without such beans needs no keyset. */
@AutoConfiguration
@ConditionalOnBean(SealedCollection.class)
@EnableConfigurationProperties(SecretsProperties.class)
public class SecretsConfiguration {

    private static final Duration OLD_DOCUMENTS_INTERVAL = Duration.ofHours(6);

    @Bean
    KeyWrapping keyWrapping(SecretsProperties properties) {
        return properties.ofService();
    }

    @Bean
    MongoDataKeys dataKeyStore(MongoOperations mongo) {
        return new MongoDataKeys(mongo);
    }

    @Bean
    SmartInitializingSingleton dataKeyIndexes(
            MongoOperations mongo, MongoDataKeys store, ObjectProvider<SealedCollection> collections) {
        return () -> {
            store.createIndexes();
            ownKeys(mongo, collections).forEach(OwnKeys::createIndexes);
        };
    }

    @Bean
    DataKeys dataKeys(MongoDataKeys store, KeyWrapping wrapping, Ticker ticker) {
        return new DataKeys(store, wrapping, ticker);
    }

    @Bean
    EncryptedCollections encryptedCollections(SecretsProperties properties) {
        return new EncryptedCollections(properties.plainText());
    }

    @Bean
    SealedDocuments sealedDocuments(
            ObjectProvider<SealedCollection> collections, DataKeys keys, EncryptedCollections encrypted) {
        return new SealedDocuments(collections.stream().toList(), keys, encrypted);
    }

    @Bean
    SealOldDocuments sealOldDocuments(
            MongoOperations mongo,
            ObjectProvider<SealedCollection> collections,
            DataKeys keys,
            EncryptedCollections encrypted) {
        return new SealOldDocuments(mongo, collections.stream().toList(), keys, encrypted);
    }

    /** Before the first request. */
    @Bean
    SmartInitializingSingleton encryptedCollectionsAtStart(SealOldDocuments old) {
        return old::readMarks;
    }

    @Bean
    Sweep sealOldDocumentsSweep(Sweeps sweeps, SealOldDocuments old) {
        return sweeps.atStartAndEvery(OLD_DOCUMENTS_INTERVAL, "seal-old-documents", old::run);
    }

    @Bean
    KeyRotationController keyRotationController(
            MongoOperations mongo,
            MongoDataKeys store,
            ObjectProvider<SealedCollection> collections,
            KeyWrapping wrapping) {
        List<WrappedKeys> stores = new ArrayList<>(ownKeys(mongo, collections));
        stores.add(store);
        return new KeyRotationController(new RotateKeys(stores, wrapping));
    }

    @Bean
    PersonalData personalData(MongoOperations mongo, ObjectProvider<SealedCollection> collections) {
        return new StoredPersonalData(mongo, collections.stream().toList());
    }

    @Bean
    AccessReportController accessReportController(PersonalData data) {
        return new AccessReportController(data);
    }

    private static List<OwnKeys> ownKeys(MongoOperations mongo, ObjectProvider<SealedCollection> collections) {
        return collections.stream()
                .filter(SealedCollection::hasOwnKeys)
                .map(collection -> new OwnKeys(mongo, collection))
                .toList();
    }
}
