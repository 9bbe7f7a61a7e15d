/**
 * Personal data and bank details at rest: fields of documents are encrypted with data keys, one per owner, which are wrapped by a keyset
 * that the operator keeps outside of the database (ADR 34).
 */
@NullMarked
package io.entente.platform.secrets;

import org.jspecify.annotations.NullMarked;
