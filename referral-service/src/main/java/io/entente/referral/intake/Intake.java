package io.entente.referral.intake;

import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
import java.time.Duration;

/**
 * The collaborators and settings of imports.
 *
 * @param partnerPatience for this long after its start an import waits for a partner that is not known yet
 */
public record Intake(
        Imports imports,
        ImportFiles files,
        ImportRows rows,
        ImportProfiles profiles,
        KnownPartners partners,
        OpportunityHandler handler,
        IntakeSettings settings,
        Duration partnerPatience,
        Clock clock) {}
