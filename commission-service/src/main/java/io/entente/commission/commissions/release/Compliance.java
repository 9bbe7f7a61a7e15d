package io.entente.commission.commissions.release;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.release.CompliancePolicy.Demand;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.ReferralFiles;
import io.entente.commission.deals.ReferralFiles.ReferralFile;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts commission on hold until the client's consent is recorded, if the client's country requires it. The deal is
 * registered before it is booked, and consent is read again afterwards. Either the deal or the consent therefore
 * finds the other, whichever comes first.
 */
public final class Compliance {

    private static final String WAITING =
            "The commission waits until the client has been told about the fee and has agreed.";
    private static final String GIVEN = "It is now on record that the client was told about the fee and agreed.";

    private final CompliancePolicy policy;
    private final ReferralFiles files;
    private final CreditedDeals deals;
    private final DealCommissions ofDeals;
    private final CommissionLife life;
    private final ProgramCalendar calendar;

    public Compliance(
            CompliancePolicy policy,
            ReferralFiles files,
            CreditedDeals deals,
            DealFiles dealFiles,
            CommissionLife life,
            ProgramCalendar calendar) {
        this.policy = policy;
        this.files = files;
        this.deals = deals;
        this.ofDeals = new DealCommissions(deals, dealFiles);
        this.life = life;
        this.calendar = calendar;
    }

    /** Whether the client's country requires consent for a deal. */
    public boolean isAsked(@Nullable String country, LocalDate closedOn) {
        return policy.on(country, closedOn) != null;
    }

    /** Registers a deal before it is booked, so that consent which is recorded later finds it. */
    public void note(String referralId, String dealId, @Nullable String country, LocalDate closedOn) {
        if (isAsked(country, closedOn)) {
            files.addDeal(referralId, dealId);
        }
    }

    /** Returns the hold with which a deal's commission begins, if any. */
    public Optional<Hold> holdFor(
            String referralId, @Nullable String country, LocalDate closedOn, @Nullable Consent consent) {
        Demand demand = policy.on(country, closedOn);
        if (demand == null || (consent != null && consent.isGiven()) || isGiven(referralId)) {
            return Optional.empty();
        }
        return Optional.of(new Hold(Hold.Kind.COMPLIANCE, demand.reason()));
    }

    /** Returns the hold for commission that a later payment on a deal earns, if any. */
    public Optional<Hold> holdFor(String referralId, String dealId) {
        return files.find(referralId)
                .filter(file -> file.deals().contains(dealId) && !isGiven(file))
                .map(file -> new Hold(Hold.Kind.COMPLIANCE, WAITING));
    }

    /** Records what the client was told and agreed to, and releases what waited for it. */
    public void recorded(String referralId, Consent consent, long sequence) {
        files.record(referralId, consent, sequence);
        liftIfGiven(referralId);
    }

    /** Releases commission that waits for the consent of a referral, if consent is given. */
    public void liftIfGiven(String referralId) {
        Optional<ReferralFile> file = files.find(referralId);
        if (file.isEmpty() || !isGiven(file.get())) {
            return;
        }
        for (String dealId : file.get().deals()) {
            deals.ofDeal(dealId).stream().flatMap(ofDeals::of).forEach(this::lift);
        }
    }

    private void lift(CommissionId id) {
        life.change(id, now -> Release.lift(now, Hold.Kind.COMPLIANCE, GIVEN, Actor.SYSTEM.value()));
        life.change(id, now -> Release.due(now, calendar.today(), Actor.SYSTEM.value()));
    }

    private boolean isGiven(String referralId) {
        return files.find(referralId).filter(Compliance::isGiven).isPresent();
    }

    private static boolean isGiven(ReferralFile file) {
        Consent consent = file.consent();
        return consent != null && consent.isGiven();
    }
}
