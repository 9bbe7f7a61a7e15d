/** Partners over HTTP. */
@NullMarked
package io.entente.partner.partnership.web;

import org.jspecify.annotations.NullMarked;
