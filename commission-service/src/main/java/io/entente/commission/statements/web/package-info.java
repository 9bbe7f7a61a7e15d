/** Statements over HTTP, as JSON, CSV and PDF. */
@NullMarked
package io.entente.commission.statements.web;

import org.jspecify.annotations.NullMarked;
