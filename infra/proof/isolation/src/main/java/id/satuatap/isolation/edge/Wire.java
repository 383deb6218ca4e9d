package id.satuatap.isolation.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One connection to a port of this machine, which carries exactly the bytes it is given. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_HEAD = 256 * 1024;

    private final Socket socket;

    Wire(int port, Duration patience) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        patience(patience);
    }

    void patience(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    Wire write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A peer that has hung up already is noticed on reading. */
    Wire write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException hungUp) {
            return this;
        }
        return this;
    }

    /** One byte, or -1 at the end. */
    int readByte() throws IOException {
        return socket.getInputStream().read();
    }

    /** The next answer, an interim one (100, 103) skipped. */
    Answer read() throws IOException {
        return read("GET");
    }

    Answer read(String method) throws IOException {
        try {
            var answer = readHead();
            while (answer.status() >= 100 && answer.status() < 200 && answer.status() != 101) {
                answer = readHead();
            }
            return new Answer(answer.status(), answer.head(), answer.headers(), bodyOf(answer, method));
        } catch (SocketTimeoutException silence) {
            return Answer.nothing(Answer.SILENT);
        } catch (SocketException cut) {
            return Answer.nothing(Answer.CUT);
        }
    }

    /** Status and headers; what follows is left to {@link #readByte}. */
    Answer readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        var end = 0;
        while (end < 2) {
            var read = readByte();
            if (read < 0 || head.size() > LONGEST_HEAD) {
                return Answer.nothing(Answer.CUT);
            }
            head.write(read);
            if (read == '\n') {
                end++;
            } else if (read != '\r') {
                end = 0;
            }
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        var lines = text.split("\r?\n");
        var headers = new ArrayList<Answer.Header>();
        for (var line : Arrays.asList(lines).subList(1, lines.length)) {
            var colon = line.indexOf(':');
            headers.add(new Answer.Header(
                    line.substring(0, Math.max(0, colon)),
                    line.substring(colon + 1).strip()));
        }
        var words = lines[0].split(" ");
        var status = words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : Answer.CUT;
        return new Answer(status, text, List.copyOf(headers), new byte[0]);
    }

    /** What comes next, as UTF-8 of its bytes as Latin letters; nothing if nothing comes. */
    byte[] readSome() throws IOException {
        var some = new byte[4096];
        try {
            var read = Math.max(0, socket.getInputStream().read(some));
            return new String(some, 0, read, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        } catch (SocketTimeoutException nothing) {
            return new byte[0];
        }
    }

    /** Whether the peer has ended the connection, or does within the patience. */
    boolean isCut() throws IOException {
        try {
            return readByte() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException cut) {
            return true;
        }
    }

    /** All answers until the connection ends or nothing more comes. */
    List<Answer> readAll() throws IOException {
        var answers = new ArrayList<Answer>();
        var answer = read();
        while (answer.status() > 0) {
            answers.add(answer);
            answer = read();
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] bodyOf(Answer answer, String method) throws IOException {
        var chunked = answer.header("Transfer-Encoding")
                .map(encoding -> encoding.toLowerCase(Locale.ROOT).contains("chunked"))
                .orElse(false);
        var length = answer.header("Content-Length").map(Integer::parseInt);
        if (method.equals("HEAD") || answer.status() == 204 || answer.status() == 304 || answer.status() <= 101) {
            return new byte[0];
        }
        if (chunked) {
            return chunks();
        }
        return length.isPresent()
                ? socket.getInputStream().readNBytes(length.get())
                : socket.getInputStream().readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        var size = chunkSize();
        while (size > 0) {
            body.write(socket.getInputStream().readNBytes(size));
            line();
            size = chunkSize();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        var line = line();
        return line.isEmpty() ? 0 : Integer.parseInt(line, 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        var read = readByte();
        while (read >= 0 && read != '\n') {
            if (read != '\r') {
                line.append((char) read);
            }
            read = readByte();
        }
        return line.toString();
    }
}
