package io.entente.platform.web.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how long a request body may take, because each request that is read keeps a thread. Tomcat bounds only the pause between two
 * bytes ({@code server.tomcat.connection-timeout}). Uploads of files are read by Tomcat itself and have only that bound.
 */
final class SlowBodyFilter extends OncePerRequestFilter implements Ordered {

    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 5;

    private final Duration bodyTime;
    private final Ticker ticker;

    SlowBodyFilter(Duration bodyTime, Ticker ticker) {
        this.bodyTime = bodyTime;
        this.ticker = ticker;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Timed timed = new Timed(request);
        chain.doFilter(timed, response);
        if (timed.isTooSlow) {
            response.flushBuffer();
            // Otherwise Tomcat would read the rest of the body in this thread, as slowly as it comes.
            throw new CloseNowException();
        }
    }

    private final class Timed extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream body;
        private boolean isTooSlow;

        private Timed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream given = body;
            if (given == null) {
                given = new TimedStream(super.getInputStream(), () -> isTooSlow = true);
                body = given;
            }
            return given;
        }
    }

    private final class TimedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final Runnable whenTooSlow;
        private final long began = ticker.read();

        private TimedStream(ServletInputStream stream, Runnable whenTooSlow) {
            this.stream = stream;
            this.whenTooSlow = whenTooSlow;
        }

        @Override
        public int read() throws IOException {
            checkTime();
            try {
                return stream.read();
            } catch (SocketTimeoutException e) {
                throw tooSlow();
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            checkTime();
            try {
                return stream.read(bytes, offset, length);
            } catch (SocketTimeoutException e) {
                throw tooSlow();
            }
        }

        private void checkTime() {
            if (ticker.read() - began > bodyTime.toNanos()) {
                throw tooSlow();
            }
        }

        private SlowBodyException tooSlow() {
            whenTooSlow.run();
            return new SlowBodyException();
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
