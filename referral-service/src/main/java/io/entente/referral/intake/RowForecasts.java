package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.referral.intake.RowDecisions.Claim;
import io.entente.referral.intake.RowDecisions.RowDecision;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.rows.FileIntroductions;
import io.entente.referral.intake.rows.ImportedClients;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what an import would do with rows, by the same decisions and the same stored referrals, and does nothing of it. Rows of the
 * same file don't know of one another.
 */
public final class RowForecasts {

    private static final String NO_IMPORT = Import.PREFIX + "_dry-run";

    private final Referrals referrals;
    private final RowDecisions decisions;
    private final ImportedClients clients;
    private final Clock clock;

    public RowForecasts(Referrals referrals, RowDecisions decisions, ImportedClients clients, Clock clock) {
        this.referrals = referrals;
        this.decisions = decisions;
        this.clients = clients;
        this.clock = clock;
    }

    /** Collects what the rows of one file introduce. */
    public FileIntroductions introductions() {
        return decisions.introductionsAt(clock.instant());
    }

    /** What an import would do with a row. */
    public enum Outcome {
        /** It would create a referral. */
        CREATED,
        /** It would move or correct the referral of an earlier row. */
        CHANGED,
        /** The row was imported before and has not changed. */
        UNCHANGED,
        REJECTED
    }

    /**
     * What an import would do with a row.
     *
     * @param errors why it would be rejected
     * @param warnings what a person should know if it isn't
     * @param needsClient whether its referral would have its client if no other row does before
     */
    public record Forecast(Outcome outcome, List<FieldError> errors, List<FieldError> warnings, boolean needsClient) {

        static Forecast of(Outcome outcome, List<FieldError> warnings) {
            return new Forecast(outcome, List.of(), warnings, false);
        }
    }

    /**
     * Returns the forecast of each row, in their order. They cost one read of their referrals, and a few more for each row that needs
     * its client.
     *
     * @param profile with which the rows were read
     */
    public List<Forecast> of(List<Opportunity> rows, ImportProfile profile) {
        Map<ReferralId, Loaded<Referral>> stored =
                referrals.loadAll(rows.stream().map(Opportunity::referralId).toList());
        Import tried = Import.start(NO_IMPORT, profile, "", "", null, FileReading.OPEN, clock.instant());
        return rows.stream()
                .map(row -> of(row, stored.get(row.referralId()), tried))
                .toList();
    }

    private Forecast of(Opportunity row, @Nullable Loaded<Referral> before, Import tried) {
        RowDecision decision = decisions.decide(before, row, tried, Claim.HELD);
        if (decision instanceof RowDecision.Changes closing && closing.closed() != null) {
            decision = decisions
                    .sales()
                    .taken(row)
                    .<RowDecision>map(taken -> new RowDecision.Rejected(List.of(taken)))
                    .orElse(decision);
        }
        boolean claims = decision instanceof RowDecision.Changes changes && changes.concernsClaim();
        if (claims
                && clients.isOfAnother(
                        ((RowDecision.Changes) decision).referral().state())) {
            return forecast(decisions.decide(before, row, tried, Claim.OF_ANOTHER), before, false);
        }
        if (claims
                && clients.isRepeated(
                        ((RowDecision.Changes) decision).referral().state())) {
            return forecast(decisions.decide(before, row, tried, Claim.REPEATED), before, false);
        }
        return forecast(decision, before, claims && row.stage() != Stage.LOST);
    }

    private static Forecast forecast(RowDecision decision, @Nullable Loaded<Referral> before, boolean claims) {
        if (decision instanceof RowDecision.Rejected rejected) {
            return new Forecast(Outcome.REJECTED, rejected.errors(), List.of(), false);
        }
        if (decision instanceof RowDecision.Stored stored) {
            return Forecast.of(Outcome.UNCHANGED, stored.outcome().warnings());
        }
        RowDecision.Changes changes = (RowDecision.Changes) decision;
        return new Forecast(before == null ? Outcome.CREATED : Outcome.CHANGED, List.of(), changes.warnings(), claims);
    }
}
