package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.FollowBatch;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.PayoutBlock;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.SubmitBatch;
import io.entente.commission.payouts.bank.PaymentFiles;
import io.entente.commission.payouts.bank.PayoutCsv;
import io.entente.commission.payouts.lists.BatchFilter;
import io.entente.commission.payouts.lists.BatchList;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRuns;
import io.entente.commission.runs.RunWorker;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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

/** {@code /api/payout-batches}: plan, approve and submit batches, and download their files for the bank. */
@AllowedTo(roles = Role.FINANCE)
@RestController
@RequestMapping("/api/payout-batches")
class PayoutBatchController {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutBatchController.class);

    private final BatchList list;
    private final BatchParameters parameters;
    private final PayoutBatches batches;
    private final Payouts payouts;
    private final FollowBatch follow;
    private final SubmitBatch submit;
    private final PaymentFiles files;
    private final OutcomeDates dates;
    private final PartnerRuns runs;
    private final RunWorker worker;
    private final IdGenerator ids;
    private final Clock clock;
    private final ZoneId zone;

    PayoutBatchController(
            PayoutBatches batches,
            BatchList list,
            BatchParameters parameters,
            Payouts payouts,
            FollowBatch follow,
            SubmitBatch submit,
            PaymentFiles files,
            OutcomeDates dates,
            PartnerRuns runs,
            RunWorker worker,
            IdGenerator ids,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.batches = batches;
        this.list = list;
        this.parameters = parameters;
        this.payouts = payouts;
        this.follow = follow;
        this.submit = submit;
        this.files = files;
        this.dates = dates;
        this.runs = runs;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Plans a payout batch. Planning goes on in the background. Repeating the request with the same {@code batchId}
     * returns the same batch. An {@code executeOn} in the past is refused, and so is a {@code cutOff} in the
     * future or before the program's start.
     */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    ResponseEntity<BatchView> plan(@RequestBody PayoutBatchRequest request, IdempotencyKey key, Actor actor) {
        String id =
                request.batchId() == null ? key.idFor(PayoutBatch.PREFIX, "payout-batches", ids) : request.batchId();
        boolean known = batches.find(id).isPresent();
        PayoutBatch wanted = request.toBatch(
                id, actor.value(), clock.instant(), known ? null : today(), known ? null : dates.programStart());
        boolean added = batches.add(wanted);
        PayoutBatch stored = existing(id);
        if (!stored.isSame(wanted)) {
            throw InvalidInputException.unprocessable(
                    new FieldError("batchId", "was used before with other terms; a new batch needs a new id"));
        }
        // Even if the batch was stored before, because that request may have failed before it stored the run.
        boolean started =
                runs.add(PartnerRun.start("plan-" + id, Kind.PAYOUT_PLAN, id, stored.plannedBy(), stored.plannedAt()));
        LOG.info("Planning of batch {} was requested: new batch {}, new run {}", id, added, started);
        worker.wake();
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create("/api/payout-batches/" + id));
        return (added ? answer : answer.header(IdempotencyKey.REPLAYED, "true")).body(view(stored));
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Returns a payout batch with its progress. */
    @GetMapping("/{id}")
    BatchView get(@PathVariable String id) {
        return view(existing(id));
    }

    /**
     * Lists payout batches in the order in which they were planned.
     *
     * @param q words of the batch's id, of its note, or of those who planned, approved or sent it
     * @param status only batches with one of these
     * @param plannedFrom only batches that were planned on this day or later
     * @param plannedTo only batches that were planned on this day or earlier
     */
    @GetMapping
    Page<BatchView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<PayoutBatch.Status> status,
            @RequestParam(required = false) @Nullable LocalDate plannedFrom,
            @RequestParam(required = false) @Nullable LocalDate plannedTo,
            PageRequest page,
            @SortedBy(BatchFilter.PLANNED) SortOrder sort) {
        return list.page(parameters.filter(q, status, plannedFrom, plannedTo, sort), page)
                .map(this::view);
    }

    /** Lists the payouts of a batch in the order of partners. */
    @AuditedRead
    @GetMapping("/{id}/payouts")
    Page<PayoutView> payouts(@PathVariable String id, PageRequest page) {
        return payouts.ofBatch(existing(id).id(), page).map(PayoutView::of);
    }

    /**
     * Lists the partners that a batch does not pay, each with the reasons.
     *
     * @param reason only partners with this reason
     * @param partnerId only this partner
     */
    @GetMapping("/{id}/blocks")
    Page<BlockView> blocks(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable BlockReason reason,
            @RequestParam(required = false) @Nullable String partnerId,
            PageRequest page) {
        PartnerId partner = partnerId == null ? null : new PartnerId(partnerId);
        return batches.blocks(existing(id).id(), reason, partner, page).map(BlockView::of);
    }

    /**
     * Approves a payout batch. The person who approves must not be the one who planned it. A batch that pays nobody is refused with 409.
     */
    @PostMapping("/{id}/approve")
    BatchView approve(@PathVariable String id, IfMatch ifMatch, Actor actor) {
        String by = actor.value();
        return decide(id, ifMatch, batch -> batch.approve(paysSomebody(batch), by, clock.instant()));
    }

    private boolean paysSomebody(PayoutBatch batch) {
        return batch.status() != PayoutBatch.Status.PLANNED
                || !totals(batch).sums().isEmpty();
    }

    /**
     * Cancels a payout batch before it is submitted. A payment file that has been downloaded must not be handed to the
     * bank any more.
     */
    @PostMapping("/{id}/cancel")
    BatchView cancel(@PathVariable String id, IfMatch ifMatch, Actor actor) {
        LOG.info("Batch {} is cancelled by {}", id, actor);
        return decide(id, ifMatch, PayoutBatch::cancel);
    }

    /**
     * Submits a payout batch to the bank, once. If no bank is connected, it records that a person has handed in the
     * file. If there is no file that a bank would take, such as without an account from which it is paid, the response is 409 and says
     * what is missing, unless {@code withoutFile} says how a person pays instead.
     */
    @PostMapping("/{id}/submit")
    BatchView submit(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable SubmitRequest request,
            IfMatch ifMatch,
            Actor actor) {
        String by = actor.value();
        ifMatch.check(existing(id).version());
        String how = request == null ? null : request.withoutFile();
        return view(ConflictException.unlessAllowed(
                how == null ? submit.submit(id, by) : submit.submitWithoutFile(id, how.strip(), by)));
    }

    /**
     * Returns the payment file of a batch as ISO 20022 pain.001 XML.
     *
     * <p>The day of execution is {@code executeOn}, but not before today. Until the batch is submitted, it therefore moves on with the
     * calendar; hand in the file on the day of the download. The file is checked against the rules of the European Payments Council first. If it breaks one, the response is 409
     * and names the rules.
     */
    @FileResponse("application/xml")
    @GetMapping("/{id}/pain001")
    void pain001(@PathVariable String id, HttpServletResponse response, Actor actor)
            throws IOException, InterruptedException {
        PayoutBatch batch = released(id, actor);
        files.missing(batch).ifPresent(missing -> {
            throw new ConflictException(missing);
        });
        files.use(batch, file -> {
            Download.of("application/xml", id + ".xml").unstored().announceTo(response);
            return Files.copy(file, response.getOutputStream());
        });
    }

    /**
     * Returns the payments of a batch as CSV.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/{id}/csv")
    void csv(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        PayoutBatch batch = released(id, actor);
        Download.csv(id + ".csv")
                .withByteOrderMark(bom)
                .unstored()
                .writeTo(response, out -> PayoutCsv.write(batch, payouts, out));
    }

    private BatchView decide(String id, IfMatch ifMatch, Function<PayoutBatch, Decision<PayoutBatch>> decision) {
        PayoutBatch decided = OptimisticRetry.retryOnConflict(() -> {
            PayoutBatch before = existing(id);
            ifMatch.check(before.version());
            PayoutBatch after = ConflictException.unlessAllowed(decision.apply(before));
            if (after.version() != before.version()) {
                batches.update(after);
            }
            return after;
        });
        return view(follow.follow(decided));
    }

    /** The files contain bank accounts. They are therefore available only to an identified actor and after approval. */
    private PayoutBatch released(String id, Actor actor) {
        PayoutBatch batch = existing(id);
        String by = actor.value();
        if (!batch.isReleased()) {
            throw new ConflictException(
                    "Only an approved batch that was not cancelled has files. This one is " + batch.status() + ".");
        }
        LOG.info("The payment file of batch {} was fetched by {}", id, by);
        return batch;
    }

    private PayoutBatch existing(String id) {
        return batches.find(id).orElseThrow(() -> new NotFoundException("payout batch", id));
    }

    private BatchView view(PayoutBatch batch) {
        return BatchView.of(batch, totals(batch));
    }

    private BatchTotals totals(PayoutBatch batch) {
        BatchTotals totals = new BatchTotals();
        payouts.forEach(batch.id(), totals::add);
        return totals;
    }

    /**
     * The body of {@code …/submit}, which can be absent.
     *
     * @param withoutFile how a person pays the batch without a payment file, such as "Entered on the bank's site from the CSV list."; it
     *     goes on record in {@code note}
     */
    record SubmitRequest(@Nullable @Size(min = 1, max = 500) String withoutFile) {}

    /**
     * A block as the API shows it.
     *
     * @param missing what is missing for the partner's taxes; absent unless they are unknown
     */
    record BlockView(
            String partnerId,
            MoneyJson payable,
            MoneyJson held,
            MoneyJson owed,
            Set<BlockReason> reasons,
            @Nullable String missing) {

        static BlockView of(PayoutBlock block) {
            return new BlockView(
                    block.partnerId().value(),
                    MoneyJson.of(block.balance().payable()),
                    MoneyJson.of(block.balance().held()),
                    MoneyJson.of(block.balance().owed()),
                    block.reasons(),
                    block.missing());
        }
    }
}
