package io.entente.commission.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlanApiIT {

    private static final String END =
            "{\"on\":\"2026-12-31\",\"noticeReason\":\"The year was agreed with the partner.\"}";

    private static final int CALLERS = 20;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_empty_system_starts_with_the_guides_volume_tiers() {
        assertThat(service.get("/api/commission-plans/standard").body())
                .isEqualTo("{\"code\":\"standard\",\"version\":1,\"name\":\"Standard referral commission\","
                        + "\"effectiveFrom\":\"2000-01-01\",\"appliesTo\":{\"tiers\":[],\"models\":[],\"partnerIds\":[]},"
                        + "\"rule\":{\"type\":\"VOLUME_TIERS\",\"mode\":\"MARGINAL\",\"bands\":[{\"from\":1,\"rate\":\"0.10\"},"
                        + "{\"from\":4,\"rate\":\"0.15\"},{\"from\":11,\"rate\":\"0.20\"}]},"
                        + "\"term\":{\"type\":\"WHILE_ACTIVE\"},\"trigger\":{\"type\":\"CLIENT_PAYMENT\",\"netDays\":30},"
                        + "\"holdDays\":0}");
    }

    @Test
    void a_repeated_request_adds_no_second_plan_and_returns_the_first() {
        String plan = plan("technology-2026", "\"models\":[\"TECHNOLOGY\"]", "0.125");

        Answer first = service.post("/api/commission-plans", plan);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).contains("/api/commission-plans/technology-2026");
        assertThat(first.json().path("version").asInt()).isEqualTo(1);

        Answer again = service.post("/api/commission-plans", plan);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(service.get("/api/commission-plans/technology-2026").json()).isEqualTo(first.json());

        Answer other =
                service.post("/api/commission-plans", plan("technology-2026", "\"models\":[\"TECHNOLOGY\"]", "0.2"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("code");
    }

    @Test
    void an_overlap_is_refused_with_name_and_period() {
        Answer refused = service.post("/api/commission-plans", plan("everybody", "", "0.2"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("appliesTo");
        assertThat(refused.body()).contains("standard").contains("2000-01-01");
    }

    @Test
    void every_invalid_field_is_named() {
        Answer refused = service.post(
                "/api/commission-plans",
                """
                {"code":"No Spaces","effectiveFrom":"yesterday","appliesTo":{"tiers":["GOLD"]},
                 "rule":{"type":"MAGIC","rate":"1.5"},"bonus":1}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "code", "name", "effectiveFrom", "appliesTo.tiers[0]", "rule.type", "rule.rate", "bonus");
    }

    @Test
    void a_list_with_a_null_element_is_refused() {
        for (String list : List.of("\"tiers\":[null]", "\"models\":[null]", "\"partnerIds\":[\" \"]")) {
            Answer refused = service.post("/api/commission-plans", plan("empty", list, "0.1"));
            assertThat(refused.status()).as(list).isEqualTo(400);
            assertThat(fields(refused)).singleElement().asString().matches("appliesTo\\.\\w+\\[0]");
        }
    }

    @Test
    void rates_and_dates_out_of_bounds_are_refused() {
        for (String rate : List.of("0", "0.00", "1.01", "-0.1", "0.1234567", "ten", "1e-1")) {
            assertThat(fields(service.post("/api/commission-plans", plan("bad", "\"models\":[\"CHANNEL\"]", rate))))
                    .as(rate)
                    .containsExactly("rule.rate");
        }
        Answer backwards = service.post(
                "/api/commission-plans",
                """
                {"code":"back","name":"Backwards","effectiveFrom":"2026-02-01","effectiveTo":"2026-01-31",
                 "rule":{"type":"PERCENT","rate":"1"}}
                """);
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(fields(backwards)).containsExactly("effectiveTo");
    }

    @Test
    void only_one_of_twenty_overlapping_plans_added_at_once_is_accepted() throws Exception {
        List<Answer> answers = atOnce(
                i -> plan("race-%02d".formatted(i), "\"partnerIds\":[\"par_race\",\"par_%d\"]".formatted(i), "0.15"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(winners).hasSize(1);
        String winner = winners.get(0).json().path("code").asString();
        assertThat(answers.stream().filter(answer -> answer.status() == 422))
                .allSatisfy(refused -> assertThat(refused.body()).contains(winner));
    }

    @Test
    void a_plan_is_returned_as_it_was_sent() {
        String plan =
                """
                {"code":"whole","name":"Whole","effectiveFrom":"2026-01-01","effectiveTo":"2026-12-31",
                 "appliesTo":{"tiers":["ACTIVE"],"models":["CHANNEL"],"partnerIds":["par_whole"]},
                 "rule":{"type":"DEAL_SIZE_TIERS","mode":"RETROACTIVE",
                         "bands":[{"from":{"amount":"0.00","currency":"USD"},"rate":"0.10"},
                                  {"from":{"amount":"50000.00","currency":"USD"},"rate":"0.15"}]},
                 "term":{"type":"FIRST_YEAR"},"trigger":{"type":"COMPLETION","netDays":14},
                 "cap":{"perDeal":{"amount":"9000.00","currency":"USD"},"perYear":{"amount":"20000.00","currency":"USD"}},
                 "floor":{"amount":"25.00","currency":"USD"},"holdDays":7}
                """;

        Answer answer = service.post("/api/commission-plans", plan);

        assertThat(answer.status()).isEqualTo(201);
        String expected =
                plan.replaceAll("\\s*\\n\\s*", "").replace("\"code\":\"whole\",", "\"code\":\"whole\",\"version\":1,");
        assertThat(asSent(answer)).isEqualTo(expected);
        assertThat(asSent(service.get("/api/commission-plans/whole"))).isEqualTo(expected);
    }

    @Test
    void every_invalid_part_of_a_plan_is_named() {
        Answer refused = service.post(
                "/api/commission-plans",
                """
                {"code":"bad","name":"Bad","effectiveFrom":"2026-01-01",
                 "rule":{"type":"VOLUME_TIERS","bands":[{"from":1,"rate":"0.1"},{"from":1,"rate":"2"}]},
                 "term":{"type":"SOMETIMES"},"trigger":{"type":"COMPLETION","netDays":-1},
                 "cap":{"perDeal":{"amount":"ten","currency":"USD"}},"floor":{"amount":"1.00","currency":"XYZ"},"holdDays":400}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "rule.mode",
                        "rule.bands[1].from",
                        "rule.bands[1].rate",
                        "term.type",
                        "trigger.netDays",
                        "cap.perDeal.amount",
                        "floor.currency",
                        "holdDays");
    }

    @Test
    void contradictory_amounts_are_refused() {
        String plan =
                """
                {"code":"contrary","name":"Contrary","effectiveFrom":"2026-01-01","appliesTo":{"partnerIds":["par_c"]},
                 "rule":{"type":"FLAT","amount":{"amount":"50.00","currency":"USD"}},
                 "cap":{"perDeal":{"amount":"%s","currency":"USD"},"perYear":{"amount":"1.00","currency":"EUR"}},
                 "floor":{"amount":"25.00","currency":"%s"}}
                """;

        assertThat(fields(service.post("/api/commission-plans", plan.formatted("0.00", "MYR"))))
                .containsExactly("cap.perDeal", "cap.perYear", "floor");
        assertThat(fields(service.post(
                        "/api/commission-plans", plan.formatted("20.00", "USD").replace("\"EUR\"", "\"USD\""))))
                .containsExactly("floor");
    }

    @Test
    void a_new_version_ends_the_previous_one_and_a_plan_can_be_retired() {
        String first = plan("yearly", "\"partnerIds\":[\"par_yearly\"]", "0.1");
        service.post("/api/commission-plans", first);
        String next =
                """
                {"name":"Plan","effectiveFrom":"2026-07-01","appliesTo":{"partnerIds":["par_yearly"]},
                 "rule":{"type":"PERCENT","rate":"0.12"},"noticeReason":"The year was agreed with the partner."}
                """;

        Answer second = service.post("/api/commission-plans/yearly/versions", next);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).contains("/api/commission-plans/yearly/versions/2");
        Answer again = service.post("/api/commission-plans/yearly/versions", next);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(second.json());
        JsonNode versions =
                service.get("/api/commission-plans/yearly/versions").json().path("items");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(0).path("effectiveTo").asString()).isEqualTo("2026-06-30");
        assertThat(service.get("/api/commission-plans/yearly/versions/1").json())
                .isEqualTo(versions.get(0));
        assertThat(service.get("/api/commission-plans/yearly").json()).isEqualTo(versions.get(1));

        assertThat(fields(service.post(
                        "/api/commission-plans/yearly/versions", next.replace("2026-07-01", "2026-06-01"))))
                .containsExactly("effectiveFrom");
        Answer retired = service.post("/api/commission-plans/yearly/retire", END);
        assertThat(retired.status()).isEqualTo(200);
        assertThat(retired.json().path("effectiveTo").asString()).isEqualTo("2026-12-31");
        assertThat(service.post("/api/commission-plans/yearly/retire", END).body())
                .isEqualTo(retired.body());
        assertThat(fields(service.post("/api/commission-plans/yearly/retire", "{\"on\":\"2027-01-01\"}")))
                .containsExactly("on");
        assertThat(service.post("/api/commission-plans/nothing/retire", "{\"on\":\"2027-01-01\"}")
                        .status())
                .isEqualTo(404);
        assertThat(service.post("/api/commission-plans/nothing/versions", next).status())
                .isEqualTo(404);
        assertThat(service.get("/api/commission-plans/yearly/versions/3").status())
                .isEqualTo(404);
    }

    @Test
    void plans_are_listed_in_pages_in_the_order_of_their_codes() {
        service.post("/api/commission-plans", plan("page-b", "\"partnerIds\":[\"par_b\"]", "0.1"));
        service.post("/api/commission-plans", plan("page-a", "\"partnerIds\":[\"par_a\"]", "0.1"));
        List<String> codes = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/api/commission-plans?limit=1&cursor=" + cursor)
                    .json();
            page.path("items").forEach(plan -> codes.add(plan.path("code").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(codes).contains("page-a", "page-b", "standard").isSorted().doesNotHaveDuplicates();
        assertThat(service.get("/api/commission-plans/nothing").status()).isEqualTo(404);
    }

    private static List<Answer> atOnce(java.util.function.IntFunction<String> plan) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Answer>> answers = IntStream.range(0, CALLERS)
                    .mapToObj(i -> callers.submit(() -> service.post("/api/commission-plans", plan.apply(i))))
                    .toList();
            List<Answer> all = new java.util.ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            callers.shutdownNow();
        }
    }

    /** The plan without the proposal that brought it and its author. */
    private static String asSent(Answer plan) {
        return plan.body().replaceAll(",\"proposalId\":\"ppr_\\w+\"", "").replace(",\"author\":\"user:test\"", "");
    }

    private static List<String> fields(Answer refused) {
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }

    private static String plan(String code, String appliesTo, String rate) {
        return """
                {"code":"%s","name":"Plan","effectiveFrom":"2026-01-01","appliesTo":{%s},
                 "rule":{"type":"PERCENT","rate":"%s"}}
                """
                .formatted(code, appliesTo, rate);
    }
}
