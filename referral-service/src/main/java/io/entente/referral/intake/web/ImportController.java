package io.entente.referral.intake.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.PlainText;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.ImportRows;
import io.entente.referral.intake.Imports;
import io.entente.referral.intake.IntakeSettings;
import io.entente.referral.intake.StartImportHandler;
import io.entente.referral.intake.StartImportHandler.Started;
import io.entente.referral.intake.StartImportHandler.Wanted;
import io.entente.referral.intake.csv.RejectedRow;
import io.entente.referral.intake.csv.RejectsCsv;
import io.entente.referral.intake.dryrun.DryRunner;
import io.entente.referral.intake.lists.ImportFilter;
import io.entente.referral.intake.lists.ImportList;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/imports}: starts imports of files, and returns their progress and their rejected rows. */
@AllowedTo(
        roles = {Role.OPS, Role.ADMIN},
        scopes = Scope.REFERRALS_WRITE)
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final String TRY_AGAIN_SECONDS = "30";
    private static final int MAX_FILE_NAME_CHARACTERS = 200;

    private final StartImportHandler start;
    private final DryRunner tries;
    private final Imports imports;
    private final ImportList list;
    private final ImportRows rows;
    private final IntakeSettings settings;
    private final IdGenerator ids;
    private final ObjectMapper json;

    ImportController(
            StartImportHandler start,
            DryRunner tries,
            Imports imports,
            ImportList list,
            ImportRows rows,
            IntakeSettings settings,
            IdGenerator ids,
            ObjectMapper json) {
        this.start = start;
        this.tries = tries;
        this.imports = imports;
        this.list = list;
        this.rows = rows;
        this.settings = settings;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Starts an import of a CSV file. The rows are processed in the background. Sending the same file again changes
     * nothing. A dry run stores nothing; it answers what the import would do with the rows, what was understood of each
     * column, the first rejects and warnings, and a proposed profile if the one that was named is unknown or doesn't fit.
     *
     * @param profile the import profile that says how the file is read
     * @param dryRun true to try the import only
     * @param file the CSV file
     * @param encoding the file's encoding, such as Shift_JIS, GB18030 or windows-1250, if it isn't to be found out
     * @param dateOrder DAY_FIRST or MONTH_FIRST; needed if the file doesn't show which is meant by 03/04/2026
     * @param decimalMark POINT or COMMA; needed if the file doesn't show which is meant by 1,234
     */
    @ApiResponse(
            responseCode = "202",
            description = "The import that was started",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What a dry run understood of the file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DryRunView.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> start(
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String dateOrder,
            @RequestParam(required = false) @Nullable String decimalMark,
            @RequestParam(defaultValue = "false") boolean dryRun,
            IdempotencyKey key)
            throws IOException {
        if (file == null) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("file", "must be a part that contains the file")));
        }
        if (profile == null && !dryRun) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("profile", "must be the code of a mapping profile")));
        }
        Wanted wanted = new ReadingParameters(encoding, dateOrder, decimalMark).wanted(profile == null ? "" : profile);
        if (dryRun) {
            return ResponseEntity.ok(DryRunView.of(tries.run(wanted, fileName(file), () -> content(file))));
        }
        String id = key.idFor(Import.PREFIX, "imports", ids);
        try (InputStream content = file.getInputStream()) {
            Started started = start.handle(
                    id,
                    wanted,
                    fileName(file),
                    content,
                    (upload, running) -> Receipts.of(upload, ImportView.of(running), json));
            return answer(id, started);
        }
    }

    private static InputStream content(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an import with its progress. */
    @GetMapping("/{id}")
    ImportView get(@PathVariable String id) {
        return ImportView.of(existing(id));
    }

    /**
     * Lists imports. Without an order, the list begins with the import that was started first.
     *
     * @param q words of the file's name, without regard to case and accents. The last word may be incomplete from three characters on
     * @param status only imports with one of these statuses; send the parameter once for each
     * @param profile only imports with this mapping profile
     * @param from only imports that were started at this instant or later
     * @param to only imports that were started before this instant
     */
    @GetMapping
    Page<ImportView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Import.Status> status,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            PageRequest page,
            @SortedBy(ImportFilter.STARTED) SortOrder sort) {
        return list.list(filter(q, status, profile, from, to, sort), page).map(ImportView::of);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the file's name
     * @param status only imports with one of these statuses; send the parameter once for each
     * @param profile only imports with this mapping profile
     * @param from only imports that were started at this instant or later
     * @param to only imports that were started before this instant
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Import.Status> status,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @SortedBy(ImportFilter.STARTED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        ImportFilter filter = filter(q, status, profile, from, to, sort);
        Download.csv("imports.csv").withByteOrderMark(bom).writeTo(response, out -> {
            ImportsCsv csv = new ImportsCsv(out);
            AllPages.read(page -> list.list(filter, page), found -> csv.add(ImportView.of(found)));
            csv.flush();
        });
    }

    private static ImportFilter filter(
            @Nullable String q,
            @Nullable List<Import.Status> status,
            @Nullable String profile,
            @Nullable Instant from,
            @Nullable Instant to,
            SortOrder sort) {
        return new ImportFilter(
                SearchText.of(q).orElse(null), status == null ? List.of() : status, profile, from, to, sort);
    }

    /**
     * Returns the rejected rows of an import as CSV. Each row has the line, the field and the reason. A corrected file
     * can be sent as a new import.
     */
    @FileResponse("text/csv")
    @GetMapping("/{id}/rejects")
    void rejects(@PathVariable String id, HttpServletResponse response) throws IOException {
        write(existing(id), "rejects", action -> rows.forEachRejected(id, action), response);
    }

    /**
     * Returns the imported rows of which a fact could not be read as CSV, such as an unknown country. Each row has the
     * line, the field and the reason. The referral was imported without the fact.
     */
    @FileResponse("text/csv")
    @GetMapping("/{id}/warnings")
    void warnings(@PathVariable String id, HttpServletResponse response) throws IOException {
        write(existing(id), "warnings", action -> rows.forEachWarned(id, action), response);
    }

    private static void write(
            Import of, String name, Consumer<Consumer<RejectedRow>> content, HttpServletResponse response)
            throws IOException {
        Download.csv("%s-%s.csv".formatted(of.id(), name)).writeTo(response, out -> {
            RejectsCsv csv = new RejectsCsv(out, of.columns(), of.separator());
            content.accept(row -> {
                try {
                    csv.add(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            csv.flush();
        });
    }

    private ResponseEntity<ImportView> answer(String id, Started started) {
        URI location = URI.create("/api/imports/" + id);
        if (started instanceof Started.New made) {
            return ResponseEntity.accepted().location(location).body(ImportView.of(made.running()));
        }
        if (started instanceof Started.Before before) {
            if (!before.first().fingerprint().equals(before.now().fingerprint())) {
                throw IdempotencyKey.reused();
            }
            return ResponseEntity.accepted()
                    .location(location)
                    .header(IdempotencyKey.REPLAYED, "true")
                    .body(json.readValue(before.first().answer(), ImportView.class));
        }
        if (started instanceof Started.NoSuchProfile) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "profile", "must be the code of a mapping profile; GET /api/import-profiles lists them"));
        }
        throw queueFull();
    }

    private ErrorResponseException queueFull() {
        ErrorResponseException full = new ErrorResponseException(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "%d imports are waiting, which is the maximum; send the file again later."
                                .formatted(settings.maxWaitingImports())),
                null);
        full.getHeaders().set(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
        return full;
    }

    private Import existing(String id) {
        return imports.find(id).orElseThrow(() -> new NotFoundException("import", id));
    }

    /** The name that the caller gave, cut to the maximum length, because browsers may send a whole path. */
    private static String fileName(MultipartFile file) {
        String given = file.getOriginalFilename();
        String name = given == null ? "" : PlainText.of(given);
        if (name.isEmpty()) {
            return "file";
        }
        PlainText.fault(name, false).ifPresent(fault -> {
            throw InvalidInputException.malformed(List.of(new FieldError("file", "has a name that " + fault)));
        });
        return name.length() > MAX_FILE_NAME_CHARACTERS ? name.substring(0, MAX_FILE_NAME_CHARACTERS) : name;
    }
}
