package io.entente.platform.security;

/**
 * The right that a member of a partner needs for each handler that doesn't say which. A service declares it as a bean, so that a new
 * handler is closed to members who must not see everything of their partner. A handler with the same answer for every partner needs no
 * right.
 *
 * @param name of the right
 */
public record DefaultRight(String name) {}
