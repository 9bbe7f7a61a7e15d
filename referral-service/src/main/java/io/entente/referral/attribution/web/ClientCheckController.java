package io.entente.referral.attribution.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CountryCode;
import io.entente.platform.web.files.CsvExport;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.attribution.checks.Availability;
import io.entente.referral.attribution.checks.CheckClientHandler;
import io.entente.referral.attribution.checks.CheckClientHandler.Question;
import io.entente.referral.attribution.checks.CheckClientHandler.Result;
import io.entente.referral.attribution.checks.CheckFilter;
import io.entente.referral.attribution.checks.ClientCheck;
import io.entente.referral.attribution.checks.ClientChecks;
import io.entente.referral.attribution.matching.ClientDomain;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/client-checks}: a partner asks whether a client is free, before it submits a referral. */
@RestController
@RequestMapping("/api/client-checks")
class ClientCheckController {

    private static final CsvExport<ClientCheck> EXPORT = new CsvExport<>(
            "client-checks.csv",
            List.of("checkId", "checkedAt", "partnerId", "organisation", "domain", "country", "answer", "heldUntil"),
            (check, csv) -> csv.row(
                    check.id(),
                    check.checkedAt(),
                    check.partnerId(),
                    check.organisation(),
                    check.domain(),
                    check.country(),
                    check.answer(),
                    check.heldUntil()));

    private final CheckClientHandler handler;
    private final ClientChecks checks;
    private final IdGenerator ids;
    private final ObjectMapper json;
    private final Clock clock;

