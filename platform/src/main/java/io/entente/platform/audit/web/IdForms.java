package io.entente.platform.audit.web;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells ids, which the audit log keeps, from everything else that a caller can write into a path: addresses, names, account numbers,
 * one-time keys. What has none of these forms is left out.
 */
final class IdForms {

    /** {@code par_01k2m8zq4v}, and ids that are made of several, such as {@code pob_01k2m8zq4v.par_01k2m8zq4v.USD}. */
    private static final Pattern PREFIXED =
            Pattern.compile("[a-z]{1,10}_(?=[a-z]*[0-9])[0-9a-z]{1,40}([./][A-Za-z0-9_]{1,40}){0,3}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** {@code SB-2026-00000017}, {@code 2026-Q2}, {@code correction-17}: words and short numbers, at least one of each. */
    private static final Pattern CODE = Pattern.compile(
            "(?=.*[A-Za-z])(?=.*[0-9])([A-Za-z]{1,16}|[0-9]{1,8}|[A-Za-z][0-9]{1,2})(-([A-Za-z]{1,16}|[0-9]{1,8}|[A-Za-z][0-9]{1,2})){0,5}");

    private static final Pattern NUMBER_OR_DAY = Pattern.compile("[0-9]{1,9}|[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Names that the firm chooses, and ids that a CRM chooses, by the names of their variables. Neither has the form of an IBAN. */
    private static final Map<String, Pattern> CHOSEN = Map.of(
            "code", Pattern.compile("(?!.*[0-9]{5})[A-Za-z0-9-]{1,40}"),
            "crm", Pattern.compile("[A-Za-z-]{1,40}"),
            "source", Pattern.compile("[A-Za-z-]{1,40}"),
            "crmDealId", Pattern.compile("(?![A-Z]{2}[0-9]{2})[A-Za-z0-9]{1,20}"));

    private static final Pattern NEVER = Pattern.compile("(?!)");

    private IdForms() {}

    /**
     * The value of a path's variable as the log keeps it.
     *
     * @param isLetIn whether the request was let in. Names that the firm chooses have the form of any word, so they are kept only then
     * @return the value, or the variable's name in braces if the value has no form of an id
     */
    static String kept(String variable, String value, boolean isLetIn) {
        boolean isId = PREFIXED.matcher(value).matches()
                || UUID.matcher(value).matches()
                || CODE.matcher(value).matches()
                || NUMBER_OR_DAY.matcher(value).matches()
                || (isLetIn
                        && CHOSEN.getOrDefault(variable, NEVER).matcher(value).matches());
        return isId ? value : "{" + variable + "}";
    }
}
