/** Erasures over HTTP. */
@NullMarked
package io.entente.partner.erasures.web;

import org.jspecify.annotations.NullMarked;
