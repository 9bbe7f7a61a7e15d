package io.entente.referral.intake.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.body.CheckedBody;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.referral.intake.profiles.DefineProfileHandler;
import io.entente.referral.intake.profiles.DefineProfileHandler.Defined;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/import-profiles}: the mapping profiles that say how the files of a CRM are read. Another profile with the same code
 * becomes its next version.
 */
@RestController
@RequestMapping("/api/import-profiles")
class ImportProfileController {

    private final DefineProfileHandler define;
    private final ImportProfiles profiles;
    private final UsedKeys keys;

    ImportProfileController(DefineProfileHandler define, ImportProfiles profiles, UsedKeys keys) {
        this.define = define;
        this.profiles = profiles;
        this.keys = keys;
    }

    /**
     * Defines an import profile, or the next version of one. A profile maps the columns of a file to fields. A profile
     * that equals the version in use is answered with that version.
     */
    @AllowedTo(roles = {Role.OPS, Role.ADMIN})
    @PostMapping
    ResponseEntity<ImportProfile> define(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ImportProfileRequest.class)))
                    @RequestBody
                    CheckedBody<ImportProfileRequest> body,
            IdempotencyKey key) {
        if (!body.errors().isEmpty()) {
            throw InvalidInputException.malformed(ProfileErrors.of(body));
        }
        ImportProfileRequest request = body.request();
        return keys.once(key, "import-profiles", request, () -> defined(request));
    }

    private ResponseEntity<ImportProfile> defined(ImportProfileRequest request) {
        Defined defined = define.handle(request.toProfile());
        if (defined instanceof Defined.Faulty faulty) {
            throw InvalidInputException.unprocessable(faulty.errors().toArray(FieldError[]::new));
        }
        if (defined instanceof Defined.InUse inUse) {
            String location = "/api/import-profiles/" + inUse.profile().code();
            return inUse.again()
                    ? Created.replayed(location, inUse.profile())
                    : Created.first(location, inUse.profile());
        }
        throw new ConflictException(
                "The profile has %d versions, which is the maximum; define a profile with another code."
                        .formatted(DefineProfileHandler.MAX_VERSIONS));
    }

    /** Lists import profiles in the order of their codes, each in the version in use. */
    @AllowedTo(
            roles = {Role.OPS, Role.ADMIN},
            scopes = Scope.REFERRALS_WRITE)
    @GetMapping
    Page<ImportProfile> list(PageRequest page) {
        return profiles.list(page);
    }

    /**
     * Returns an import profile.
     *
     * @param version a version of the profile; the version in use if it is missing
     */
    @AllowedTo(
            roles = {Role.OPS, Role.ADMIN},
            scopes = Scope.REFERRALS_WRITE)
    @GetMapping("/{code}")
    ImportProfile get(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        return (version == null ? profiles.latest(code) : profiles.find(code, version))
                .orElseThrow(() -> new NotFoundException("import profile", code));
    }
}
