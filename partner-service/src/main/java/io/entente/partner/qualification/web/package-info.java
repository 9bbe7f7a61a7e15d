/** Qualification over HTTP. */
@NullMarked
package io.entente.partner.qualification.web;

import org.jspecify.annotations.NullMarked;
