package io.entente.referral.intake;

import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.intake.rows.ImportedRecords;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.Referrals;
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
        Referrals referrals,
        Deals deals,
        RowDecisions decisions,
        ImportedClients clients,
        ImportedRecords records,
        IntakeSettings settings,
        Duration partnerPatience,
        Clock clock) {}
