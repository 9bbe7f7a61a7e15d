package io.entente.platform.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON text that was written earlier and is sent unchanged. */
record RawJson(@JsonValue @JsonRawValue String json) {}
