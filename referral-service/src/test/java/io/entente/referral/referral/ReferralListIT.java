package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.AS_FIRM;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.getAs;
import static io.entente.referral.referral.RunningReferrals.partners;
import static io.entente.referral.referral.RunningReferrals.post;
import static io.entente.referral.referral.RunningReferrals.publishProfile;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.testkit.security.Callers.asPartner;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Searches, filters, sorts and exports referrals over HTTP. */
@ExtendWith(RunningReferrals.class)
class ReferralListIT {

    private static final Map<String, String> IDS = new HashMap<>();
    private static final String OF_PARTNER = "/api/referrals?partnerId=par_lists&";
    private static final String AS_OTHER = asPartner("par_b");

    @BeforeEach
    void submitReferrals() {
        if (IDS.isEmpty()) {
            publishProfile("par_lists", "Lists", "ACTIVE", "ACTIVE", 1);
            await().until(() -> partners().find("par_lists").isPresent());
            submit("Søren Ørsted A/S", "orsted-lists.example", "INBOUND", "Data platform", "500.00");
            submit("Straße Nord GmbH", "strasse-lists.example", "INBOUND", "Börsengang", "1500.00");
            submit("Łódź Foods", "lodz-lists.example", "OUTBOUND", "Data platform", null);
            post(id("Straße Nord GmbH"), "accept", "", AS_FIRM);
        }
    }

    private static void submit(String client, String domain, String direction, String service, @Nullable String value) {
        String money =
                value == null ? "" : ",\"expectedValue\":{\"amount\":\"%s\",\"currency\":\"USD\"}".formatted(value);
        Answer answer = service()
                .post(
                        "/api/referrals",
                        """
                        {"partnerId":"par_lists","direction":"%s","client":{"organisation":"%s","domain":"%s","country":"MY",
                         "contactName":"Aisyah Geheim","contactEmail":"aisyah@%s"},"service":"%s",
                         "challenge":"Ask Aisyah, aisyah.g@mail.example or +60 12 345 6789, about slow invoices"%s}"""
                                .formatted(direction, client, domain, domain, service, money));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        IDS.put(client, answer.json().path("id").asString());
    }

    private static String id(String client) {
        return String.valueOf(IDS.get(client));
    }

    @Test
    void clients_services_and_texts_are_found_without_accents_and_by_the_beginning_of_the_last_word() {
        assertThat(found("q=soren orst")).containsExactly("Søren Ørsted A/S");
        assertThat(found("q=ØRSTED søren")).containsExactly("Søren Ørsted A/S");
        assertThat(found("q=strasse")).containsExactly("Straße Nord GmbH");
        assertThat(found("q=lodz")).containsExactly("Łódź Foods");
        assertThat(found("q=borsen")).containsExactly("Straße Nord GmbH");
        assertThat(found("q=dat")).containsExactly("Søren Ørsted A/S", "Łódź Foods");
        assertThat(found("q=da")).isEmpty();
        assertThat(found("q=invoic")).hasSize(3);
        assertThat(found("q=oersted")).containsExactly("Søren Ørsted A/S");
        assertThat(found("q=boersengang")).containsExactly("Straße Nord GmbH");
        assertThat(found("q=sor orsted")).isEmpty();
        assertThat(found("q=soren nord")).isEmpty();
    }

    @Test
    void a_contact_is_not_found_and_is_not_in_the_index() {
        for (String q : List.of("aisyah", "geheim", "mail", "345", "6789")) {
            assertThat(found("q=" + q)).as(q).isEmpty();
        }
        Document entry = service()
                .mongo()
                .findById(id("Łódź Foods"), Document.class, "referrals")
                .get("list", Document.class);
        assertThat(entry.toJson().toLowerCase(java.util.Locale.ROOT))
                .contains("invoices")
                .doesNotContain("aisyah", "geheim", "6789", "mail");
    }

