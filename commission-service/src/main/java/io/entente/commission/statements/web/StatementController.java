package io.entente.commission.statements.web;

import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.statements.IssueStatements;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.Statement.Status;
import io.entente.commission.statements.StatementCsv;
import io.entente.commission.statements.StatementEvent;
import io.entente.commission.statements.StatementId;
import io.entente.commission.statements.Statements;
import io.entente.commission.statements.chain.PartnerChain;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.Span;
import io.entente.commission.statements.chain.StatementLine;
import io.entente.commission.statements.lists.StatementFilter;
import io.entente.commission.statements.lists.StatementList;
import io.entente.commission.statements.pdf.StatementPdf;
import io.entente.commission.statements.proof.StatementProof;
import io.entente.commission.statements.texts.LineTexts;
import io.entente.commission.statements.texts.Words;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/statements}: read statements as JSON, CSV or PDF, dispute lines, resolve disputes, issue and finalize. */
@RestController
@RequestMapping("/api/statements")
class StatementController {

    private final Statements statements;
    private final StatementList list;
    private final StatementParameters parameters;
    private final IssueStatements issue;
    private final PartnerChains chains;
    private final StatementPdf pdf;
    private final StatementProof proof;
    private final PartnerDirectory partners;
    private final ZoneId zone;
    private final Clock clock;

    StatementController(
            Statements statements,
            StatementList list,
            StatementParameters parameters,
            IssueStatements issue,
            PartnerChains chains,
            StatementPdf pdf,
            StatementProof proof,
            PartnerDirectory partners,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.statements = statements;
        this.list = list;
        this.parameters = parameters;
        this.issue = issue;
        this.chains = chains;
        this.pdf = pdf;
        this.proof = proof;
        this.partners = partners;
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns a statement. A draft is drawn up again from the ledger each time. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}")
    StatementView get(@PathVariable String id, Tenant tenant) {
        return StatementView.of(existing(id, tenant));
    }

