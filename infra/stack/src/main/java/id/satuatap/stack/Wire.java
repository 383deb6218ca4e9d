package id.satuatap.stack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/** One connection to a port of this machine, which carries exactly the bytes it is given and reads answers whole. */
public final class Wire implements AutoCloseable {

    private static final int MOST_LINES = 1000;
    private static final int MOST_HEAD = 64 * 1024;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }

    public static Wire to(int port, Duration patience) throws IOException {
        return to(SocketFactory.getDefault(), port, patience);
    }

    /** @param sockets such as those of TLS */
    public static Wire to(SocketFactory sockets, int port, Duration patience) throws IOException {
        var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return new Wire(socket).patience(patience);
    }

    public Wire patience(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        return this;
    }

    /** Sends the beginning of a request, and is gone after a while: before the answer is read, or before the request is whole. */
    public static void cut(int port, byte[] request, int bytes, Duration after) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request, 0, bytes);
            LockSupport.parkNanos(after.toNanos());
        }
    }

    public Wire write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A peer that has hung up already is noticed on reading. */
    public Wire write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException hungUp) {
            return this;
        }
        return this;
    }

    public Answer read() throws IOException {
        return read("GET");
    }

    /** The next answer to this method, an interim one (100, 103) skipped. */
    public Answer read(String method) throws IOException {
        try {
            var answer = readHead();
            while (answer.status() >= 100 && answer.status() < 200 && answer.status() != 101) {
                answer = readHead();
            }
            return new Answer(answer.status(), answer.headers(), bodyOf(answer, method));
        } catch (SocketTimeoutException silence) {
            return Answer.nothing(Answer.SILENT);
        } catch (SocketException cut) {
            return Answer.nothing(Answer.CUT);
        }
    }

    /** The same; of a stream of events, which has no end, only what comes within this time. */
    public Answer readAtMost(Duration ofStream, String method) throws IOException {
        in.mark(MOST_HEAD);
        var head = readHead();
        if (head.header("Content-Type").startsWith("text/event-stream")) {
            return new Answer(head.status(), head.headers(), patience(ofStream).some());
        }
        in.reset();
        return read(method);
    }

    /** Status and headers; what follows is left to {@link #line} and {@link #some}. */
    public Answer readHead() throws IOException {
        var lines = new ArrayList<String>();
        try {
            for (var line = line(); !line.isEmpty() && lines.size() < MOST_LINES; line = line()) {
                lines.add(line);
            }
        } catch (SocketException ended) {
            return Answer.nothing(Answer.CUT);
        }
        var words = lines.isEmpty() ? new String[0] : lines.removeFirst().split(" ");
        var headers = new ArrayList<Answer.Header>();
        for (var line : lines) {
            var colon = Math.max(0, line.indexOf(':'));
            headers.add(new Answer.Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        var isStatus = words.length > 1 && words[1].matches("\\d{3}");
        return new Answer(isStatus ? Integer.parseInt(words[1]) : Answer.CUT, List.copyOf(headers), new byte[0]);
    }

    /** All answers until the connection ends or nothing more comes. */
    public List<Answer> readAll() throws IOException {
        var answers = new ArrayList<Answer>();
        for (var answer = read(); answer.status() > 0; answer = read()) {
            answers.add(answer);
        }
        return answers;
    }

    /** What is there, at most 4 kB; nothing if nothing comes. */
    public byte[] some() throws IOException {
        var some = new byte[4096];
        try {
            return Arrays.copyOf(some, Math.max(0, in.read(some)));
        } catch (SocketTimeoutException nothing) {
            return new byte[0];
        }
    }

    /** Whether the peer has ended the connection, or does within the patience. */
    public boolean isCut() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException cut) {
            return true;
        }
    }

    /** A line without its end. */
    public String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new SocketException("the connection ended");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] bodyOf(Answer answer, String method) throws IOException {
        var status = answer.status();
        if (method.equals("HEAD") || status == 204 || status == 304 || status <= 101) {
            return new byte[0];
        }
        if (answer.header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks();
        }
        var length = answer.header("Content-Length");
        return length.isEmpty() ? in.readAllBytes() : whole(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(whole(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] whole(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new SocketException("the answer ended early");
        }
        return bytes;
    }
}
