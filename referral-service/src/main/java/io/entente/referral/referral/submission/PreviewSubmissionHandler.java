package io.entente.referral.referral.submission;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.referral.partners.Direction;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.referral.Introductions;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.submission.SubmissionPreview.Promise;
import io.entente.referral.sla.SlaKind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a partner what a submission would lead to. Nothing is written, no client is claimed, and nobody waits for a profile that is
 * still on its way. The preview says whether the partner itself has introduced the client. It says nothing about the clients of
 * others: that is what a client check is for, which is limited and stays on record.
 */
public final class PreviewSubmissionHandler {

    private final Introductions introductions;
    private final RepeatedClient repeatedClient;
    private final KnownPartners partners;
    private final Editions<QualificationChecklist> checklists;
    private final TermsInForce terms;
    private final ZoneId programZone;
    private final Clock clock;

    public PreviewSubmissionHandler(
            Referrals referrals,
            Introductions introductions,
            KnownPartners partners,
            Editions<QualificationChecklist> checklists,
            TermsInForce terms,
            ZoneId programZone,
            Clock clock) {
        this.introductions = introductions;
        this.repeatedClient = new RepeatedClient(referrals);
        this.partners = partners;
        this.checklists = checklists;
        this.terms = terms;
        this.programZone = programZone;
        this.clock = clock;
    }

    /**
     * A submission as far as it is filled in. A part with an error is absent.
     *
     * @param faults the errors in the form of the fields
     */
    public record Draft(
            @Nullable String partnerId,
            @Nullable Direction direction,
            @Nullable Client client,
            @Nullable Map<String, String> answers,
            List<FieldError> faults) {}

    /** @param author the caller, if it may see its own referrals only; null for everybody else */
    public SubmissionPreview handle(Draft draft, Actor actor, @Nullable String author) {
        Occurrence now = Occurrence.live(clock, actor);
        List<FieldError> errors = new ArrayList<>(draft.faults());
        QualificationChecklist checklist = checklists.inForce().content();
        errors.addAll(SubmissionRules.refused(draft.partnerId(), draft.direction(), draft.answers(), checklist, now));
        String partnerId = draft.partnerId();
        if (partnerId == null || now.isByOtherPartnerThan(partnerId)) {
            return new SubmissionPreview(errors, null);
        }
        Optional<KnownPartner> partner = partners.find(partnerId);
        if (partner.filter(KnownPartner::isActive).isEmpty()) {
            errors.add(new FieldError("partnerId", SubmissionRules.refusal(partnerId, partner)));
            return new SubmissionPreview(errors, null);
        }
        repetition(partnerId, draft).ifPresent(repeated -> errors.add(repeatedClient.refusal(repeated, author)));
        return new SubmissionPreview(errors, promise(partner.get(), draft.direction(), now));
    }

    private Optional<Introductions.Added.Repeated> repetition(String partnerId, Draft draft) {
        Client client = draft.client();
        return client == null || draft.direction() != Direction.INBOUND
                ? Optional.empty()
                : introductions.repetition(partnerId, client);
    }

    private @Nullable Promise promise(KnownPartner partner, @Nullable Direction direction, Occurrence now) {
        if (direction == null) {
            return null;
        }
        Terms granted = terms.of(partner);
        return granted.clocks()
                .onSubmission(direction, now, granted.promises())
                .open(SlaKind.RESPONSE)
                .map(started -> new Promise(started, programZone, zoneOf(partner)))
                .orElse(null);
    }

    /** A zone that is newer than this machine's time zone data counts as unknown. */
    private static @Nullable ZoneId zoneOf(KnownPartner partner) {
        try {
            String zone = partner.timeZone();
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
