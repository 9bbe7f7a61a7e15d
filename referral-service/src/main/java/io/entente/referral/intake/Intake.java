package io.entente.referral.intake;

import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
import java.time.Duration;

/**
 * What an import works with: where things are kept, who works a row off, and its bounds.
 *
 * @param profilePatience from an import's start: how long a partner that nobody knows yet is looked for again
 */
public record Intake(
        Imports imports,
        ImportFiles files,
        ImportRows rows,
        ImportProfiles profiles,
        KnownPartners partners,
        OpportunityHandler handler,
        IntakeSettings settings,
        Duration profilePatience,
        Clock clock) {}
