package io.entente.sandbox.demo;

import io.entente.sandbox.demo.DemoData.Client;
import io.entente.sandbox.demo.DemoData.Partner;
import io.entente.sandbox.demo.DemoReferral.Ending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Everything that happens in the demo. It is determined in advance and always the same, so a repeated demo is recognised.
 *
 * @param data the partners, clients and other values
 * @param referrals the referrals that are submitted through the API
 * @param opportunities the rows of the CRM's export, beginning with the header
 */
record DemoScript(DemoData data, List<DemoReferral> referrals, List<String> opportunities) {

    /** With this seed, every partner wins a deal and every plan prices one. */
    private static final long SEED = 20_250_154;

    /** The other clients of each partner come from the CRM. Of the first partners, one more client comes from the CRM. */
    private static final int CLIENTS_BY_API = 4;

    private static final int PARTNERS_WITH_TWO_ROWS = 4;

    /** How many referrals have an ending, if there is more than one. */
    private static final Map<Ending, Integer> ENDINGS = Map.of(
            Ending.ACTION_REQUIRED, 2,
            Ending.ACCEPTED, 2,
            Ending.DECLINED, 2,
            Ending.PROPOSAL_SENT, 2,
            Ending.WON, 12);

    private static final List<String> INVOLVEMENTS = List.of("PASSIVE", "STANDARD", "STANDARD", "ACTIVE");

    /** Approximate exchange rates of the US dollar, so that projects have a realistic size. */
    private static final Map<String, Integer> PER_DOLLAR = Map.of("JPY", 150, "MXN", 18, "BRL", 5, "MYR", 4);

    private static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";

    static DemoScript write(DemoData data) {
        Random random = new Random(SEED);
        List<Ending> endings = shuffledEndings(random);
        List<DemoReferral> referrals = new ArrayList<>();
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int partner = 0; partner < data.partners().size(); partner++) {
            List<Client> clients = data.partners().get(partner).clients();
            int byApi = partner < PARTNERS_WITH_TWO_ROWS ? CLIENTS_BY_API - 1 : CLIENTS_BY_API;
            for (int i = 0; i < clients.size(); i++) {
                if (i < byApi) {
                    Ending ending = endings.get(referrals.size());
                    referrals.add(referral(data, referrals.size() + 1, partner, clients.get(i), ending, random));
                } else {
                    rows.add(row(data, rows.size(), data.partners().get(partner), clients.get(i), random));
                }
            }
        }
        return new DemoScript(data, inOrder(referrals), List.copyOf(rows));
    }

    /** Moves the conflicting referral behind the referral that it conflicts with. */
    private static List<DemoReferral> inOrder(List<DemoReferral> referrals) {
        DemoReferral second = firstOf(referrals, Ending.CONFLICTED, -1);
        DemoReferral first = firstOf(referrals, Ending.ACCEPTED, second.partner());
        List<DemoReferral> ordered = new ArrayList<>(referrals);
        ordered.remove(second);
        ordered.add(second.of(first.client()));
        return List.copyOf(ordered);
    }

    private static DemoReferral firstOf(List<DemoReferral> referrals, Ending ending, int notOf) {
        return referrals.stream()
                .filter(referral -> referral.ending() == ending && referral.partner() != notOf)
                .findFirst()
                .orElseThrow();
    }

    /** The CRM's export as CSV. */
    String csv() {
        return String.join("\n", opportunities) + "\n";
    }

    private static List<Ending> shuffledEndings(Random random) {
        List<Ending> endings = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            endings.addAll(Collections.nCopies(ENDINGS.getOrDefault(ending, 1), ending));
        }
        Collections.shuffle(endings, random);
        return endings;
    }

    private static DemoReferral referral(
            DemoData data, int number, int partner, Client client, Ending ending, Random random) {
        String currency = data.partners().get(partner).currency();
        boolean shared = random.nextInt(4) == 0;
        return new DemoReferral(
                number,
                partner,
                client,
                pick(data.services(), random),
                pick(INVOLVEMENTS, random),
                ending,
                amount(currency, random),
                currency,
                LocalDate.of(2024, 6, 1).plusDays(random.nextInt(550)),
                shared ? (partner + 1) % data.partners().size() : null,
                pick(data.declines(), random));
    }

    /** An amount worth 4,000 to 60,000 dollars, with cents if the currency has them, so that commission has to be rounded. */
    private static BigDecimal amount(String currency, Random random) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal dollars = BigDecimal.valueOf(400_000L + random.nextInt(5_600_000), 2);
        return dollars.multiply(BigDecimal.valueOf(PER_DOLLAR.getOrDefault(currency, 1)))
                .setScale(decimals, RoundingMode.DOWN);
    }

    /**
     * A row of the export. The stages take turns. The first row is a deal that was closed before any commission plan was in
     * force.
     */
    private static String row(DemoData data, int number, Partner partner, Client client, Random random) {
        LocalDate engaged = number == 1
                ? LocalDate.of(1999, 3, 8)
                : LocalDate.of(2024, 3, 1).plusDays(random.nextInt(400));
        LocalDate closed = engaged.plusDays(20 + random.nextInt(120));
        int value = 2_500 + random.nextInt(30_000);
        String ending =
                switch (number % 4) {
                    case 1 -> "Won,%s,%s,%d".formatted(engaged, closed, value);
                    case 2 -> "Engaging,%s,,".formatted(engaged);
                    case 3 -> "Lost,%s,%s,0".formatted(engaged, closed);
                    default -> "Prospecting,,,";
                };
        return "DEMO-%03d,%s,%s,%s,%s"
                .formatted(
                        number, partner.name(), pick(data.services(), random).service(), client.organisation(), ending);
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
