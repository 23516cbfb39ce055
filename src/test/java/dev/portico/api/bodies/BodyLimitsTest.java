package dev.portico.api.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Promise: nobody makes the portal read a body without end, whoever it is.
@PorticoTest
class BodyLimitsTest {

    private static final int TOO_MUCH = 5_300_000;

    private final URI portal;

    @Autowired
    BodyLimitsTest(ApplicationContext context) {
        this.portal = URI.create(TestPortal.of(context).address());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/portico/sources/any/webhook, 5300000, urn:portico:problem:content-too-large",
        "POST, /api/portico/sources, 5300000, urn:portico:problem:content-too-large",
        "PUT, /api/portico/sources/any/descriptors, 140000000, urn:portico:problem:content-too-large",
        "POST, /api/catalog/entities/by-refs, 5300000, PayloadTooLargeError",
    })
    void a_body_that_is_said_to_be_too_long_is_refused_before_it_is_read(
            String method, String path, long length, String expected) throws Exception {
        try (Socket socket = asked(method, path, "Content-Length: " + length)) {
            String answer = answer(socket);
            assertThat(answer).startsWith("HTTP/1.1 413").contains(expected);
        }
    }

    @Test
    void a_body_of_unknown_length_is_counted() throws Exception {
        try (Socket socket = asked("POST", "/api/portico/sources/any/webhook", "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            out.write((Integer.toHexString(TOO_MUCH) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[TOO_MUCH]);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("more than 5 MiB");
        }
    }

    private Socket asked(String method, String path, String length) throws Exception {
        Socket socket = new Socket(portal.getHost(), portal.getPort());
        socket.setSoTimeout(20_000);
        String head = method + ' ' + path + " HTTP/1.1\r\nHost: " + portal.getAuthority()
                + "\r\nAuthorization: Bearer " + TestPortal.ADMIN_TOKEN
                + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws Exception {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        byte[] some = new byte[4_096];
        for (int read = in.read(some); read > 0 && answer.indexOf("content-too-large") < 0; read = in.read(some)) {
            answer.append(new String(some, 0, read, StandardCharsets.UTF_8));
            if (answer.indexOf("MiB") > 0) {
                break;
            }
        }
        return answer.toString();
    }
}
