/** The rules for pauses over HTTP. */
@NullMarked
package io.entente.partner.pauses.web;

import org.jspecify.annotations.NullMarked;
