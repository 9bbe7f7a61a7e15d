package io.entente.referral.intake.dryrun;

import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.profiles.Stage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words by which columns and stages are recognised, in several languages. They only make proposals. */
final class ColumnNames {

    private static final int LEAST_CHARACTERS_WITHIN = 4;

    private static final Map<RowField, List<String>> WORDS = Map.ofEntries(
            Map.entry(RowField.ID, List.of("id", "dealid", "opportunityid", "recordid", "number", "nr", "nummer")),
            Map.entry(
                    RowField.PARTNER,
                    List.of(
                            "partner",
                            "salesagent",
                            "agent",
                            "referrer",
                            "introducedby",
                            "vermittler",
                            "socio",
                            "parceiro")),
            Map.entry(
                    RowField.SERVICE,
                    List.of(
                            "service",
                            "product",
                            "produkt",
                            "leistung",
                            "servicio",
                            "producto",
                            "servico",
                            "produto",
                            "perkhidmatan",
                            "サービス",
                            "商品")),
            Map.entry(
                    RowField.ORGANISATION,
                    List.of(
                            "organisation",
                            "organization",
                            "account",
                            "company",
                            "customer",
                            "client",
                            "kunde",
                            "firma",
                            "empresa",
                            "cliente",
                            "syarikat",
                            "pelanggan",
                            "会社",
                            "顧客")),
            Map.entry(RowField.DOMAIN, List.of("domain", "website", "url", "dominio")),
            Map.entry(RowField.COUNTRY, List.of("country", "land", "pais", "negara", "国")),
            Map.entry(RowField.INVOLVEMENT, List.of("involvement")),
            Map.entry(
                    RowField.STAGE,
                    List.of("stage", "status", "phase", "etapa", "estado", "fase", "peringkat", "ステージ")),
            Map.entry(
                    RowField.SUBMITTED_ON,
                    List.of(
                            "submitted",
                            "created",
                            "createdate",
                            "engagedate",
                            "introduced",
                            "eingang",
                            "erstellt",
                            "creacion",
                            "criacao",
                            "dicipta",
                            "作成日")),
            Map.entry(
                    RowField.CLOSED_ON,
                    List.of(
                            "closedate",
                            "closed",
                            "closingdate",
                            "abschluss",
                            "cierre",
                            "fechamento",
                            "tarikhtutup",
                            "完了日")),
            Map.entry(
                    RowField.AMOUNT,
                    List.of("amount", "value", "revenue", "betrag", "umsatz", "importe", "valor", "jumlah", "金額")),
            Map.entry(RowField.CURRENCY, List.of("currency", "wahrung", "moneda", "moeda", "matawang", "通貨")),
            Map.entry(RowField.LOSS_REASON, List.of("lossreason", "lostreason", "closedlostreason")));

    private static final Map<Stage, List<String>> STAGES = Map.of(
            Stage.WON, List.of("won", "gewonnen", "ganad", "ganh", "menang", "成約", "受注"),
            Stage.LOST, List.of("lost", "verloren", "perdid", "kalah", "失注"),
            Stage.PROPOSAL_SENT, List.of("propos", "quote", "contract", "negotiat", "angebot", "vertrag", "提案", "見積"),
            Stage.MEETING_HELD, List.of("meeting", "demo", "presentation", "termin", "reunion", "reuniao", "面談"),
            Stage.CONTACTED, List.of("contact", "engag", "kontakt", "qualif", "appointment"),
            Stage.ACCEPTED, List.of("accept", "angenommen", "acept", "aceit"));

    private static final List<Stage> IN_ORDER =
            List.of(Stage.WON, Stage.LOST, Stage.PROPOSAL_SENT, Stage.MEETING_HELD, Stage.CONTACTED, Stage.ACCEPTED);

    private ColumnNames() {}

    /** How well a header fits a field, the best first. */
    enum Match {
        /** A known profile has this column. */
        KNOWN,
        /** The header is a word for the field. */
        WORD,
        /** The header contains one. */
        CONTAINS
    }

    static boolean fits(String header, RowField field, List<String> known, Match match) {
        String key = key(header);
        List<String> words = WORDS.getOrDefault(field, List.of());
        return switch (match) {
            case KNOWN -> known.stream().anyMatch(name -> key(name).equals(key));
            case WORD -> words.stream().anyMatch(word -> key(word).equals(key));
            case CONTAINS ->
                words.stream()
                        .anyMatch(word -> (word.length() >= LEAST_CHARACTERS_WITHIN || word.charAt(0) > 'z')
                                && key.contains(key(word)));
        };
    }

    /** The stage that a text most likely means; the first one if nothing tells. */
    static Stage stage(String text) {
        String key = key(text);
        return IN_ORDER.stream()
                .filter(stage ->
                        STAGES.getOrDefault(stage, List.of()).stream().anyMatch(word -> key.contains(key(word))))
                .findFirst()
                .orElse(Stage.SUBMITTED);
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
