package io.entente.referral.crm.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.BodyTooLargeException;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDealHandler;
import io.entente.referral.crm.CrmSettings;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.SignedRequest;
import io.entente.referral.crm.web.ChangeReader.Read;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
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
     * @param ignored the number of parts that contain no change of a deal
     */
    record Heard(int deals, int changes, int ignored) {}

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
    @PostMapping("/api/crm/{source}")
    Heard hear(@PathVariable String source, HttpServletRequest request) throws IOException {
        Crm crm = Crm.of(source).orElseThrow(() -> new NotFoundException("CRM", source));
        Connection connection =
                settings.connection(crm).orElseThrow(() -> new NotFoundException("connected CRM", source));
        SignedRequest signed = signedRequest(request, connection);
        Optional<String> refusal =
                crm.signatures().refusal(signed, connection.secrets(), clock.instant(), settings.tolerance());
        if (refusal.isPresent()) {
            metrics.refused(crm);
            throw new ErrorResponseException(
                    HttpStatus.UNAUTHORIZED,
                    ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, refusal.get()),
                    null);
        }
        Read read = ChangeReader.of(crm).read(parsed(signed.body()), messageId(signed), connection.referralField());
        List<CrmDeal> heard = deals.hear(crm, read.changes());
        metrics.heard(crm, heard, read.changes().size(), read.ignored());
        return new Heard(heard.size(), read.changes().size(), read.ignored());
    }

    private SignedRequest signedRequest(HttpServletRequest request, Connection connection) throws IOException {
        byte[] body = request.getInputStream().readNBytes(settings.maxBodyBytes() + 1);
        if (body.length > settings.maxBodyBytes()) {
            throw new BodyTooLargeException(settings.maxBodyBytes());
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : java.util.Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return new SignedRequest(request.getMethod(), uri(request, connection.publicUrl()), headers, body);
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
            return json.readTree(body);
        } catch (JacksonException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("body", "must be JSON: " + e.getOriginalMessage())));
        }
    }
}