    @Test
    void filters_combine() {
        assertThat(found("status=ACCEPTED")).containsExactly("Straße Nord GmbH");
        assertThat(found("status=ACCEPTED&status=SUBMITTED")).hasSize(3);
        assertThat(found("status=ACCEPTED,LOST")).containsExactly("Straße Nord GmbH");
        assertThat(found("direction=OUTBOUND")).containsExactly("Łódź Foods");
        assertThat(found("service=data PLATFORM&direction=INBOUND")).containsExactly("Søren Ørsted A/S");
        assertThat(found("q=foods&status=ACCEPTED")).isEmpty();
        assertThat(found("from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")).isEmpty();
        assertThat(found("from=2020-01-01T00:00:00Z&sort=value")).hasSize(3);
        JsonNode clock = service().get("/api/sla/clocks?limit=200").json().path("items");
        String owner = owner(clock, id("Søren Ørsted A/S"));
        assertThat(owner).startsWith("role:");
        assertThat(found("owner=" + owner)).contains("Søren Ørsted A/S").doesNotContain("Łódź Foods");
        assertThat(found("owner=" + owner.substring("role:".length()))).contains("Søren Ørsted A/S");
        assertThat(found("owner=partner:par_lists")).containsExactly("Łódź Foods");
        assertThat(found("owner=nobody")).isEmpty();
    }

    private static String owner(JsonNode clocks, String referralId) {
        for (JsonNode clock : clocks) {
            if (clock.path("referralId").asString().equals(referralId)) {
                return clock.path("owner").asString();
            }
        }
        return "";
    }

    @Test
    void the_list_is_sorted_by_what_is_asked_for() {
        assertThat(found("")).containsExactly("Søren Ørsted A/S", "Straße Nord GmbH", "Łódź Foods");
        assertThat(found("order=desc")).containsExactly("Łódź Foods", "Straße Nord GmbH", "Søren Ørsted A/S");
        assertThat(found("sort=value&order=desc"))
                .containsExactly("Straße Nord GmbH", "Søren Ørsted A/S", "Łódź Foods");
        assertThat(found("sort=value&status=SUBMITTED,ACCEPTED"))
                .containsExactly("Łódź Foods", "Søren Ørsted A/S", "Straße Nord GmbH");
        assertThat(found("q=invoices&sort=value&order=desc"))
                .containsExactly("Straße Nord GmbH", "Søren Ørsted A/S", "Łódź Foods");
        assertThat(found("sort=due&status=SUBMITTED")).containsExactly("Søren Ørsted A/S", "Łódź Foods");
        post(id("Søren Ørsted A/S"), "notes", "{\"text\":\"Called\",\"visibility\":\"INTERNAL\"}", AS_FIRM);
        assertThat(found("sort=updated&order=desc")).startsWith("Søren Ørsted A/S");
        assertThat(fields(service().get(OF_PARTNER + "sort=client&order=up"))).containsExactly("sort", "order");
    }

    @Test
    void a_cursor_continues_in_its_order_while_referrals_are_added() {
        JsonNode first = service().get(OF_PARTNER + "sort=value&limit=2").json();
        submit("Added Meanwhile", "added-lists.example", "INBOUND", "Audit", "2.00");
        String next = first.path("next").asString();
        List<String> read = new ArrayList<>(clients(first));
        read.addAll(clients(
                service().get(OF_PARTNER + "sort=value&limit=2&cursor=" + next).json()));
        post(id("Added Meanwhile"), "withdraw", "{\"reason\":\"A test\"}", AS_FIRM);

        assertThat(read).doesNotHaveDuplicates().contains("Łódź Foods", "Søren Ørsted A/S", "Straße Nord GmbH");
        assertThat(fields(service().get(OF_PARTNER + "sort=due&cursor=" + next)))
                .containsExactly("cursor");
        service().mongo().remove(Query.query(Criteria.where("_id").is(id("Added Meanwhile"))), "referrals");
    }

    @Test
    void a_partner_finds_and_exports_only_its_own_referrals() {
        String search = "q=invoices&partnerId=par_lists";
        assertThat(getAs(AS_OTHER, "/api/referrals?" + search).status()).isEqualTo(404);
        assertThat(getAs(AS_OTHER, "/api/referrals/export?" + search).status()).isEqualTo(404);
        assertThat(getAs(AS_OTHER, "/api/referrals?q=invoices").json().path("items"))
                .isEmpty();
        assertThat(getAs(AS_OTHER, "/api/referrals/export?q=invoices").body()).doesNotContain("Foods", "par_lists");
        assertThat(getAs(asPartner("par_lists"), "/api/referrals/export?q=invoices")
                        .body())
                .contains("Foods");
    }

