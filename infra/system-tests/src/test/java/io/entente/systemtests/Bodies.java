package io.entente.systemtests;

import io.entente.systemtests.Model.Deal;
import java.math.BigDecimal;

/** The bodies of requests. */
final class Bodies {

    private Bodies() {}

    static String partner(String name, String mailbox) {
        return """
                {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"SG","timeZone":"Asia/Singapore","locale":"en",
                 "contacts":[{"name":"Aisha Tan","email":"%s@partner.example","role":"Director"}]}
                """
                .formatted(name, mailbox);
    }

    static String referral(String partnerId, String organisation, String domain) {
        return """
                {"partnerId":"%s","direction":"INBOUND",
                 "client":{"organisation":"%s","domain":"%s.example","country":"DE","contactName":"Jonas Weber",
                           "contactEmail":"jonas@%s.example","contactPhone":"+49 30 5550100"},
                 "service":"Data platform","challenge":"Reports take days","context":"Their auditor asked",
                 "promises":"A call this week","involvement":"STANDARD",
                 "expectedValue":{"amount":"12000.00","currency":"USD"}}
                """
                .formatted(partnerId, organisation, domain, domain);
    }

    static String plan(String code, BigDecimal rate, String partnerId) {
        return """
                {"noticeReason":"It was agreed.","code":"%s","name":"Own plan","effectiveFrom":"%s","appliesTo":{"partnerIds":["%s"]},
                 "rule":{"type":"PERCENT","rate":"%s"}}
                """
                .formatted(code, Model.FIRST_PLAN_FROM, partnerId, rate);
    }

    static String deal(Deal deal) {
        return """
                {"dealId":"%s","amount":{"amount":"%s","currency":"%s"},"closedOn":"%s"}
                """
                .formatted(
                        deal.id(),
                        deal.amount().toPlainString(),
                        deal.currency().getCurrencyCode(),
                        deal.closedOn());
    }
}
