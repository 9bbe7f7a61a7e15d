package io.entente.commission.statements.web;

import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRuns;
import io.entente.commission.runs.RunWorker;
import io.entente.commission.statements.IssueStatements;
import io.entente.commission.statements.Quarter;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/statement-runs}: draws up the statements of all partners for a quarter in the background and shows the
 * progress.
 */
@AllowedTo(roles = Role.FINANCE)
@RestController
@RequestMapping("/api/statement-runs")
class StatementRunController {

    private static final List<String> COLUMNS = List.of(
            "id",
            "quarter",
            "draft",
            "status",
            "partners",
            "statements",
            "failed",
            "startedBy",
            "startedAt",
            "endedAt");

    private static final Set<Kind> KINDS = Set.of(Kind.STATEMENTS, Kind.STATEMENT_DRAFTS);

    private final PartnerRuns runs;
    private final RunWorker worker;
    private final IdGenerator ids;
    private final Clock clock;
    private final IssueStatements issue;

    StatementRunController(PartnerRuns runs, RunWorker worker, IdGenerator ids, Clock clock, IssueStatements issue) {
        this.runs = runs;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
        this.issue = issue;
    }

    /**
     * Starts a statement run. The statements of all partners for one quarter are issued in the background. A second run
     * of the quarter issues only what the first did not.
     */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<RunView> start(@RequestBody StatementRunRequest request, IdempotencyKey key, Actor actor) {
        Quarter quarter = Quarters.read(request.quarter());
        boolean draft = Boolean.TRUE.equals(request.draft());
        if (!draft && !issue.isOver(quarter)) {
            throw InvalidInputException.unprocessable(
                    new FieldError("quarter", "is not over yet; a run with \"draft\":true draws up drafts"));
        }
        if (!issue.hasBegun(quarter)) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "quarter", "has not begun yet; drafts are drawn up of the current quarter or an earlier one"));
        }
        String id = key.idFor(PartnerRun.PREFIX, "statement-runs", ids);
        PartnerRun run = PartnerRun.start(
                id,
                draft ? Kind.STATEMENT_DRAFTS : Kind.STATEMENTS,
                quarter.toString(),
                actor.value(),
                clock.instant());
        boolean added = runs.add(run);
        PartnerRun stored = runs.find(id).orElse(run);
        if (!stored.subject().equals(run.subject()) || stored.kind() != run.kind()) {
            throw IdempotencyKey.reused();
        }
        worker.wake();
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create("/api/statement-runs/" + id));
        return (added ? answer : answer.header(IdempotencyKey.REPLAYED, "true")).body(RunView.of(stored));
    }

    /** Returns a statement run with its progress. */
    @GetMapping("/{id}")
    RunView get(@PathVariable String id) {
        return runs.find(id)
                .filter(run -> KINDS.contains(run.kind()))
                .map(RunView::of)
                .orElseThrow(() -> new NotFoundException("statement run", id));
    }

    /**
     * Lists statement runs in the order of their ids.
     *
     * @param quarter only runs for this quarter, such as 2026-Q2
     * @param draft true for runs that drew up drafts, false for the others
     * @param status RUNNING or ENDED
     */
    @GetMapping
    Page<RunView> list(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable Boolean draft,
            @RequestParam(required = false) PartnerRun.@Nullable Status status,
            PageRequest page) {
        return found(quarter, draft, status, page).map(RunView::of);
    }

    /**
     * Exports the same list as CSV, with the same filters.
     *
     * @param quarter only runs for this quarter, such as 2026-Q2
     * @param draft true for runs that drew up drafts, false for the others
     * @param status RUNNING or ENDED
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable Boolean draft,
            @RequestParam(required = false) PartnerRun.@Nullable Status status,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Download.csv("statement-runs.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> found(quarter, draft, status, page), run -> row(csv, run));
            csv.flush();
        });
    }

    private Page<PartnerRun> found(
            @Nullable String quarter, @Nullable Boolean draft, PartnerRun.@Nullable Status status, PageRequest page) {
        Set<Kind> kinds = draft == null ? KINDS : Set.of(draft ? Kind.STATEMENT_DRAFTS : Kind.STATEMENTS);
        return runs.list(kinds, quarter == null ? null : Quarters.read(quarter).toString(), status, page);
    }

    private static void row(SafeCsv csv, PartnerRun run) {
        csv.row(
                run.id(),
                run.subject(),
                run.kind() == Kind.STATEMENT_DRAFTS,
                run.status(),
                run.partners(),
                run.made(),
                String.join(" ", run.failed()),
                run.startedBy(),
                run.startedAt(),
                run.endedAt());
    }

    /** The body of {@code POST /api/statement-runs}. */
    record StatementRunRequest(
            @NotNull @Pattern(regexp = "20\\d\\d-Q[1-4]", message = "must be a quarter, such as 2026-Q2")
                    String quarter,
            @Nullable Boolean draft) {}

    /**
     * A run as the API shows it.
     *
     * @param partners the number of partners processed so far
     * @param statements the number of statements drawn up so far
     * @param failed the partners whose statements couldn't be drawn up; the log has the reasons
     */
    record RunView(
            String id,
            String quarter,
            boolean draft,
            PartnerRun.Status status,
            long partners,
            long statements,
            List<String> failed,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static RunView of(PartnerRun run) {
            return new RunView(
                    run.id(),
                    run.subject(),
                    run.kind() == Kind.STATEMENT_DRAFTS,
                    run.status(),
                    run.partners(),
                    run.made(),
                    run.failed(),
                    run.startedBy(),
                    run.startedAt(),
                    run.endedAt());
        }
    }
}
