/** Requests for references over HTTP, and the form for referees, who can't sign in. */
@NullMarked
package io.entente.partner.references.web;

import org.jspecify.annotations.NullMarked;
