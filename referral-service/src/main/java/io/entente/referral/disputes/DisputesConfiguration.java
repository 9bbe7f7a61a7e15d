package io.entente.referral.disputes;

import io.entente.referral.attribution.checks.ClientChecks;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.disputes.signing.KeyStoreFile;
import io.entente.referral.disputes.signing.SigningKeys;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.Referrals;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the disputes feature. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DisputesConfiguration.Settings.class)
class DisputesConfiguration {

    /**
     * The key that signs dispute files.
     *
     * @param keyStore a PKCS #12 file; empty if dispute files aren't signed
     * @param createKeyStore whether a key of its own is created if the file is missing, as in a sandbox
     */
    @ConfigurationProperties("entente.referral.disputes")
    record Settings(
            @DefaultValue("") String keyStore,
            @DefaultValue("") String keyStorePassword,
            @DefaultValue("dispute-files") String keyAlias,
            @DefaultValue("false") boolean createKeyStore) {

        @Override
        public String toString() {
            return "Settings[keyStore=" + keyStore + "]";
        }
    }

    @Bean
    AssembleDisputeFile assembleDisputeFile(
            ConflictCases cases,
            Referrals referrals,
            AttributionPolicies policies,
            ClientChecks checks,
            MessageDeliveries deliveries,
            KnownPartners partners,
            ItemHashes hashes,
            Clock clock) {
        return new AssembleDisputeFile(cases, referrals, policies, checks, deliveries, partners, hashes, clock);
    }

    /** Reads the key when the service starts, so a wrong password is noticed then and not in a dispute. */
    @Bean
    SigningKeys signingKeys(Settings settings, Clock clock) {
        if (settings.keyStore().isBlank()) {
            return SigningKeys.NONE;
        }
        KeyStoreFile file =
                new KeyStoreFile(Path.of(settings.keyStore()), settings.keyStorePassword(), settings.keyAlias());
        if (settings.createKeyStore()) {
            file.createIfMissing("Entente dispute files", clock.instant());
        }
        return SigningKeys.of(file.read());
    }
}