    /**
     * Lists statements by quarter. A partner gets its own. Drafts are drawn up again from the ledger.
     *
     * @param q words of the partner's name or id, or of the statement's id
     * @param quarter only statements of this quarter, such as 2026-Q2
     * @param status only statements with one of these statuses
     * @param currency only statements in this currency
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping
    Page<StatementView> list(
            @RequestParam(required = false) @Nullable String q,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable List<Statement.Status> status,
            @RequestParam(required = false) @Nullable String currency,
            PageRequest page,
            @SortedBy(StatementFilter.QUARTER) SortOrder sort) {
        return parameters
                .filter(q, quarter, status, currency, tenant, sort)
                .map(filter -> list.page(filter, page).map(issue::current).map(StatementView::of))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /** Lists the lines of a statement in the order of the ledger, each explained in the language of the partner. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}/lines")
    Page<LineView> lines(@PathVariable String id, PageRequest page, Tenant tenant) {
        Statement statement = existing(id, tenant);
        PartnerChain chain = chains.of(statement.partnerId());
        LineTexts texts = texts(statement);
        List<StatementLine> found = new ArrayList<>();
        Span span = statement.span();
        long next = page.after() == null ? span.first() : after(page.after(), span);
        while (found.size() < page.fetch() && next <= span.last()) {
            long last = Math.min(next + page.limit() - 1, span.last());
            chain.lines(span.part(next, last), statement.currency(), found::add);
            next = last + 1;
        }
        List<StatementLine> shown = found.subList(0, Math.min(found.size(), page.fetch()));
        return Page.of(shown, page, line -> Long.toString(line.number())).map(line -> LineView.of(line, texts, zone));
    }

    /**
     * Returns a statement as CSV, with all its lines. The totals have columns of their own in the last row, so the sum of a column of
     * amounts is the total.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}/csv")
    void csv(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response,
            Tenant tenant)
            throws IOException {
        Statement statement = existing(id, tenant);
        file("text/csv;charset=UTF-8", statement, "csv")
                .withByteOrderMark(bom)
                .writeTo(response, out -> StatementCsv.write(statement, chains, texts(statement), zone, out));
    }

    private LineTexts texts(Statement statement) {
        return new LineTexts(
                partners.addressee(statement.partnerId()).map(Words::of).orElse(Words.ENGLISH));
    }

    /**
     * Returns a statement as PDF in the partner's language. A statement with very many lines refers to the CSV for all
     * of them.
     */
    @FileResponse("application/pdf")
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}/pdf")
    void pdf(@PathVariable String id, HttpServletResponse response, Tenant tenant) throws IOException {
        Statement statement = existing(id, tenant);
        byte[] page = pdf.render(statement);
        file(MediaType.APPLICATION_PDF_VALUE, statement, "pdf").announceTo(response);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /**
     * Returns the proof of a statement: its figures and all ledger entries of its period. The tool verify-statement computes the
     * hashes and the figures again from it.
     */
    @FileResponse("application/json")
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}/proof")
    void proof(@PathVariable String id, HttpServletResponse response, Tenant tenant) throws IOException {
        Statement statement = existing(id, tenant);
        file(MediaType.APPLICATION_JSON_VALUE, statement, "json").announceTo(response);
        proof.write(statement, response.getOutputStream());
    }

    /**
     * Issues a draft statement as it stands in the ledger now. A statement cannot be issued before its quarter is over.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/issue")
    StatementView issue(@PathVariable String id, IfMatch ifMatch, Actor actor) {
        String by = actor.value();
        Statement draft = existing(id, Tenant.EVERY);
        ifMatch.check(draft.version());
        return StatementView.of(ConflictException.unlessAllowed(issue.issue(draft, by)));
    }

    /**
     * Disputes a line of a statement. The partner says why, and the line stays disputed until it is resolved. Finance is notified, and
     * the partner gets a receipt.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE})
    @PostMapping("/{id}/lines/{line}/dispute")
    StatementView dispute(
            @PathVariable String id,
            @PathVariable long line,
            @RequestBody DisputeRequest request,
            IfMatch ifMatch,
            Tenant tenant,
            Actor actor) {
        existing(id, tenant);
        return change(id, ifMatch, statement -> {
            requireLine(statement, line);
            return statement.dispute(line, request.reason().strip(), actor.value(), clock.instant());
        });
    }

    /** Resolves a disputed line. The resolution goes on record with the person who gave it, and the partner is told of it. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/lines/{line}/resolve")
    StatementView resolve(
            @PathVariable String id,
            @PathVariable long line,
            @RequestBody ResolveDisputeRequest request,
            IfMatch ifMatch,
            Actor actor) {
        String by = actor.value();
        return change(id, ifMatch, statement -> {
            requireLine(statement, line);
            return statement.resolve(line, request.resolution().strip(), by, clock.instant());
        });
    }

    /**
     * Finalizes a statement. This is possible before the time to dispute is over, because the partner may have agreed.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/finalize")
    StatementView finish(@PathVariable String id, IfMatch ifMatch, Actor actor) {
        String by = actor.value();
        return change(id, ifMatch, statement -> statement.finish(by, clock.instant()));
    }

    private StatementView change(
            String id, IfMatch ifMatch, Function<Statement, Decision<Change<Statement, StatementEvent>>> decide) {
        return StatementView.of(OptimisticRetry.retryOnConflict(() -> {
            Loaded<Statement> before = loaded(id);
            ifMatch.check(before.state().version());
            Change<Statement, StatementEvent> change = ConflictException.unlessAllowed(decide.apply(before.state()));
            if (!change.isNothing()) {
                statements.update(before, change);
            }
            return change.state();
        }));
    }

    private void requireLine(Statement statement, long line) {
        boolean there = statement.span().contains(line)
                && chains.of(statement.partnerId()).hasLine(line, statement.currency());
        if (!there) {
            throw new NotFoundException(
                    "line " + line + " on statement", statement.id().value());
        }
    }

    private Statement existing(String id, Tenant tenant) {
        return statements
                .find(new StatementId(id))
                .filter(found -> tenant.covers(found.partnerId().value()))
                .filter(found -> !tenant.byPartner() || found.status() != Status.DRAFT)
                .map(issue::current)
                .orElseThrow(() -> new NotFoundException("statement", id));
    }

    private Loaded<Statement> loaded(String id) {
        return statements.load(new StatementId(id)).orElseThrow(() -> new NotFoundException("statement", id));
    }

    private static Download file(String type, Statement statement, String extension) {
        Download file = Download.of(
                type,
                "statement-%s-%s.%s"
                        .formatted(statement.quarter(), statement.currency().getCode(), extension));
        return statement.status() == Status.DRAFT ? file.unstored() : file;
    }

    private static long after(String cursor, Span span) {
        try {
            return Math.max(Long.parseLong(cursor) + 1, span.first());
        } catch (NumberFormatException notOurs) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("cursor", "must be the value of next from the previous page")));
        }
    }

    /** The body of {@code …/dispute}. */
    record DisputeRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** The body of {@code …/resolve}. */
    record ResolveDisputeRequest(@NotBlank @Size(max = 2000) String resolution) {}
}
