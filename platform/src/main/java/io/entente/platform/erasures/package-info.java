/**
 * Erasures of personal data: one administrator asks, another one decides. Plain Java; a service says what it erases ({@link
 * io.entente.platform.erasures.Erasable}).
 */
@NullMarked
package io.entente.platform.erasures;

import org.jspecify.annotations.NullMarked;
