package io.entente.referral.intake.dryrun;

import io.entente.referral.intake.profiles.RowField;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Words by which columns are recognised, in several languages. They only make proposals. */
final class ColumnNames {

    private static final int LEAST_CHARACTERS_WITHIN = 4;

    private static final Map<RowField, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    RowField.ID,
                    List.of(
                            "id",
                            "dealid",
                            "opportunityid",
                            "recordid",
                            "number",
                            "nr",
                            "nummer",
                            "no",
                            "dealnr",
                            "dealno",
                            "dealnumber",
                            "dealnummer",
                            "opportunitynumber",
                            "opportunitynr",
                            "vorgangsnummer",
                            "verkaufschanceid",
                            "auftragsnummer",
                            "numero",
                            "nombor",
                            "番号",
                            "案件番号",
                            "案件id",
                            "商談番号",
                            "商談id",
                            "管理番号")),
            Map.entry(
                    RowField.PARTNER,
                    List.of(
                            "partner",
                            "salesagent",
                            "agent",
                            "referrer",
                            "referredby",
                            "introducedby",
                            "vermittler",
                            "vermitteltdurch",
                            "empfohlenvon",
                            "socio",
                            "referidopor",
                            "recomendadopor",
                            "parceiro",
                            "indicadopor",
                            "rakan",
                            "rakankongsi",
                            "dirujukoleh",
                            "パートナー",
                            "紹介者",
                            "紹介元",
                            "代理店")),
            Map.entry(
                    RowField.SERVICE,
                    List.of(
                            "service",
                            "product",
                            "produkt",
                            "leistung",
                            "dienstleistung",
                            "servicio",
                            "producto",
                            "servico",
                            "produto",
                            "perkhidmatan",
                            "produk",
                            "サービス",
                            "商品",
                            "製品")),
            Map.entry(
                    RowField.ORGANISATION,
                    List.of(
                            "organisation",
                            "organization",
                            "account",
                            "accountname",
                            "company",
                            "companyname",
                            "customer",
                            "client",
                            "kunde",
                            "kundenname",
                            "firma",
                            "firmenname",
                            "unternehmen",
                            "empresa",
                            "cliente",
                            "nombredelcliente",
                            "nomedocliente",
                            "razonsocial",
                            "syarikat",
                            "pelanggan",
                            "namasyarikat",
                            "会社",
                            "会社名",
                            "企業名",
                            "顧客",
                            "顧客名",
                            "取引先",
                            "取引先名")),
            Map.entry(
                    RowField.DOMAIN,
                    List.of(
                            "domain",
                            "website",
                            "url",
                            "webseite",
                            "internetseite",
                            "sitioweb",
                            "dominio",
                            "paginaweb",
                            "lamanweb",
                            "ウェブサイト",
                            "ドメイン")),
            Map.entry(RowField.COUNTRY, List.of("country", "land", "pais", "negara", "国", "国名")),
            Map.entry(RowField.INVOLVEMENT, List.of("involvement")),
            Map.entry(
                    RowField.STAGE,
                    List.of(
                            "stage",
                            "dealstage",
                            "salesstage",
                            "status",
                            "phase",
                            "verkaufsphase",
                            "etapa",
                            "estado",
                            "fase",
                            "peringkat",
                            "ステージ",
                            "フェーズ",
                            "状況",
                            "段階")),
            Map.entry(
                    RowField.SUBMITTED_ON,
                    List.of(
                            "submitted",
                            "submittedon",
                            "created",
                            "createdon",
                            "createdate",
                            "createddate",
                            "datecreated",
                            "addtime",
                            "engagedate",
                            "introduced",
                            "introducedon",
                            "eingang",
                            "eingegangenam",
                            "erstellt",
                            "erstelltam",
                            "angelegt",
                            "angelegtam",
                            "anlagedatum",
                            "erfasstam",
                            "creacion",
                            "fechadecreacion",
                            "creadoel",
                            "fechadealta",
                            "criacao",
                            "criadoem",
                            "datadecriacao",
                            "dicipta",
                            "diciptapada",
                            "tarikhdicipta",
                            "作成日",
                            "登録日",
                            "紹介日")),
            Map.entry(
                    RowField.CLOSED_ON,
                    List.of(
                            "closedate",
                            "closed",
                            "closedon",
                            "closeddate",
                            "dateclosed",
                            "wontime",
                            "wondate",
                            "losttime",
                            "lostdate",
                            "closingdate",
                            "abschluss",
                            "abgeschlossen",
                            "abgeschlossenam",
                            "abschlussdatum",
                            "geschlossenam",
                            "cierre",
                            "fechadecierre",
                            "cerradoel",
                            "fechamento",
                            "datadefechamento",
                            "fechadoem",
                            "tarikhtutup",
                            "ditutuppada",
                            "完了日",
                            "成約日",
                            "受注日",
                            "クローズ日")),
            Map.entry(
                    RowField.AMOUNT,
                    List.of(
                            "amount",
                            "value",
                            "dealvalue",
                            "revenue",
                            "betrag",
                            "auftragswert",
                            "umsatz",
                            "importe",
                            "monto",
                            "valor",
                            "jumlah",
                            "nilai",
                            "金額",
                            "受注金額")),
            Map.entry(
                    RowField.CURRENCY,
                    List.of("currency", "currencycode", "wahrung", "moneda", "divisa", "moeda", "matawang", "通貨")),
            Map.entry(
                    RowField.LOSS_REASON,
                    List.of(
                            "lossreason",
                            "lostreason",
                            "closedlostreason",
                            "verlustgrund",
                            "motivodeperdida",
                            "motivodaperda",
                            "motivodeperda",
                            "sebabkalah",
                            "失注理由")));

    /** Words in the name of a column that contains what somebody expects or plans. */
    private static final Set<String> EXPECTED = Set.of(
            "est",
            "estimated",
            "expected",
            "forecast",
            "planned",
            "target",
            "weighted",
            "erwartet",
            "erwartetes",
            "erwarteter",
            "geplant",
            "geplantes",
            "geplanter",
            "geschatzt",
            "geschatztes",
            "geschatzter",
            "gewichtet",
            "gewichteter",
            "voraussichtliches",
            "voraussichtlicher",
            "prognose",
            "previsto",
            "prevista",
            "esperado",
            "esperada",
            "estimado",
            "estimada",
            "ponderado",
            "dijangka",
            "anggaran");

    private static final Set<String> HAPPENED =
            Set.of("actual", "won", "tatsachliches", "tatsachlicher", "real", "efectivo", "efetivo", "sebenar");

    private static final List<String> EXPECTED_WITHOUT_SPACES = List.of("予定", "見込", "予想");

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

    static boolean isOfWhatIsExpected(String header) {
        return words(header).anyMatch(EXPECTED::contains)
                || EXPECTED_WITHOUT_SPACES.stream().anyMatch(header::contains);
    }

    static boolean isOfWhatHappened(String header) {
        return words(header).anyMatch(HAPPENED::contains);
    }

    private static Stream<String> words(String header) {
        return Stream.of(header.split("[^\\p{L}\\p{N}]+")).map(ColumnNames::key);
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
