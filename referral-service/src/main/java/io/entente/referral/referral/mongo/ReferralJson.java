package io.entente.referral.referral.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.ClaimEvent.ExtensionRefused;
import io.entente.referral.referral.ClaimEvent.ExtensionRequested;
import io.entente.referral.referral.ClaimEvent.ProtectionExpiring;
import io.entente.referral.referral.ClaimEvent.ProtectionExtended;
import io.entente.referral.referral.ClaimEvent.ReferralExpired;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ClientContacted;
import io.entente.referral.referral.ReferralEvent.ConsentRecorded;
import io.entente.referral.referral.ReferralEvent.InformationProvided;
import io.entente.referral.referral.ReferralEvent.InformationRequested;
import io.entente.referral.referral.ReferralEvent.MeetingHeld;
import io.entente.referral.referral.ReferralEvent.NoteShared;
import io.entente.referral.referral.ReferralEvent.ProposalSent;
import io.entente.referral.referral.ReferralEvent.ReferralAccepted;
import io.entente.referral.referral.ReferralEvent.ReferralDeclined;
import io.entente.referral.referral.ReferralEvent.ReferralLost;
import io.entente.referral.referral.ReferralEvent.ReferralReopened;
import io.entente.referral.referral.ReferralEvent.ReferralResumed;
import io.entente.referral.referral.ReferralEvent.ReferralSubmitted;
import io.entente.referral.referral.ReferralEvent.ReferralWithdrawn;
import io.entente.referral.referral.ReferralEvent.ReviewStarted;
import io.entente.referral.referral.ReferralEvent.SatisfactionRated;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import io.entente.referral.referral.view.AboutReferral;
import io.entente.referral.sla.SlaKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Creates the data of a referral's events, as {@code contracts/schemas/referral.*.v1.json} specify it. */
final class ReferralJson {

    /** Creates the data of each event, by the class of the event. A new event needs a row here and a record below. */
    static final Map<Class<?>, BiFunction<Referral, ReferralEvent, Object>> SHAPES = Map.ofEntries(
            shape(ReferralSubmitted.class, Submitted::of),
            shape(ReviewStarted.class, Plain::of),
            shape(InformationRequested.class, InformationAsked::of),
            shape(InformationProvided.class, InformationGiven::of),
            shape(ReferralAccepted.class, Accepted::of),
            shape(ReferralDeclined.class, Declined::of),
            shape(ReferralWithdrawn.class, Ended::of),
            shape(ClientContacted.class, Contacted::of),
            shape(MeetingHeld.class, Met::of),
            shape(ProposalSent.class, Proposed::of),
            shape(ReferralLost.class, Ended::of),
            shape(ReferralExpired.class, Expired::of),
            shape(ReferralReopened.class, Reopened::of),
            shape(ReferralResumed.class, Resumed::of),
            shape(ExtensionRequested.class, ExtensionAskedFor::of),
            shape(ExtensionRefused.class, NotExtended::of),
            shape(ProtectionExtended.class, Protected::of),
            shape(ProtectionExpiring.class, Expiring::of),
            shape(NoteShared.class, Noted::of),
            shape(ConsentRecorded.class, Consented::of),
            shape(SatisfactionRated.class, Rated::of));

    private ReferralJson() {}

    private static <E extends ReferralEvent> Map.Entry<Class<?>, BiFunction<Referral, ReferralEvent, Object>> shape(
            Class<E> event, BiFunction<Referral, E, Object> of) {
        return Map.entry(event, (referral, happened) -> of.apply(referral, event.cast(happened)));
    }

    /**
     * Returns when whoever referred the client hears again; null in history, and if the program makes no such promise.
     */
    private static @Nullable Instant nextUpdate(Referral after) {
        return after.clocks().dueAt(SlaKind.NEXT_UPDATE);
    }

    /** The data of an event that has no further fields. */
    record Plain(@JsonUnwrapped AboutReferral about) {
        static Plain of(Referral referral, ReferralEvent event) {
            return new Plain(AboutReferral.of(referral, event.occurrence()));
        }
    }

    record Submitted(
            @JsonUnwrapped AboutReferral about,
            Involvement involvement,
            @Nullable MoneyJson expectedValue,
            @Nullable Consent consent,
            @Nullable Instant responseDueAt) {

        static Submitted of(Referral referral, ReferralSubmitted event) {
            SubmitReferral of = referral.introduction();
            return new Submitted(
                    AboutReferral.of(referral, event.occurrence()),
                    of.involvement(),
                    of.expectedValue() == null ? null : MoneyJson.of(of.expectedValue()),
                    of.consent(),
                    event.responseDueAt());
        }
    }

    record InformationAsked(@JsonUnwrapped AboutReferral about, List<String> questions, @Nullable Instant answerDueAt) {
        static InformationAsked of(Referral referral, InformationRequested event) {
            return new InformationAsked(
                    AboutReferral.of(referral, event.occurrence()), event.questions(), event.answerDueAt());
        }
    }

    record InformationGiven(@JsonUnwrapped AboutReferral about, @Nullable Instant responseDueAt) {
        static InformationGiven of(Referral referral, InformationProvided event) {
            return new InformationGiven(AboutReferral.of(referral, event.occurrence()), event.responseDueAt());
        }
    }

    record Accepted(
            @JsonUnwrapped AboutReferral about,
            Instant protectedUntil,
            @Nullable Instant nextUpdateDueAt,
            boolean contested) {
        static Accepted of(Referral referral, ReferralAccepted event) {
            return new Accepted(
                    AboutReferral.of(referral, event.occurrence()),
                    event.protectedUntil(),
                    nextUpdate(referral),
                    event.isContested());
        }
    }

