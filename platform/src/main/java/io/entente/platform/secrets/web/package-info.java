/** The set-up of encrypted fields, and the rotation of their keys over HTTP. */
@NullMarked
package io.entente.platform.secrets.web;

import org.jspecify.annotations.NullMarked;
