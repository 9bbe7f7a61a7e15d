package io.entente.partner.applications.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.partner.applications.PartnerApplication;
import io.entente.partner.applications.TakeApplications;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.commands.ProvideInformation;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.limits.HourlyAllowance;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/partner-applications}: companies apply, and follow their applications by the link that they got by mail. */
@RestController
@RequestMapping("/api/partner-applications")
class ApplicationController {

    private static final int ACCEPTED = 202;
    private static final int REMEMBERED = 100_000;

    private final TakeApplications applications;
    private final Partners partners;
    private final PartnerCommandHandler commands;
    private final IdGenerator ids;
    private final ObjectMapper json;
    private final HourlyAllowance ofClients;
    private final HourlyAllowance ofAddresses;

    /**
     * @param perClient {@code entente.partner.applications.per-client-and-hour}, how often one network address can apply
     * @param perAddress {@code entente.partner.applications.per-address-and-hour}, how many mails one e-mail address can get
     */
    ApplicationController(
            TakeApplications applications,
            Partners partners,
            PartnerCommandHandler commands,
            IdGenerator ids,
            ObjectMapper json,
            Ticker ticker,
            @Value("${entente.partner.applications.per-client-and-hour:20}") int perClient,
            @Value("${entente.partner.applications.per-address-and-hour:3}") int perAddress) {
        this.applications = applications;
        this.partners = partners;
        this.commands = commands;
        this.ids = ids;
        this.json = json;
        this.ofClients = new HourlyAllowance(perClient, REMEMBERED, ticker);
        this.ofAddresses = new HourlyAllowance(perAddress, REMEMBERED, ticker);
    }

    /**
     * Applies to become a partner. A link is sent to the e-mail address of the contact; until it has confirmed the address, nobody of the firm
     * sees the application. An application that is repeated with the same Idempotency-Key gets the first answer again, and no other mail.
     */
    @ApiResponse(responseCode = "202", description = "The application waits for its address to be confirmed.")
    @AllowedToAnyone(
            reason = "Applicants have no account. Rates are limited, and nothing counts before the address is"
                    + " confirmed.")
    @PostMapping
    ResponseEntity<SubmittedView> submit(
            @RequestBody ApplicationRequest request, IdempotencyKey key, HttpServletRequest http) {
        int version = applications.policy().version();
        if (request.consent().version() != version) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "consent.version",
                    "must be %d, the version of the text that the form shows now".formatted(version)));
        }
        String email = request.contact().email().toLowerCase(Locale.ROOT);
        // Two strangers may choose the same key. With the address they mean two applications.
        String id = key.idFor(PartnerApplication.PREFIX, "applications of " + email, ids);
        Optional<Receipt> before = applications.receipt(id);
        if (before.isPresent()) {
            return replayed(before.get(), request);
        }
        ofClients.take(http.getRemoteAddr());
        ofAddresses.take(email);
        TakeApplications.Submission submission = applications.submit(
                id, request.toForm(), submitted -> Receipts.of(request, SubmittedView.of(submitted), json));
        return submission.before() == null
                ? ResponseEntity.status(ACCEPTED).body(SubmittedView.of(submission.application()))
                : replayed(submission.before(), request);
    }

    private ResponseEntity<SubmittedView> replayed(Receipt first, ApplicationRequest request) {
        if (!Receipts.isFor(first, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(ACCEPTED, null, first);
    }

    /** Shows how far an application has come, to whoever has its link. Looking changes nothing. */
    @AllowedToAnyone(reason = "The link has a secret of 256 bits.")
    @GetMapping("/{link}")
    ApplicationView get(@PathVariable String link) {
        return view(found(link));
    }

    /** Confirms the e-mail address, and hands the application to the firm. Repeating the request changes nothing. */
    @AllowedToAnyone(reason = "The link has a secret of 256 bits.")
    @PostMapping("/{link}/confirm")
    ApplicationView confirm(@PathVariable String link) {
        return view(OneTimeLink.read(link)
                .flatMap(applications::confirm)
                .map(ConflictException::unlessAllowed)
                .orElseThrow(ApplicationController::unknown));
    }

    /** Answers the firm's questions, so that the review goes on. */
    @AllowedToAnyone(reason = "The link has a secret of 256 bits.")
    @PostMapping("/{link}/provide-information")
    ApplicationView provideInformation(@PathVariable String link, @RequestBody InformationRequest request) {
        PartnerApplication application = found(link);
        return commands.handle(
                        application.partner(),
                        new ProvideInformation(request.answers()),
                        Actor.partner(application.partner().value()),
                        partner -> {})
                .map(ConflictException::unlessAllowed)
                .map(partner -> ApplicationView.of(application, partner))
                .orElseThrow(() -> new ConflictException("The firm has asked nothing yet."));
    }

    /** The body of {@code POST …/provide-information}. */
    record InformationRequest(@NotBlank @Size(max = 4000) String answers) {}

    private PartnerApplication found(String link) {
        return OneTimeLink.read(link).flatMap(applications::find).orElseThrow(ApplicationController::unknown);
    }

    private ApplicationView view(PartnerApplication application) {
        Partner partner = partners.find(application.partner()).orElse(null);
        return ApplicationView.of(application, partner);
    }

    /** The text doesn't repeat the link, because it may be a good one of somebody else. */
    private static NotFoundException unknown() {
        return new NotFoundException("application", "with this link");
    }
}
