/** The API of agreements. */
@NullMarked
package io.entente.partner.agreements.web;

import org.jspecify.annotations.NullMarked;
