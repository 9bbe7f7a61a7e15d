package io.entente.sandbox.demo;

import io.entente.sandbox.demo.DemoData.Partner;
import io.entente.sandbox.demo.DemoReferral.Step;
import io.entente.sandbox.identity.IdentityServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Plays a small partner program through the public REST API. Every call is idempotent. If the demo is played again, it continues
 * where an interrupted demo stopped. It changes nothing if the demo was complete, or if somebody has continued it by hand.
 */
public final class DemoProgram {

    /** Part of every idempotency key. A demo with other data needs other keys. */
    private static final String KEY = "entente-demo-2-";

    /** Entries of the timeline that are not steps of the demo: clocks, notes and claims. */
    private static final Pattern NOT_A_STEP =
            Pattern.compile("sla-.*|note-.*|extension-.*|consent-recorded|conflict-.*");

    private final Urls urls;
    private final DemoScript script;
    private final IdentityServer identity;
    private final DemoApi api = new DemoApi();

    /** The addresses of the services, such as {@code http://localhost:8081}, without a slash at the end. */
    public record Urls(String partner, String referral, String commission, String notification) {}

    /** @param identity signs the people of the demo in: a user for each role of the firm and for each partner */
    public DemoProgram(Urls urls, IdentityServer identity) {
        this.urls = urls;
        this.identity = identity;
        this.script = DemoScript.write(DemoData.load());
    }

    /**
     * Plays the demo and waits until its commission has been booked.
     *
     * @return a report for the person who started the demo
     * @throws DemoFailedException for the first unexpected response
     */
    public String play() {
        // Plans come first. Partners that are there before them would be told that their commission changes.
        addPlans();
        List<String> partnerIds = registerPartners();
        identity.partners(partnerIds);
        for (DemoReferral referral : script.referrals()) {
            play(referral, partnerIds);
        }
        JsonNode imported = importOpportunities(partnerIds);
        awaitCommission(partnerIds);
        return new DemoReport(urls, identity.issuer(), script, partnerIds, imported).text();
    }

    private List<String> registerPartners() {
        List<String> ids = new ArrayList<>();
        List<Partner> partners = script.data().partners();
        for (int i = 0; i < partners.size(); i++) {
            String url = urls.partner() + "/api/partners";
            String id = text(api.post(url, manager(), application(partners.get(i)), KEY + "partner-" + (i + 1)), "id");
            api.post(url + "/" + id + "/activate", manager(), null, null);
            ids.add(id);
        }
        return ids;
    }

    private static Map<String, Object> application(Partner partner) {
        return Map.of(
                "name", partner.name(),
                "model", partner.model(),
                "tier", partner.tier(),
                "country", partner.country(),
                "timeZone", partner.timeZone(),
                "locale", partner.locale(),
                "contacts", partner.contacts());
    }

    private void addPlans() {
        for (JsonNode plan : script.data().plans()) {
            api.post(urls.commission() + "/api/commission-plans", finance(), plan, KEY + "plan-" + text(plan, "code"));
        }
    }

    private void play(DemoReferral referral, List<String> partnerIds) {
        String country = script.data().partners().get(referral.partner()).country();
        String submitter =
                referral.isOutbound() ? manager() : identity.partnerToken(partnerIds.get(referral.partner()));
        JsonNode submitted =
                submit(submitter, referral.submission(partnerIds, country), KEY + "referral-" + referral.number());
        String url = urls.referral() + "/api/referrals/" + text(submitted, "id");
        List<Step> steps = referral.steps(partnerIds);
        List<String> done = done(url);
        List<String> planned = steps.stream().map(Step::event).toList();
        // If somebody has continued by hand, the demo does not interfere.
        if (done.size() < steps.size() && planned.subList(0, done.size()).equals(done)) {
            for (Step step : steps.subList(done.size(), steps.size())) {
                api.post(url + "/" + step.path(), manager(), step.body(), null);
            }
        }
    }

    /** The steps of a referral since its submission. The response to a repeated submission does not contain them. */
    private List<String> done(String url) {
        return items(url + "/timeline?limit=200", manager())
                .valueStream()
                .map(item -> text(item, "what"))
                .filter(what -> !NOT_A_STEP.matcher(what).matches())
                .skip(1)
                .toList();
    }

    /** The referral service learns of an activation shortly after the partner service has confirmed it. */
    private JsonNode submit(String submitter, Map<String, Object> body, String key) {
        String url = urls.referral() + "/api/referrals";
        return DemoApi.required(
                "POST",
                url,
                api.await(
                        "the referral service to know the partner",
                        () -> api.tryPost(url, submitter, body, key),
                        response -> response.status() != 422));
    }

    private JsonNode importOpportunities(List<String> partnerIds) {
        String url = urls.referral() + "/api/imports";
        String ops = identity.token("ops");
        JsonNode begun = api.upload(url + "?profile=crm-opportunities", ops, "demo.csv", script.csv());
        JsonNode done = api.await(
                "the import", () -> api.get(url + "/" + text(begun, "id"), ops), state -> !text(state, "status")
                        .equals("RUNNING"));
        if (!text(done, "status").equals("DONE")) {
            throw new DemoFailedException(
                    "The import of the opportunities of " + partnerIds.size() + " partners failed: " + done);
        }
        return done;
    }

    /** Waits until every deal of a referral is in the ledger, either with a commission or with the reason why there is none. */
    private void awaitCommission(List<String> partnerIds) {
        Map<String, Integer> credits = new HashMap<>();
        for (String partnerId : partnerIds) {
            for (JsonNode referral :
                    items(urls.referral() + "/api/referrals?limit=200&partnerId=" + partnerId, manager())) {
                for (JsonNode deal : referral.path("deals")) {
                    creditedBy(deal, partnerId).forEach(credited -> credits.merge(credited, 1, Integer::sum));
                }
            }
        }
        credits.forEach((partnerId, deals) -> {
            JsonNode unused = api.await(
                    "%d deals of %s in the ledger".formatted(deals, partnerId),
                    () -> items(urls.commission() + "/api/ledger/" + partnerId + "?limit=200", finance()),
                    chain -> chain.size() >= deals);
        });
    }

    private static List<String> creditedBy(JsonNode deal, String referrer) {
        JsonNode credit = deal.path("credit");
        return credit.isEmpty()
                ? List.of(referrer)
                : IntStream.range(0, credit.size())
                        .mapToObj(i -> text(credit.path(i), "partnerId"))
                        .toList();
    }

    private JsonNode items(String url, String token) {
        return api.get(url, token).path("items");
    }

    private String manager() {
        return identity.token("partner-manager");
    }

    private String finance() {
        return identity.token("finance");
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
