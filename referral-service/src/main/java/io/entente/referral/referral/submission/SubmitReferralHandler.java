package io.entente.referral.referral.submission;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Receipt;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.program.Edition;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.referral.Introductions;
import io.entente.referral.referral.Introductions.Added;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accepts submissions from partners that are ACTIVE. A submission that is sent repeatedly creates one referral. */
public final class SubmitReferralHandler {

    private final Referrals referrals;
    private final Introductions introductions;
    private final RepeatedClient repeatedClient;
    private final Arrivals arrivals;
    private final Editions<QualificationChecklist> checklists;
    private final TermsInForce terms;
    private final Clock clock;

    public SubmitReferralHandler(
            Referrals referrals,
            Introductions introductions,
            Arrivals arrivals,
            Editions<QualificationChecklist> checklists,
            TermsInForce terms,
            Clock clock) {
        this.referrals = referrals;
        this.introductions = introductions;
        this.repeatedClient = new RepeatedClient(referrals);
        this.arrivals = arrivals;
        this.checklists = checklists;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The result of a submission.
     *
     * @param submitted the new referral; absent if the same request came before
     * @param before the answer to the earlier request
     * @param refused errors in the fields of the request; if there are any, the other two are absent
     */
    public record Submission(@Nullable Referral submitted, @Nullable Receipt before, List<FieldError> refused) {

        public Submission {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Submits a referral. If the partner is known, this happens on the caller's thread; otherwise as soon as the partner's profile
     * has arrived.
     *
     * @param isNewId whether the id was just generated, so that no earlier request can have used it
     * @param author the caller, if it may see its own referrals only; null for everybody else
     * @param receipt the answer to the caller, to be kept with the referral
     * @return rejected only because of the partner
     */
    public CompletableFuture<Decision<Submission>> handle(
            ReferralId id,
            boolean isNewId,
            SubmitReferral command,
            Actor actor,
            @Nullable String author,
            Function<Referral, Receipt> receipt) {
        if (Occurrence.live(clock, actor).isByOtherPartnerThan(command.partnerId())) {
            return CompletableFuture.completedFuture(
                    Decision.allowed(new Submission(null, null, List.of(SubmissionRules.notOwn()))));
        }
        return arrivals.active(command.partnerId())
                .thenApply(partner -> submit(id, isNewId, command, actor, author, receipt, partner));
    }

    private Decision<Submission> submit(
            ReferralId id,
            boolean isNewId,
            SubmitReferral command,
            Actor actor,
            @Nullable String author,
            Function<Referral, Receipt> receipt,
            Optional<KnownPartner> partner) {
        if (partner.isEmpty() || !partner.get().isActive()) {
            // A repeated request gets its first answer, even if the partner has changed since.
            return referrals
                    .receipt(id)
                    .<Decision<Submission>>map(before -> Decision.allowed(new Submission(null, before, List.of())))
                    .orElseGet(() -> Decision.rejected(SubmissionRules.refusal(command.partnerId(), partner)));
        }
        Occurrence now = Occurrence.live(clock, actor);
        Edition<QualificationChecklist> checklist = checklists.inForce();
        List<FieldError> refused = SubmissionRules.refused(
                command.partnerId(), command.direction(), command.answers(), checklist.content(), now);
        if (!refused.isEmpty()) {
            // A repeated request also gets its first answer if the checklist was revised since.
            Receipt before = referrals.receipt(id).orElse(null);
            return Decision.allowed(new Submission(null, before, before == null ? refused : List.of()));
        }
        Terms granted = terms.of(partner.get());
        Change<Referral, ReferralEvent> submitted =
                Referral.submit(id, command.answering(checklist.version()), now, granted);
        Added added = introductions.add(submitted, now, granted, isNewId, receipt);
        if (added instanceof Added.Repeated repeated) {
            return Decision.allowed(new Submission(null, null, List.of(repeatedClient.refusal(repeated, author))));
        }
        if (added instanceof Added.Reserved reserved) {
            return Decision.allowed(new Submission(null, null, List.of(new FieldError("client", reserved.inWords()))));
        }
        return Decision.allowed(
                added instanceof Added.Written written
                        ? new Submission(written.referral(), null, List.of())
                        : new Submission(null, ((Added.Known) added).before(), List.of()));
    }
}
