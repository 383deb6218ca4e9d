package id.satuatap.isolation.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept connection that sends bytes made ready before and reads the answer whole: so light that a million requests cost the tried, not the trier. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 40_000;

    private final int port;
    private final byte[] line = new byte[16 * 1024];
    private byte[] body = new byte[64 * 1024];
    private int length;
    private Socket socket;
    private InputStream in;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = open(port);
        this.in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
        return socket;
    }

    /** The status; the body stays readable until the next request. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = 0;
        var expected = -1;
        var chunked = false;
        var closes = false;
        for (var text = readLine(); !text.isEmpty(); text = readLine()) {
            var lower = text.toLowerCase(Locale.ROOT);
            if (status == 0) {
                status = Integer.parseInt(text, 9, 12, 10);
            } else if (lower.startsWith("content-length:")) {
                expected = Integer.parseInt(text.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection: close")) {
                closes = true;
            }
        }
        length = 0;
        if (chunked) {
            readChunks();
        } else if (status != 204 && status != 304) {
            read(Math.max(0, expected));
        }
        if (closes) {
            reopen();
        }
        return status;
    }

    byte[] body() {
        return body;
    }

    int length() {
        return length;
    }

    /** Sends it, and is gone before the answer is read, or even before the request is whole. */
    static void cut(int port, byte[] request, int bytes, long nanos) throws IOException {
        try (var socket = open(port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request, 0, bytes);
            java.util.concurrent.locks.LockSupport.parkNanos(nanos);
        }
    }

    void reopen() throws IOException {
        socket.close();
        socket = open(port);
        in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }

    private void readChunks() throws IOException {
        for (var size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
            read(size);
            readLine();
        }
        readLine();
    }

    private void read(int bytes) throws IOException {
        if (length + bytes > body.length) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, length + bytes));
        }
        if (in.readNBytes(body, length, bytes) < bytes) {
            throw new IOException("the answer ended early");
        }
        length += bytes;
    }

    private String readLine() throws IOException {
        var at = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line[at++] = (byte) next;
            }
        }
        return new String(line, 0, at, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
