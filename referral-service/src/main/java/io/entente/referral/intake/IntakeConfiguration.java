package io.entente.referral.intake;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.TransientFailure;
import io.entente.platform.events.envelope.Causality;
import io.entente.platform.runtime.TransientFailures;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.web.constraints.ProgramLanguages;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.dryrun.DryRunner;
import io.entente.referral.intake.json.ShippedProfiles;
import io.entente.referral.intake.profiles.DefineProfileHandler;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.intake.rows.ImportedRecords;
import io.entente.referral.intake.rows.OnBehalf;
import io.entente.referral.intake.rows.RecordedSales;
import io.entente.referral.intake.web.ReferralForm;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.ReferralPolicy;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the intake feature. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    IntakeSettings intakeSettings(Environment environment) {
        return Binder.get(environment)
                .bind("entente.referral.intake", IntakeSettings.class)
                .get();
    }

    @Bean
    DefineProfileHandler defineProfileHandler(ImportProfiles profiles) {
        return new DefineProfileHandler(profiles);
    }

    @Bean
    DryRunner dryRunner(
            ImportProfiles profiles,
            KnownPartners partners,
            RowForecasts forecasts,
            IntakeSettings settings,
            Clock clock) {
        return new DryRunner(profiles, partners, forecasts, settings, clock);
    }

    @Bean
    RowForecasts rowForecasts(Referrals referrals, RowDecisions decisions, ImportedClients clients, Clock clock) {
        return new RowForecasts(referrals, decisions, clients, clock);
    }

    @Bean
    ReferralForm referralForm(JsonMapper json, ProgramLanguages languages) {
        return new ReferralForm(json, languages.codes());
    }

    /** Stores each shipped profile unless the firm has a profile with that code. */
    @Bean
    ApplicationRunner shippedProfiles(ImportProfiles profiles, DefineProfileHandler define, JsonMapper json) {
        return arguments -> {
            for (ImportProfile shipped : ShippedProfiles.read(json)) {
                if (profiles.latest(shipped.code()).isEmpty()) {
                    define.handle(shipped);
                }
            }
        };
    }

    /** Imports and webhooks take the same deals for one sale. */
    @Bean
    RecordedSales recordedSales(Referrals referrals, Deals deals, Environment environment) {
        int days = Binder.get(environment)
                .bind("entente.referral.crm.same-sale-days", Integer.class)
                .get();
        return new RecordedSales(referrals, deals, days);
    }

    @Bean
    RowDecisions rowDecisions(Deals deals, RecordedSales sales, TermsInForce terms, ImportedClients clients) {
        return new RowDecisions(deals, sales, terms, clients);
    }

    @Bean
    Intake intake(
            Imports imports,
            ImportFiles files,
            ImportRows rows,
            ImportProfiles profiles,
            KnownPartners partners,
            Referrals referrals,
            Deals deals,
            RowDecisions decisions,
            ImportedClients clients,
            ImportedRecords records,
            IntakeSettings settings,
            ReferralPolicy policy,
            Clock clock) {
        return new Intake(
                imports,
                files,
                rows,
                profiles,
                partners,
                referrals,
                deals,
                decisions,
                clients,
                records,
                settings,
                policy.importPatience(),
                clock);
    }

    @Bean
    Importer importer(Intake intake) {
        return new Importer(
                intake,
                new CausedByImport(),
                failure -> failure instanceof TransientFailure || TransientFailures.isTransient(failure));
    }

    @Bean
    Sweep importSweep(Sweeps sweeps, Importer importer) {
        return sweeps.atStartAndEvery(Duration.ofSeconds(1), "imports", importer::runWaiting);
    }

    @Bean
    Sweep importHousekeeping(Sweeps sweeps, Importer importer) {
        return sweeps.atStartAndEvery(Duration.ofHours(1), "import-housekeeping", importer::deleteExpired);
    }

    /** A running import ends after its current page when the service stops. */
    @Bean
    ApplicationListener<ContextClosedEvent> importsStop(Importer importer) {
        return closed -> importer.stop();
    }

    @Bean
    StartImportHandler startImportHandler(Intake intake, Sweep importSweep, IdGenerator ids) {
        return new StartImportHandler(
                intake.imports(),
                intake.files(),
                intake.profiles(),
                intake.settings(),
                ids,
                intake.clock(),
                importSweep::runSoon);
    }

    /** Names the import in the envelopes of its events. */
    private static final class CausedByImport implements OnBehalf {

        @Override
        public <T> T of(String importId, Supplier<T> work) {
            try (Causality.Scope caused = Causality.enter(new Causality(importId, null))) {
                return work.get();
            }
        }
    }
}