    @Test
    void the_export_has_the_filters_and_the_order_of_the_list_and_no_contact() {
        Answer csv =
                service().get("/api/referrals/export?partnerId=par_lists&q=invoices&sort=value&order=desc&bom=true");

        assertThat(csv.header("Content-Disposition")).contains("attachment; filename=\"referrals.csv\"");
        List<String> rows = Arrays.asList(csv.body().split("\r\n"));
        assertThat(rows.get(0)).startsWith("\uFEFFreferralId,submittedAt,partnerId,direction,status,client,");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).contains(id("Straße Nord GmbH"), ",ACCEPTED,Straße Nord GmbH,", ",1500.00,USD,");
        assertThat(rows.get(3)).contains(id("Łódź Foods"));
        assertThat(csv.body()).doesNotContain("Aisyah", "Geheim", "+60");
    }

    @Test
    void a_misspelt_filter_is_refused_instead_of_listing_everything() {
        Answer refused = service().get("/api/referrals?client=Pg");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("client");
        assertThat(refused.json().path("errors").path(0).path("message").asString())
                .isEqualTo(
                        "is not a parameter of this operation, which has cursor, direction, from, importWaits, limit, "
                                + "order, owner, partnerId, q, service, sort, status, to");
    }

    @Test
    void a_referral_has_few_entries_in_the_indexes_of_the_list_and_a_change_rewrites_a_few_of_them() {
        submit("Index Entries Ltd", "entries-lists.example", "INBOUND", "Data platform", "10.00");
        Set<String> inserted = indexEntries("Index Entries Ltd");
        post(id("Index Entries Ltd"), "accept", "", AS_FIRM);
        Set<String> accepted = indexEntries("Index Entries Ltd");
        post(id("Index Entries Ltd"), "notes", "{\"text\":\"Called\",\"visibility\":\"INTERNAL\"}", AS_FIRM);
        Set<String> noted = indexEntries("Index Entries Ltd");
        service().mongo().remove(Query.query(Criteria.where("_id").is(id("Index Entries Ltd"))), "referrals");

        assertThat(inserted).hasSize(23);
        assertThat(added(inserted, accepted)).hasSizeLessThanOrEqualTo(6);
        assertThat(added(accepted, noted)).singleElement().asString().startsWith("updated");
    }

    private static Set<String> added(Set<String> before, Set<String> after) {
        Set<String> added = new HashSet<>(after);
        added.removeAll(before);
        return added;
    }

    private static Set<String> indexEntries(String client) {
        Document list = service()
                .mongo()
                .findById(id(client), Document.class, "referrals")
                .get("list", Document.class);
        Set<String> entries = new HashSet<>(list.getList("filters", String.class));
        entries.addAll(list.getList("starts", String.class));
        list.get("by", Document.class).forEach((order, key) -> entries.add(order + " " + key));
        return entries;
    }

    @Test
    void referrals_of_earlier_versions_are_listed_after_a_start() {
        Query these = Query.query(Criteria.where("partnerId").is("par_lists"));
        service().mongo().updateMulti(these, new Update().unset("list"), "referrals");
        assertThat(found("q=soren")).isEmpty();
        service().mongo().remove(new Query(), "list_entries");

        service()
                .context()
                .getBean("referralsInTheList", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated();

        assertThat(found("q=soren")).containsExactly("Søren Ørsted A/S");
        assertThat(found("sort=updated")).hasSize(3);
    }

    private static List<String> found(String query) {
        Answer answer = service().get(OF_PARTNER + encoded(query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return clients(answer.json());
    }

    private static String encoded(String query) {
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&")) {
            int at = pair.indexOf('=') + 1;
            pairs.add(pair.substring(0, at) + URLEncoder.encode(pair.substring(at), UTF_8));
        }
        return String.join("&", pairs);
    }

    private static List<String> clients(JsonNode page) {
        List<String> clients = new ArrayList<>();
        page.path("items")
                .forEach(item ->
                        clients.add(item.path("client").path("organisation").asString()));
        return clients;
    }
}
