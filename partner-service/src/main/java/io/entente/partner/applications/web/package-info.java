/** Applications over HTTP, for people who can't sign in. */
@NullMarked
package io.entente.partner.applications.web;

import org.jspecify.annotations.NullMarked;
