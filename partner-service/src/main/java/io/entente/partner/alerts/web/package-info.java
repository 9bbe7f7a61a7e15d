/** The API of alerts. */
@NullMarked
package io.entente.partner.alerts.web;

import org.jspecify.annotations.NullMarked;
