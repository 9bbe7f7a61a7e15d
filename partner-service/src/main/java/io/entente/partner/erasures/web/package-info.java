/** What is stored of one person at a partner, over HTTP. */
@NullMarked
package io.entente.partner.erasures.web;

import org.jspecify.annotations.NullMarked;