    ClientCheckController(
            CheckClientHandler handler, ClientChecks checks, IdGenerator ids, ObjectMapper json, Clock clock) {
        this.handler = handler;
        this.checks = checks;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A question.
     *
     * @param partnerId the partner that asks; it may be left out if the partner itself sends the request
     * @param organisation the client's name
     * @param domain its domain, the address of one of its pages or an e-mail address; the registrable domain counts
     * @param hold whether the client is held for the partner for an hour if it is free
     */
    record ClientCheckRequest(
            @Nullable @Size(max = 128) String partnerId,
            @NotBlank @Size(max = 200) String organisation,
            @Nullable @Size(max = 2000) @ClientsDomain String domain,
            @Nullable @CountryCode String country,
            @Nullable Boolean hold) {}

    /**
     * A question with its answer.
     *
     * @param answer FREE, SIMILAR, TAKEN or OWN; it never tells who else has introduced the client
     * @param heldUntil until when others can't claim the client; absent if it is not held
     * @param holdCovers what is held and what is not; absent if the client is not held
     */
    record ClientCheckView(
            String id,
            String partnerId,
            String organisation,
            @Nullable String domain,
            @Nullable String country,
            Availability answer,
            Instant checkedAt,
            @Nullable Instant heldUntil,
            @Nullable String holdCovers) {

        private static final String HOLD_COVERS =
                "The hold covers the client as it was asked for, and clients that are so similar that they would be in conflict "
                        + "with it. A referral of this partner for one of them counts from the hold, also if it has further details "
                        + "such as a domain: referrals that others submit meanwhile wait for it. The client exactly as it was asked "
                        + "for can't be submitted by others until the hold ends.";

        static ClientCheckView of(ClientCheck check) {
            return new ClientCheckView(
                    check.id(),
                    check.partnerId(),
                    check.organisation(),
                    check.domain(),
                    check.country(),
                    check.answer(),
                    check.checkedAt(),
                    check.heldUntil(),
                    check.heldUntil() == null ? null : HOLD_COVERS);
        }
    }

    /**
     * Tells an active partner whether a client is free, and may hold it for an hour. For any other partner the answer is 422. A
     * partner can ask 20 times per hour; after that the
     * answer is 429 with {@code Retry-After}. Each question and its answer stay on record.
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.REFERRALS_WRITE)
    @NeedsRight("SUBMIT_REFERRALS")
    @PostMapping
    ResponseEntity<ClientCheckView> check(@RequestBody ClientCheckRequest request, Actor actor, IdempotencyKey key) {
        String partnerId = asking(request, actor);
        Question question = new Question(
                key.idFor(ClientCheck.PREFIX, "client-checks/" + partnerId, ids),
                partnerId,
                request.organisation(),
                request.domain() == null
                        ? null
                        : ClientDomain.registrableIn(request.domain()).orElse(null),
                request.country(),
                Boolean.TRUE.equals(request.hold()),
                actor,
                Receipts.fingerprint(request, json));
        Result result = handler.handle(question);
        if (result instanceof Result.Answered answered) {
            String location = "/api/client-checks/" + answered.check().id();
            ClientCheckView view = ClientCheckView.of(answered.check());
            return answered.again() ? Created.replayed(location, view) : Created.first(location, view);
        }
        throw refusal(result);
    }

    /**
     * Lists the questions, the first one first unless another order is asked for. A partner gets its own. A member who sees its own
     * referrals only gets the questions that it has asked.
     *
     * @param q words of the client's name or domain, without regard to case and accents. The last word may be incomplete from
     *     three characters on
     * @param answer only questions with one of these answers; send the parameter once for each
     * @param held only questions for which the client was held, or was not
     * @param from only questions that were asked at this time or later
     * @param to only questions that were asked before this time
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @NeedsRight(ownSuffices = true)
    @GetMapping
    Page<ClientCheckView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Availability> answer,
            @RequestParam(required = false) @Nullable Boolean held,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Tenant tenant,
            PageRequest page,
            @SortedBy(CheckFilter.CHECKED) SortOrder sort) {
        return checks.list(filter(q, answer, held, from, to, tenant, sort), page)
                .map(ClientCheckView::of);
    }

    /**
     * Exports the questions as CSV, with the same filters and in the same order. A partner gets its own.
     *
     * @param q words of the client's name or domain
     * @param answer only questions with one of these answers; send the parameter once for each
     * @param held only questions for which the client was held, or was not
     * @param from only questions that were asked at this time or later
     * @param to only questions that were asked before this time
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @NeedsRight(ownSuffices = true)
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Availability> answer,
            @RequestParam(required = false) @Nullable Boolean held,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Tenant tenant,
            @SortedBy(CheckFilter.CHECKED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CheckFilter filter = filter(q, answer, held, from, to, tenant, sort);
        EXPORT.write(response, bom, page -> checks.list(filter, page));
    }

    private static CheckFilter filter(
            @Nullable String q,
            @Nullable List<Availability> answers,
            @Nullable Boolean held,
            @Nullable Instant from,
            @Nullable Instant to,
            Tenant tenant,
            SortOrder sort) {
        return new CheckFilter(
                SearchText.of(q).orElse(null),
                tenant.partnerId(),
                tenant.author(),
                answers == null ? List.of() : answers,
                held,
                from,
                to,
                sort);
    }

    /** Returns a question with the answer that it got at its time. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @NeedsRight(ownSuffices = true)
    @GetMapping("/{checkId}")
    ClientCheckView get(@PathVariable String checkId, Tenant tenant) {
        return checks.find(checkId)
                .filter(check -> tenant.covers(check.partnerId()))
                .filter(check -> tenant.author() == null || check.by().equals(tenant.author()))
                .map(ClientCheckView::of)
                .orElseThrow(() -> new NotFoundException("client check", checkId));
    }

    private String asking(ClientCheckRequest request, Actor actor) {
        Optional<String> own = actor.partnerId();
        String named = request.partnerId();
        if (named == null && own.isPresent()) {
            return own.get();
        }
        if (named == null || (own.isPresent() && !own.get().equals(named))) {
            throw InvalidInputException.unprocessable(new FieldError("partnerId", "must be the partner that asks"));
        }
        return named;
    }

    private RuntimeException refusal(Result result) {
        if (result instanceof Result.NotActive notActive) {
            return InvalidInputException.unprocessable(new FieldError("partnerId", notActive.reason()));
        }
        if (result instanceof Result.TooMany many) {
            ErrorResponseException tooMany = new ErrorResponseException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "A partner can ask %d times per hour. Ask again at %s, or submit the referral."
                                    .formatted(CheckClientHandler.MAX_PER_HOUR, many.again())),
                    null);
            long seconds = Duration.between(clock.instant(), many.again()).toSeconds() + 1;
            tooMany.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return tooMany;
        }
        return result instanceof Result.NotHeld notHeld
                ? new ConflictException(notHeld.reason())
                : IdempotencyKey.reused();
    }
}
