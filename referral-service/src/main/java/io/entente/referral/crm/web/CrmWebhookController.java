package io.entente.referral.crm.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.web.BodyTooLargeException;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.body.JsonFault;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDealHandler;
import io.entente.referral.crm.CrmSettings;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.signatures.SignatureScheme;
import io.entente.referral.crm.signatures.SignedRequest;
import io.entente.referral.crm.web.ChangeReader.Read;
import io.entente.referral.crm.web.ChangeReader.Source;
import io.entente.referral.crm.web.OutboundMessages.Message;
import io.entente.referral.intake.profiles.SourceIds;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/crm/{hubspot|salesforce|generic}}: receives changes of deals. The signature is verified over the bytes of the
 * body before anything is parsed.
 */
@RestController
class CrmWebhookController {

    private static final String MESSAGE_ID = "webhook-id";
    private static final int MAX_MESSAGE_ID_CHARACTERS = 200;

    private final CrmDealHandler deals;
    private final CrmSettings settings;
    private final CrmMetrics metrics;
    private final JsonMapper json;
    private final Clock clock;

    CrmWebhookController(CrmDealHandler deals, CrmSettings settings, CrmMetrics metrics, JsonMapper json, Clock clock) {
        this.deals = deals;
        this.settings = settings;
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer to a CRM's request.
     *
     * @param deals the number of deals in the request
     * @param changes the number of changes of these deals, whether new or repeated
     * @param ignored the number of parts that contain no change of a deal, or one whose time is earlier than 2000 or in the future
     * @param refused the number of parts that belong to an account of the CRM that isn't configured
     */
    record Heard(int deals, int changes, int ignored, int refused) {}

    /**
     * Receives changes of deals from a CRM. The signature is checked over the bytes of the body before anything is
     * parsed. The answer is 200 once the changes are stored; the CRM sends again anything that was not stored.
     *
     * @param source the CRM that sends: {@code hubspot}, {@code salesforce} or {@code generic}
     */
    @RequestBody(
            description = "The CRM's own format",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)))
    @AllowedToAnyone(reason = "The CRM signs it or sends its token, and a replay is refused.")
    @PostMapping("/api/crm/{source}")
    Heard hear(@PathVariable String source, HttpServletRequest request) throws IOException {
        Crm crm = Crm.of(source).orElseThrow(() -> new NotFoundException("CRM", source));
        Connection connection =
                settings.connection(crm).orElseThrow(() -> new NotFoundException("connected CRM", source));
        SignedRequest signed = signedRequest(request, connection);
        Optional<String> refusal =
                crm.signatures().refusal(signed, connection.secrets(), clock.instant(), settings.tolerance());
        if (refusal.isPresent()) {
            throw refused(crm, HttpStatus.UNAUTHORIZED, refusal.get());
        }
        Source from = new Source(messageId(signed), connection.referralField(), Set.copyOf(connection.accounts()));
        Read read = ChangeReader.of(crm).read(parsed(signed.body()), from);
        if (read.refused() > 0 && read.changes().isEmpty() && read.ignored() == 0) {
            throw refused(crm, HttpStatus.FORBIDDEN, "The account isn't one of those that are configured.");
        }
        return heard(crm, read);
    }

    /**
     * Receives outbound messages of Salesforce, in SOAP. Salesforce can't sign them, so the URL contains a secret, and the
     * organization must be configured. The answer acknowledges the message once its changes are stored.
     *
     * @param token a secret of the connection
     */
    @RequestBody(
            description = "Salesforce's SOAP message",
            content = @Content(mediaType = "text/xml", schema = @Schema(type = "string")))
    @FileResponse("text/xml")
    @AllowedToAnyone(reason = "The CRM signs it or sends its token, and a replay is refused.")
    @PostMapping("/api/crm/salesforce/outbound-messages")
    void outboundMessages(
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Connection connection = settings.connection(Crm.SALESFORCE)
                .orElseThrow(() -> new NotFoundException("connected CRM", Crm.SALESFORCE.source()));
        byte[] body = body(request);
        if (token == null || connection.secrets().stream().noneMatch(secret -> SignatureScheme.isSame(secret, token))) {
            throw refused(Crm.SALESFORCE, HttpStatus.UNAUTHORIZED, "The query parameter token must be a valid secret.");
        }
        Message message = OutboundMessages.read(body, connection.referralField(), clock.instant());
        if (!isKnown(message.organizationId(), connection)) {
            throw refused(
                    Crm.SALESFORCE, HttpStatus.FORBIDDEN, "The organization isn't one of those that are configured.");
        }
        Heard unused = heard(Crm.SALESFORCE, message.read());
        response.setContentType("text/xml;charset=UTF-8");
        response.getOutputStream().write(OutboundMessages.ACKNOWLEDGEMENT.getBytes(UTF_8));
    }

    private static boolean isKnown(Optional<String> organizationId, Connection connection) {
        return organizationId
                .map(id -> SourceIds.normalised(Crm.SALESFORCE.source(), id))
                .filter(id -> connection.accounts().stream()
                        .anyMatch(known -> SourceIds.normalised(Crm.SALESFORCE.source(), known)
                                .equals(id)))
                .isPresent();
    }

    private Heard heard(Crm crm, Read all) {
        Read read = ChangeReader.plausible(all, clock.instant());
        List<CrmDeal> heard = deals.hear(crm, read.changes());
        metrics.heard(crm, heard, read);
        return new Heard(heard.size(), read.changes().size(), read.ignored(), read.refused());
    }

    private ErrorResponseException refused(Crm crm, HttpStatus status, String detail) {
        metrics.refused(crm);
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    private SignedRequest signedRequest(HttpServletRequest request, Connection connection) throws IOException {
        byte[] body = body(request);
        Map<String, String> headers = new HashMap<>();
        for (String name : java.util.Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return new SignedRequest(request.getMethod(), uri(request, connection.publicUrl()), headers, body);
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(settings.maxBodyBytes() + 1);
        if (body.length > settings.maxBodyBytes()) {
            throw new BodyTooLargeException(settings.maxBodyBytes());
        }
        return body;
    }

    /** The URI that the CRM called. Behind a gateway, its scheme and host differ from those of the request. */
    private static String uri(HttpServletRequest request, @Nullable String publicUrl) {
        String called = request.getRequestURL().toString();
        String at = publicUrl == null
                ? called
                : publicUrl.replaceAll("/+$", "") + URI.create(called).getRawPath();
        return request.getQueryString() == null ? at : at + "?" + request.getQueryString();
    }

    private static @Nullable String messageId(SignedRequest signed) {
        String id = signed.headers().get(MESSAGE_ID);
        return id == null || id.length() > MAX_MESSAGE_ID_CHARACTERS ? null : id;
    }

    private JsonNode parsed(byte[] body) {
        try {
            JsonNode read = json.reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(body);
            if (read.isMissingNode()) {
                throw InvalidInputException.malformed(List.of(new FieldError("body", "must not be empty")));
            }
            return read;
        } catch (JacksonException e) {
            throw InvalidInputException.malformed(List.of(new FieldError("body", JsonFault.text(e))));
        }
    }
}
