package io.entente.platform.audit.web;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says in the OpenAPI document which reads the audit log has, so that the reviewed list of them can be compared with it. */
final class RecordedReads implements GlobalOperationCustomizer {

    static final String EXTENSION = "x-recorded-read";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Attempt.isRecordedRead(handler)) {
            operation.addExtension(EXTENSION, true);
        }
        return operation;
    }
}
