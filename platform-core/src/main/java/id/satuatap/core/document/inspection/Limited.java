package id.satuatap.core.document.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives up when more comes out than an honest file holds: what a packed file says of its size need not be true. */
final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream bytes, long most) {
        super(bytes);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw Refused.TOO_COMPLEX.asProblem();
        }
    }
}
