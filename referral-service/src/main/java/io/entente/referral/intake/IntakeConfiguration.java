package io.entente.referral.intake;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.events.outbox.OutboxFullException;
import io.entente.platform.runtime.TransientFailures;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.json.ShippedProfiles;
import io.entente.referral.intake.profiles.DefineProfileHandler;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.intake.web.ReferralForm;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.ReferralPolicy;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Puts intake together. */
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
    ReferralForm referralForm(JsonMapper json) {
        return new ReferralForm(json);
    }

    /** Installs the included profiles, unless the firm already has a profile of that name. */
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

    @Bean
    OpportunityHandler opportunityHandler(Referrals referrals, Deals deals, TermsInForce terms) {
        return new OpportunityHandler(referrals, deals, terms);
    }

    @Bean
    Intake intake(
            Imports imports,
            ImportFiles files,
            ImportRows rows,
            ImportProfiles profiles,
            KnownPartners partners,
            OpportunityHandler handler,
            IntakeSettings settings,
            ReferralPolicy policy,
            Clock clock) {
        return new Intake(imports, files, rows, profiles, partners, handler, settings, policy.importPatience(), clock);
    }

    @Bean
    ImportQueue importQueue(Intake intake, IdGenerator ids) {
        return new ImportQueue(
                intake,
                ids,
                failure -> failure instanceof OutboxFullException || TransientFailures.isTransient(failure));
    }

    @Bean
    StartImportHandler startImportHandler(Intake intake, ImportQueue queue, IdGenerator ids) {
        return new StartImportHandler(intake.imports(), intake.files(), intake.profiles(), queue, ids, intake.clock());
    }
}
