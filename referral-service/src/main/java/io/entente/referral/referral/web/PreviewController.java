package io.entente.referral.referral.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.OwnOnly;
import io.entente.platform.web.body.CheckedBody;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.submission.PreviewSubmissionHandler;
import io.entente.referral.referral.submission.PreviewSubmissionHandler.Draft;
import io.entente.referral.referral.submission.SubmissionPreview;
import io.entente.referral.sla.PolicyRef;
import io.entente.referral.sla.SlaKind;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/referrals/preview}: what a submission would lead to. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
        scopes = Scope.REFERRALS_WRITE)
@NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
@RestController
@RequestMapping("/api/referrals/preview")
class PreviewController {

    private final PreviewSubmissionHandler preview;

    PreviewController(PreviewSubmissionHandler preview) {
        this.preview = preview;
    }

    /**
     * What a submission would lead to if it was sent now.
     *
     * @param complete whether there are no errors
     * @param errors the fields that are missing or wrong, as the submission would name them
     * @param promise by when the firm would answer; absent if no promise would apply, or if the partner can't submit
     */
    record PreviewView(boolean complete, List<ErrorView> errors, @Nullable PromiseView promise) {

        static PreviewView of(SubmissionPreview preview) {
            SubmissionPreview.Promise promise = preview.promise();
            return new PreviewView(
                    preview.errors().isEmpty(),
                    preview.errors().stream().map(ErrorView::of).toList(),
                    promise == null ? null : PromiseView.of(promise));
        }
    }

    /**
     * An error in one field.
     *
     * @param field path from the root of the submission, such as {@code client.organisation}
     * @param message what a correct value looks like
     */
    record ErrorView(String field, String message) {

        static ErrorView of(FieldError error) {
            return new ErrorView(error.field(), error.message());
        }
    }

    /**
     * The promise of an answer, which the submission would start. For an OUTBOUND referral it is the answer that the partner owes.
     *
     * @param calendar the version of the calendar whose working hours count; absent if every hour counts
     * @param startsAt now
     * @param dueAt by when the answer comes
     * @param inProgramZone the same in the program's time zone
     * @param inPartnerZone the same in the partner's time zone; absent if its zone isn't known
     */
    record PromiseView(
            SlaKind kind,
            PolicyRef policy,
            @Nullable PolicyRef calendar,
            Instant startsAt,
            Instant dueAt,
            LocalTimeView inProgramZone,
            @Nullable LocalTimeView inPartnerZone) {

        static PromiseView of(SubmissionPreview.Promise promise) {
            Instant dueAt = promise.clock().dueAt();
            ZoneId partnerZone = promise.partnerZone();
            return new PromiseView(
                    promise.clock().kind(),
                    promise.clock().policy(),
                    promise.clock().calendar(),
                    promise.clock().startedAt(),
                    dueAt,
                    LocalTimeView.of(dueAt, promise.programZone()),
                    partnerZone == null ? null : LocalTimeView.of(dueAt, partnerZone));
        }
    }

    /**
     * An instant as a clock in a time zone shows it.
     *
     * @param zone an IANA time zone
     * @param dateTime date and time with the offset from UTC
     */
    record LocalTimeView(String zone, String dateTime) {

        static LocalTimeView of(Instant instant, ZoneId zone) {
            return new LocalTimeView(
                    zone.getId(),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, zone)));
        }
    }

    /**
     * Says by when the firm would answer a submission, and which of its fields are missing or wrong. The body is that of a submission
     * and may be incomplete; every error is part of the answer. Nothing is stored, and nothing is said about clients of other
     * partners; use a client check for that.
     */
    @PostMapping
    PreviewView preview(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReferralRequest.class)))
                    @RequestBody
                    CheckedBody<ReferralRequest> body,
            Actor actor,
            HttpServletRequest http) {
        ReferralRequest request = body.request();
        ReferralRequest.OwnSubmission own = ReferralRequest.OwnSubmission.of(body, actor);
        Direction direction = request.direction() == null ? Direction.INBOUND : request.direction();
        return PreviewView.of(preview.handle(
                new Draft(
                        own.partnerId(),
                        body.isGood("direction") ? direction : null,
                        body.isGood("client") ? request.client().toClient() : null,
                        body.isGood("answers") ? request.givenAnswers() : null,
                        own.errors()),
                actor,
                OwnOnly.author(http).orElse(null)));
    }
}
