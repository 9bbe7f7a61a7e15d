package io.entente.referral.intake;

import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
import java.time.Duration;

/**
 * What an import works with: its stores, the handler of rows, and its bounds.
 *
 * @param profilePatience how long, from the start of an import, an unknown partner is looked up again
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
