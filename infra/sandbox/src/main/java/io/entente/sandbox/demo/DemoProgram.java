package io.entente.sandbox.demo;

import io.entente.sandbox.demo.DemoData.Partner;
import io.entente.sandbox.demo.DemoReferral.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Plays a small partner program through the public HTTP API. Every call can be repeated, so playing it again goes on where
 * an interrupted demo stopped, and changes nothing where it was complete or where somebody has gone on from it.
 */
public final class DemoProgram {

    /** A demo with other data is another demo: its requests need keys of their own. */
    private static final String KEY = "entente-demo-2-";

    /** What the timeline tells beside the steps that were played: clocks, notes, claims. */
    private static final Pattern BESIDE = Pattern.compile("sla-.*|note-.*|extension-.*|consent-recorded|conflict-.*");

    private final Urls urls;
    private final DemoScript script;
    private final DemoApi api = new DemoApi();

    /** Where the services are, {@code http://localhost:8081}, without a slash at the end. */
    public record Urls(String partner, String referral, String commission, String notification) {}

    public DemoProgram(Urls urls) {
        this.urls = urls;
        this.script = DemoScript.write(DemoData.load());
    }

    /**
     * Plays everything and returns once its consequences are there.
     *
     * @return what to look at, for the person who asked for it
     * @throws DemoFailedException at the first call that isn't answered as it should be
     */
    public String play() {
        List<String> partnerIds = registerPartners();
        addPlans();
        for (DemoReferral referral : script.referrals()) {
            play(referral, partnerIds);
        }
        JsonNode imported = importOpportunities(partnerIds);
        awaitCommission(partnerIds);
        return new DemoReport(urls, script, partnerIds, imported).text();
    }

    private List<String> registerPartners() {
        List<String> ids = new ArrayList<>();
        List<Partner> partners = script.data().partners();
        for (int i = 0; i < partners.size(); i++) {
            String url = urls.partner() + "/api/partners";
            String id = text(api.post(url, application(partners.get(i)), KEY + "partner-" + (i + 1)), "id");
            api.post(url + "/" + id + "/activate", null, null);
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
            api.post(urls.commission() + "/api/commission-plans", plan, KEY + "plan-" + text(plan, "code"));
        }
    }

    private void play(DemoReferral referral, List<String> partnerIds) {
        String country = script.data().partners().get(referral.partner()).country();
        JsonNode submitted = submit(referral.submission(partnerIds, country), KEY + "referral-" + referral.number());
        String url = urls.referral() + "/api/referrals/" + text(submitted, "id");
        List<Step> steps = referral.steps(partnerIds);
        List<String> done = done(url);
        List<String> planned = steps.stream().map(Step::what).toList();
        // Whoever has gone on from here, or elsewhere, isn't interfered with.
        if (done.size() < steps.size() && planned.subList(0, done.size()).equals(done)) {
            for (Step step : steps.subList(done.size(), steps.size())) {
                api.post(url + "/" + step.path(), step.body(), null);
            }
        }
    }

    /** What has been done to a referral since it was submitted: the answer to a repeated submission is the first one. */
    private List<String> done(String url) {
        return items(url + "/timeline?limit=200")
                .valueStream()
                .map(item -> text(item, "what"))
                .filter(what -> !BESIDE.matcher(what).matches())
                .skip(1)
                .toList();
    }

    /** The referral service hears of a partner's activation a moment after the partner service answered. */
    private JsonNode submit(Map<String, Object> body, String key) {
        String url = urls.referral() + "/api/referrals";
        return DemoApi.required(
                "POST",
                url,
                api.await(
                        "the referral service to know the partner",
                        () -> api.tryPost(url, body, key),
                        answer -> answer.status() != 422));
    }

    private JsonNode importOpportunities(List<String> partnerIds) {
        String url = urls.referral() + "/api/imports";
        JsonNode begun = api.upload(url + "?profile=crm-opportunities", "demo.csv", script.csv());
        JsonNode done =
                api.await("the import", () -> api.get(url + "/" + text(begun, "id")), state -> !text(state, "status")
                        .equals("RUNNING"));
        if (!text(done, "status").equals("DONE")) {
            throw new DemoFailedException(
                    "the import of " + partnerIds.size() + " partners' opportunities failed: " + done);
        }
        return done;
    }

    /** Every deal that is on a referral now is in the ledger in the end: as a commission, or as none due with the reason. */
    private void awaitCommission(List<String> partnerIds) {
        Map<String, Integer> credits = new HashMap<>();
        for (String partnerId : partnerIds) {
            for (JsonNode referral : items(urls.referral() + "/api/referrals?limit=200&partnerId=" + partnerId)) {
                for (JsonNode deal : referral.path("deals")) {
                    creditedBy(deal, partnerId).forEach(credited -> credits.merge(credited, 1, Integer::sum));
                }
            }
        }
        credits.forEach((partnerId, deals) -> {
            JsonNode unused = api.await(
                    "%d deals of %s in the ledger".formatted(deals, partnerId),
                    () -> items(urls.commission() + "/api/ledger/" + partnerId + "?limit=200"),
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

    private JsonNode items(String url) {
        return api.get(url).path("items");
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
