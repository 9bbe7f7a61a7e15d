package io.entente.platform.web.errors;

import io.entente.platform.domain.FieldError;
import java.io.EOFException;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.springframework.web.multipart.MultipartException;

/** Says whether an upload that can't be read is the fault of the caller, who can send it again, or of this machine. */
public final class UploadFaults {

    private static final FieldError NO_BOUNDARY = new FieldError(
            "Content-Type", "must be multipart/form-data with the boundary that separates the parts of the body");
    private static final FieldError CUT =
            new FieldError("body", "must be whole multipart/form-data, up to the last boundary");

    private UploadFaults() {}

    /** Returns what the caller can correct; empty if reading or storing failed for another reason, such as a full disk. */
    public static Optional<FieldError> ofTheCaller(MultipartException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof EOFException
                || cause instanceof ClientAbortException
                || cause instanceof MalformedStreamException
                || cause instanceof InvalidParameterException) {
            return Optional.of(CUT);
        }
        boolean isUnreadable = cause == failure || cause instanceof FileUploadException;
        return isUnreadable && !(cause instanceof IOFileUploadException) ? Optional.of(NO_BOUNDARY) : Optional.empty();
    }
}
