/**
 * Who sends a request and what that caller may do: roles and scopes, the rules of handlers, and the claims of tokens. Plain Java;
 * {@code web} applies it to HTTP.
 */
@NullMarked
package io.entente.platform.security;

import org.jspecify.annotations.NullMarked;