    record Declined(
            @JsonUnwrapped AboutReferral about, String reason, String reasonCode, @Nullable String alternative) {

        static Declined of(Referral referral, ReferralDeclined event) {
            return new Declined(
                    AboutReferral.of(referral, event.occurrence()),
                    event.reason().text(),
                    event.reason().code(),
                    event.alternative());
        }
    }

    /** The data of a referral that was lost or withdrawn. */
    record Ended(@JsonUnwrapped AboutReferral about, @Nullable String reason, @Nullable String reasonCode) {

        static Ended of(Referral referral, ReferralLost event) {
            return of(AboutReferral.of(referral, event.occurrence()), event.reason());
        }

        static Ended of(Referral referral, ReferralWithdrawn event) {
            return of(AboutReferral.of(referral, event.occurrence()), event.reason());
        }

        private static Ended of(AboutReferral about, @Nullable Reason reason) {
            return reason == null ? new Ended(about, null, null) : new Ended(about, reason.text(), reason.code());
        }
    }

    record Contacted(@JsonUnwrapped AboutReferral about, LocalDate contactedOn, @Nullable Instant nextUpdateDueAt) {
        static Contacted of(Referral referral, ClientContacted event) {
            return new Contacted(
                    AboutReferral.of(referral, event.occurrence()), event.contactedOn(), nextUpdate(referral));
        }
    }

    record Met(@JsonUnwrapped AboutReferral about, LocalDate heldOn, @Nullable Instant nextUpdateDueAt) {
        static Met of(Referral referral, MeetingHeld event) {
            return new Met(AboutReferral.of(referral, event.occurrence()), event.heldOn(), nextUpdate(referral));
        }
    }

    record Proposed(
            @JsonUnwrapped AboutReferral about,
            LocalDate sentOn,
            @Nullable MoneyJson amount,
            @Nullable Instant nextUpdateDueAt) {
        static Proposed of(Referral referral, ProposalSent event) {
            return new Proposed(
                    AboutReferral.of(referral, event.occurrence()),
                    event.proposal().sentOn(),
                    event.proposal().amount() == null
                            ? null
                            : MoneyJson.of(event.proposal().amount()),
                    nextUpdate(referral));
        }
    }

    record Expired(@JsonUnwrapped AboutReferral about, @Nullable Instant protectedUntil) {
        static Expired of(Referral referral, ReferralExpired event) {
            return new Expired(AboutReferral.of(referral, event.occurrence()), event.protectedUntil());
        }
    }

    record Reopened(@JsonUnwrapped AboutReferral about, String reason, @Nullable Instant responseDueAt) {
        static Reopened of(Referral referral, ReferralReopened event) {
            return new Reopened(
                    AboutReferral.of(referral, event.occurrence()),
                    event.reason().text(),
                    event.responseDueAt());
        }
    }

    record Resumed(
            @JsonUnwrapped AboutReferral about,
            ReferralStatus status,
            String dealId,
            @Nullable Instant protectedUntil,
            @Nullable Instant nextUpdateDueAt,
            @Nullable Boolean announced) {
        static Resumed of(Referral referral, ReferralResumed event) {
            return new Resumed(
                    AboutReferral.of(referral, event.occurrence()),
                    event.status(),
                    event.dealId(),
                    event.protectedUntil(),
                    nextUpdate(referral),
                    event.announced() ? true : null);
        }
    }

    record Protected(
            @JsonUnwrapped AboutReferral about,
            Instant protectedUntil,
            Instant previousProtectedUntil,
            @Nullable String reason) {

        static Protected of(Referral referral, ProtectionExtended event) {
            return new Protected(
                    AboutReferral.of(referral, event.occurrence()),
                    event.protectedUntil(),
                    event.previously(),
                    event.reason());
        }
    }

    /** The reason of a request stays in this service, because it may name people. */
    record ExtensionAskedFor(@JsonUnwrapped AboutReferral about, Instant until) {
        static ExtensionAskedFor of(Referral referral, ExtensionRequested event) {
            return new ExtensionAskedFor(AboutReferral.of(referral, event.occurrence()), event.until());
        }
    }

    record NotExtended(@JsonUnwrapped AboutReferral about, @Nullable Instant protectedUntil, String reason) {
        static NotExtended of(Referral referral, ExtensionRefused event) {
            Acceptance acceptance = referral.acceptance();
            return new NotExtended(
                    AboutReferral.of(referral, event.occurrence()),
                    acceptance == null ? null : acceptance.protectedUntil(),
                    event.reason());
        }
    }

    record Expiring(@JsonUnwrapped AboutReferral about, Instant protectedUntil) {
        static Expiring of(Referral referral, ProtectionExpiring event) {
            return new Expiring(AboutReferral.of(referral, event.occurrence()), event.protectedUntil());
        }
    }

    record Noted(@JsonUnwrapped AboutReferral about, String noteId) {
        static Noted of(Referral referral, NoteShared event) {
            return new Noted(AboutReferral.of(referral, event.occurrence()), event.noteId());
        }
    }

    record Consented(@JsonUnwrapped AboutReferral about, Consent consent) {
        static Consented of(Referral referral, ConsentRecorded event) {
            return new Consented(AboutReferral.of(referral, event.occurrence()), event.consent());
        }
    }

    record Rated(@JsonUnwrapped AboutReferral about, int rating, @Nullable String dealId) {
        static Rated of(Referral referral, SatisfactionRated event) {
            return new Rated(
                    AboutReferral.of(referral, event.occurrence()),
                    event.rating().score(),
                    event.rating().dealId());
        }
    }
}
