package io.entente.commission.commissions.web;

import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.DealFiles.Filed;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/client-payments} and {@code /api/refunds}: what clients paid and what was refunded to them. The caller
 * names each report. Repeating a report returns the same answer, and using its name with another body is rejected.
 * An unknown deal is no error, because the accounting may report before the deal's event arrives. The report then
 * waits for its deal.
 */
@RestController
class DealFactController {

    private static final String NAME = "[A-Za-z0-9._:-]{1,128}";
    private static final String NAME_MESSAGE = "must be 1 to 128 letters, digits, dots, colons, dashes or underscores";

    private final SettleDeals settling;
    private final DealFiles files;
    private final CreditedDeals deals;

    DealFactController(SettleDeals settling, DealFiles files, CreditedDeals deals) {
        this.settling = settling;
        this.files = files;
        this.deals = deals;
    }

    /**
     * Reports a payment of a client. Commission that is earned on payment is released in proportion. A payment for a
     * deal that is not known yet is kept until the deal arrives. Repeating the report changes nothing.
     */
    @PostMapping("/api/client-payments")
    ResponseEntity<PaymentView> paid(@RequestBody PaymentRequest request, Actor actor) {
        Money amount = positive(request.amount(), request.dealId());
        DealFact fact = new DealFact(
                Kind.PAYMENT,
                request.paymentId(),
                request.dealId(),
                amount,
                request.paidOn(),
                "The client paid.",
                actor.value());
        return answer(fact, "/api/client-payments/", "paymentId", PaymentView.of(fact));
    }

    /** Returns a client payment. */
    @GetMapping("/api/client-payments/{id}")
    PaymentView payment(@PathVariable String id) {
        return PaymentView.of(files.find(Kind.PAYMENT, id).orElseThrow(() -> new NotFoundException("payment", id)));
    }

    /**
     * Reports a refund to a client. Commission on the refunded amount is taken back in proportion. Repeating the report
     * changes nothing.
     */
    @PostMapping("/api/refunds")
    ResponseEntity<RefundView> refunded(@RequestBody RefundRequest request, Actor actor) {
        Money amount = positive(request.amount(), request.dealId());
        String reason = request.reason() == null
                ? "The client was refunded."
                : request.reason().strip();
        DealFact fact = new DealFact(
                Kind.REFUND, request.refundId(), request.dealId(), amount, request.on(), reason, actor.value());
        return answer(fact, "/api/refunds/", "refundId", RefundView.of(fact));
    }

    /** Returns a refund. */
    @GetMapping("/api/refunds/{id}")
    RefundView refund(@PathVariable String id) {
        return RefundView.of(files.find(Kind.REFUND, id).orElseThrow(() -> new NotFoundException("refund", id)));
    }

    private <T> ResponseEntity<T> answer(DealFact fact, String path, String field, T view) {
        Filed filed = settling.record(fact);
        return switch (filed) {
            case NEW -> Created.first(path + fact.id(), view);
            case SAME -> Created.replayed(path + fact.id(), view);
            case OTHER ->
                throw InvalidInputException.unprocessable(
                        new FieldError(field, "was used before with another body; a new report needs a new name"));
            case FULL ->
                throw new ConflictException(
                        "Deal %s already has %d payments, refunds and reversals, which is the most that a deal can have."
                                .formatted(fact.dealId(), DealFile.MAX_FACTS));
        };
    }

    private Money positive(MoneyJson json, String dealId) {
        Money amount = json.toMoney();
        if (!amount.isPositive()) {
            throw InvalidInputException.unprocessable(new FieldError("amount.amount", "must be above zero"));
        }
        deals.ofDeal(dealId).stream()
                .map(deal -> deal.deal().basis())
                .filter(basis -> !basis.isSameCurrency(amount))
                .findFirst()
                .ifPresent(basis -> {
                    throw InvalidInputException.unprocessable(new FieldError(
                            "amount.currency",
                            "must be the deal's currency, "
                                    + basis.getCurrencyUnit().getCode()));
                });
        return amount;
    }

    /** The body of {@code POST /api/client-payments}. */
    record PaymentRequest(
            @NotBlank @Pattern(regexp = NAME, message = NAME_MESSAGE) String paymentId,
            @NotBlank @Size(max = 128) String dealId,
            @NotNull @Valid MoneyJson amount,
            @NotNull @CalendarDay LocalDate paidOn) {}

    /** The body of {@code POST /api/refunds}. */
    record RefundRequest(
            @NotBlank @Pattern(regexp = NAME, message = NAME_MESSAGE) String refundId,
            @NotBlank @Size(max = 128) String dealId,
            @NotNull @Valid MoneyJson amount,
            @NotNull @CalendarDay LocalDate on,
            @Nullable @Size(min = 1, max = 2000) String reason) {}

    /** A recorded payment. */
    record PaymentView(String paymentId, String dealId, MoneyJson amount, LocalDate paidOn) {
        static PaymentView of(DealFact fact) {
            return new PaymentView(fact.id(), fact.dealId(), MoneyJson.of(fact.amount()), fact.on());
        }
    }

    /** A recorded refund. */
    record RefundView(String refundId, String dealId, MoneyJson amount, LocalDate on, String reason) {
        static RefundView of(DealFact fact) {
            return new RefundView(fact.id(), fact.dealId(), MoneyJson.of(fact.amount()), fact.on(), fact.reason());
        }
    }
}
