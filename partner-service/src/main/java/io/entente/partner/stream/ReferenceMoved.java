package io.entente.partner.stream;

/** The field of the events of a request for a reference that leads to it. */
record ReferenceMoved(String referenceRequestId) {}
