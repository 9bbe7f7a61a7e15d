package io.entente.systemtests;

import static com.mongodb.client.model.Filters.in;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The state of some partners as callers of the services see it, so that it can be compared before and after.
 *
 * @param commissions each commission by its id, as the API returns it
 * @param balances accrued per partner and currency
 * @param ledger transactions per partner
 * @param notifications each notification of the inboxes by its id
 */
record State(
        Map<String, JsonNode> commissions,
        Map<String, Map<String, String>> balances,
        Map<String, Long> ledger,
        Map<String, JsonNode> notifications) {

    static State of(Cluster cluster, Set<String> partners) {
        Map<String, JsonNode> commissions = new TreeMap<>();
        Map<String, Map<String, String>> balances = new TreeMap<>();
        Map<String, JsonNode> notifications = new TreeMap<>();
        for (String partner : new TreeSet<>(partners)) {
            ServiceProcess commission = cluster.service(Cluster.COMMISSION);
            commissions(commission, partner).forEach(item -> commissions.put(id(item), item));
            balances.put(partner, balances(commission, partner));
            notifications(cluster, partner).forEach(item -> notifications.put(id(item), item));
        }
        return new State(commissions, balances, ledger(cluster, partners), notifications);
    }

    static List<JsonNode> commissions(ServiceProcess commission, String partner) {
        return pages(commission.url("/api/commissions?partnerId=" + partner));
    }

    static Map<String, String> balances(ServiceProcess commission, String partner) {
        Map<String, String> accrued = new TreeMap<>();
        Answer answer = answered(commission.url("/api/balances/" + partner));
        for (JsonNode balance : answer.json().path("items")) {
            accrued.put(
                    balance.path("currency").asString(), balance.path("accrued").asString());
        }
        return accrued;
    }

    private static List<JsonNode> notifications(Cluster cluster, String partner) {
        return pages(cluster.service(Cluster.NOTIFICATION).url("/api/notifications?partnerId=" + partner));
    }

    private static Map<String, Long> ledger(Cluster cluster, Set<String> partners) {
        Map<String, Long> length = new TreeMap<>();
        cluster.mongo()
                .getDatabase(Cluster.database(Cluster.COMMISSION))
                .getCollection("ledger_transactions")
                .find(in("partnerId", partners))
                .forEach(transaction -> length.merge(transaction.getString("partnerId"), 1L, Long::sum));
        return length;
    }

    /** All items of a list, on all of its pages. */
    private static List<JsonNode> pages(String url) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = answered(url + "&limit=200" + cursor);
            answer.json().path("items").forEach(items::add);
            JsonNode next = answer.json().path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : null;
        } while (cursor != null);
        return items;
    }

    private static Answer answered(String url) {
        Answer answer = Http.get(url);
        if (answer.status() != 200) {
            throw new AssertionError("%d from %s: %s".formatted(answer.status(), url, answer.body()));
        }
        return answer;
    }

    private static String id(JsonNode item) {
        return item.path("id").asString();
    }
}
