/** Tokens that tests sign themselves. */
@NullMarked
package io.entente.testkit.security;

import org.jspecify.annotations.NullMarked;
