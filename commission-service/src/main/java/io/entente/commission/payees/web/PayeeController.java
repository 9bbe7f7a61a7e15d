package io.entente.commission.payees.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.changes.PayeeChange;
import io.entente.commission.payees.changes.PayeeEvent;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeFiles;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payees}: the payment details of partners. Responses mask accounts and tax ids. */
@RestController
@RequestMapping("/api/payees")
class PayeeController {

    private static final Logger LOG = LoggerFactory.getLogger(PayeeController.class);

    private final PayeeFiles payees;
    private final PartnerProfiles partners;
    private final PolicyVersions<PayeePolicy> policies;
    private final MembersInForce members;
    private final Requesters requesters;
    private final ZoneId zone;
    private final Clock clock;

    PayeeController(
            PayeeFiles payees,
            PartnerProfiles partners,
            PolicyVersions<PayeePolicy> policies,
            MembersInForce members,
            Requesters requesters,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.payees = payees;
        this.partners = partners;
        this.policies = policies;
        this.members = members;
        this.requesters = requesters;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Stores how a partner is paid: account, payment details and tax form.
     *
     * <p>The first request applies at once. A later request replaces everything that is stored, but only when a second person
     * approves it: the response is 202 and shows the change under {@code pending}. A hold that is added alone applies at once, also
     * while another change waits, which then keeps the hold.
     * Account and tax numbers are masked in every response.
     *
     * <p>A member of the partner with the right CHANGE_BANK_ACCOUNT asks for a change in the same way, without {@code hold}. It always waits for
     * finance, which enters the first details.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    @NeedsRight(Requesters.CHANGE_BANK_ACCOUNT)
    @PutMapping("/{partnerId}")
    ResponseEntity<PayeeView> put(
            @PathVariable String partnerId,
            @RequestBody PayeeRequest request,
            IfMatch ifMatch,
            Tenant tenant,
            Actor actor) {
        PartnerId partner = new PartnerId(partnerId);
        if (partners.find(partner).isEmpty()) {
            throw new NotFoundException("partner", partnerId);
        }
        if (payees.isErased(partner)) {
            throw new ConflictException("The payment details of this partner are erased.");
        }
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Payee wanted = request.toPayee(partner, policies.on(today), today);
        if (tenant.byPartner()) {
            requireMembers(partnerId);
            request.requireNoHold();
            return answer(
                    change(partnerId, ifMatch, before -> before.propose(wanted, actor.value(), clock.instant())),
                    wanted,
                    actor);
        }
        PayeeFile file =
                OptimisticRetry.retryOnConflict(() -> payees.file(partner).isEmpty()
                        ? enter(wanted, ifMatch, actor)
                        : change(partnerId, ifMatch, before -> before.request(wanted, actor.value(), clock.instant())));
        return answer(file, wanted, actor);
    }

    private ResponseEntity<PayeeView> answer(PayeeFile file, Payee wanted, Actor actor) {
        LOG.info(
                "Payment details of {} were requested by {}; version {}",
                file.payee().partnerId(),
                actor,
                file.version());
        return ResponseEntity.status(file.applies(wanted) ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(view(file));
    }

    /** Returns how a partner is paid, with masked numbers, and the change that waits for a second person. */
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    @AuditedRead
    @GetMapping("/{partnerId}")
    PayeeView get(@PathVariable String partnerId, Tenant tenant) {
        return view(existing(partnerId));
    }

    /**
     * Approves the change that waits. The person who approves must not be the one who asked for it. If a member of the partner has asked
     * and lost the right since, the change can only be refused.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{partnerId}/approve")
    PayeeView approve(@PathVariable String partnerId, IfMatch ifMatch, Actor actor) {
        return view(change(partnerId, ifMatch, file -> Optional.ofNullable(file.pending())
                .flatMap(requesters::warning)
                .<Decision<Change<PayeeFile, PayeeEvent>>>map(Decision::rejected)
                .orElseGet(() -> file.approve(actor.value(), clock.instant()))));
    }

    /**
     * Refuses the change that waits. The person who asked for it can withdraw it in the same way. A member of the partner with the right
     * CHANGE_BANK_ACCOUNT withdraws what the partner has asked for.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    @NeedsRight(Requesters.CHANGE_BANK_ACCOUNT)
    @PostMapping("/{partnerId}/refuse")
    PayeeView refuse(
            @PathVariable String partnerId,
            @RequestBody RefusalRequest request,
            IfMatch ifMatch,
            Tenant tenant,
            Actor actor) {
        String reason = request.reason().strip();
        if (tenant.byPartner()) {
            requireMembers(partnerId);
            return view(change(partnerId, ifMatch, file -> file.withdraw(reason, actor.value(), clock.instant())));
        }
        return view(change(partnerId, ifMatch, file -> file.refuse(reason, actor.value(), clock.instant())));
    }

    /** Returns the last 100 changes of payment details, oldest first. They name fields, never values. */
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    @GetMapping("/{partnerId}/changes")
    Page<PayeeChange> changes(@PathVariable String partnerId, Tenant tenant) {
        return new Page<>(existing(partnerId).changes(), null);
    }

    private PayeeView view(PayeeFile file) {
        return PayeeView.of(file, requesters);
    }

    private PayeeFile enter(Payee wanted, IfMatch ifMatch, Actor actor) {
        ifMatch.check(0);
        Change<PayeeFile, PayeeEvent> entered = PayeeFile.enter(wanted, actor.value(), clock.instant());
        if (!payees.add(entered)) {
            throw new ConcurrentUpdateException("The payee exists already: " + wanted.partnerId());
        }
        return entered.state();
    }

    private PayeeFile change(
            String partnerId, IfMatch ifMatch, Function<PayeeFile, Decision<Change<PayeeFile, PayeeEvent>>> decide) {
        return payees.change(new PartnerId(partnerId), file -> {
                    ifMatch.check(file.version());
                    return decide.apply(file);
                })
                .map(ConflictException::unlessAllowed)
                .orElseThrow(() -> new NotFoundException("payee", partnerId));
    }

    /** A partner that hasn't said who may change its account leaves that to finance. */
    private void requireMembers(String partnerId) {
        if (members.of(partnerId).isEmpty()) {
            throw new ConflictException(
                    "Only a member with the right %s asks for other payment details, and the partner has no members yet."
                            .formatted(Requesters.CHANGE_BANK_ACCOUNT));
        }
    }

    private PayeeFile existing(String partnerId) {
        return payees.file(new PartnerId(partnerId)).orElseThrow(() -> new NotFoundException("payee", partnerId));
    }

    /** The body of {@code …/refuse}. */
    record RefusalRequest(@NotBlank @Size(max = 500) String reason) {}
}
