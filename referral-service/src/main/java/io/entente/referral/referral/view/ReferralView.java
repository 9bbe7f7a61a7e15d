package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ExtensionAsked;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.Referral.Outcome;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the API shows it.
 *
 * @param reason why it was declined, withdrawn or lost
 * @param duplicateOf the referral that holds the claim on the client instead
 * @param extensionAsked a request for longer protection that isn't answered yet
 * @param waitingImport the imported row whose stage waits, because another partner has the client; only the firm sees it
 * @param possible the commands that the reader may give now, by their paths
 */
public record ReferralView(
        String id,
        long version,
        ReferralStatus status,
        String partnerId,
        Direction direction,
        ClientView client,
        String service,
        @Nullable String challenge,
        @Nullable String context,
        @Nullable String promises,
        Involvement involvement,
        @Nullable MoneyJson expectedValue,
        @Nullable Consent consent,
        Map<String, String> answers,
        Instant submittedAt,
        @Nullable Instant responseDueAt,
        List<InquiryView> inquiries,
        @Nullable Instant acceptedAt,
        @Nullable Instant protectedUntil,
        @Nullable ExtensionView extensionAsked,
        @Nullable LocalDate contactedOn,
        List<LocalDate> meetings,
        List<ProposalView> proposals,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable String alternative,
        @Nullable String duplicateOf,
        List<DealView> deals,
        List<RatingView> ratings,
        @Nullable WaitingImportView waitingImport,
        List<String> possible) {

    public record ClientView(
            String key,
            String organisation,
            @Nullable String domain,
            @Nullable String country,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {

        public static ClientView of(Client client) {
            Client.Contact contact = client.contact();
            return new ClientView(
                    client.key().value(),
                    client.organisation(),
                    client.domain(),
                    client.country(),
                    contact == null ? null : contact.name(),
                    contact == null ? null : contact.email(),
                    contact == null ? null : contact.phone());
        }

        @Override
        public String toString() {
            return "ClientView[withheld]";
        }
    }

    public record InquiryView(
            Instant askedAt,
            List<String> questions,
            @Nullable Instant answerDueAt,
            @Nullable Instant answeredAt,
            List<String> answers) {

        public static InquiryView of(Inquiry inquiry) {
            return new InquiryView(
                    inquiry.askedAt(),
                    inquiry.questions(),
                    inquiry.answerDueAt(),
                    inquiry.answeredAt(),
                    inquiry.answers());
        }

        @Override
        public String toString() {
            return "InquiryView[withheld]";
        }
    }

    public record ExtensionView(Instant askedAt, Instant until, String reason) {

        public static ExtensionView of(ExtensionAsked asked) {
            return new ExtensionView(asked.at(), asked.until(), asked.reason());
        }

        @Override
        public String toString() {
            return "ExtensionView[withheld]";
        }
    }

    public record ProposalView(LocalDate sentOn, @Nullable MoneyJson amount) {

        public static ProposalView of(Progress.Proposal proposal) {
            return new ProposalView(
                    proposal.sentOn(), proposal.amount() == null ? null : MoneyJson.of(proposal.amount()));
        }
    }

    /**
     * The imported row whose stage waits until a person has accepted the referral.
     *
     * @param stage of the row, such as WON
     * @param amount in the row; absent if it has none
     * @param closeDate in the row; absent if it has none
     */
    public record WaitingImportView(
            String importId, String stage, @Nullable MoneyJson amount, @Nullable LocalDate closeDate) {

        static @Nullable WaitingImportView of(Referral referral, Actor reader) {
            ImportMark mark = referral.imported();
            String stage = referral.waitingStage().orElse(null);
            return mark == null || stage == null || reader.isPartner()
                    ? null
                    : new WaitingImportView(mark.importId(), stage, mark.value(), mark.closeDate());
        }
    }

    public record RatingView(Instant at, int rating, @Nullable String dealId, @Nullable String comment) {

        public static RatingView of(Rating rating) {
            return new RatingView(rating.at(), rating.score(), rating.dealId(), rating.comment());
        }

        @Override
        public String toString() {
            return "RatingView[withheld]";
        }
    }

    static ReferralView of(Referral referral, List<DealView> deals, Actor reader, Instant now) {
        SubmitReferral of = referral.introduction();
        Acceptance acceptance = referral.acceptance();
        Outcome outcome = referral.outcome();
        Reason why = outcome == null ? null : outcome.why();
        Progress progress = referral.progress();
        return new ReferralView(
                referral.id().value(),
                referral.version(),
                referral.status(),
                of.partnerId(),
                of.direction(),
                ClientView.of(of.client()),
                of.service(),
                of.challenge(),
                of.context(),
                of.promises(),
                of.involvement(),
                of.expectedValue() == null ? null : MoneyJson.of(of.expectedValue()),
                referral.consent(),
                of.answers(),
                referral.submittedAt(),
                referral.responseDueAt(),
                referral.inquiries().stream().map(InquiryView::of).toList(),
                acceptance == null ? null : acceptance.at(),
                acceptance == null ? null : acceptance.protectionEnd(),
                ExtensionAsked.on(referral).map(ExtensionView::of).orElse(null),
                progress.contactedOn(),
                progress.meetings(),
                progress.proposals().stream().map(ProposalView::of).toList(),
                outcome == null ? null : outcome.at(),
                why == null ? null : why.text(),
                why == null ? null : why.code(),
                outcome == null ? null : outcome.alternative(),
                referral.duplicateOf() == null ? null : referral.duplicateOf().value(),
                deals,
                referral.ratings().stream().map(RatingView::of).toList(),
                WaitingImportView.of(referral, reader),
                Readers.possible(referral, reader, now));
    }
}
