package io.entente.platform.domain.lists;

/**
 * The order of a list.
 *
 * @param by the name of the order, such as {@code submitted}
 */
public record SortOrder(String by, boolean isDescending) {}
