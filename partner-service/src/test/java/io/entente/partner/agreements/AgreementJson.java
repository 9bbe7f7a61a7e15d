package io.entente.partner.agreements;

/** Requests about agreements. */
public final class AgreementJson {

    private AgreementJson() {}

    /** The body that drafts an agreement. */
    public static String draft(String partner, String title) {
        return "{\"partnerId\":\"%s\",\"title\":\"%s\",\"terms\":%s}".formatted(partner, title, terms("2026-01-01"));
    }

    /** Terms that begin on a day. */
    public static String terms(String startsOn) {
        return """
                {"scope":{"firmRefers":["Tax advice"],"partnerRefers":["Strategy"],"offLimits":["Audit clients"]},
                 "compensation":{"planCode":"standard-2026","summary":"A tenth of the first project"},
                 "exclusivity":{"kind":"NONE"},
                 "territory":{"countries":["MY","SG"],"industries":[]},
                 "payment":{"netDays":30,"invoicing":"Self-billed each quarter"},
                 "confidentiality":{"confidentiality":"Mutual, two years","dataProtection":"Client data only with consent"},
                 "term":{"startsOn":"%s","endsOn":"2099-12-30","renewal":"YEARLY","noticeDays":60},
                 "disputes":{"governingLaw":"MY","resolution":"Mediation in Kuala Lumpur"},
                 "governance":{"decisions":"The firm decides on clients","escalation":"Executive sponsors","checkIns":"Quarterly"}}"""
                .formatted(startsOn);
    }
}
