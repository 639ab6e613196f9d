package org.pinn4j.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a text, one at a time in an array of their own. Nothing is allocated for a line. */
final class CsvLines {
    private static final int DIGITS = 15; // of a whole number that is exact whatever the digits

    private final Reader in;
    private final int most;
    private final char[] block = new char[1 << 14];
    private int at;
    private int filled;
    private char[] line = new char[256];
    private int length;
    private int number;
    private long offset;
    private long next;

    /** @param most characters; of a longer line one more is read */
    CsvLines(Reader in, int most) {
        this.in = in;
        this.most = most;
    }

    /** @return whether there is another line */
    boolean next() throws IOException {
        offset = next;
        number++;
        length = 0;
        boolean any = false;
        for (int c = read(); c >= 0; c = read()) {
            any = true;
            if (c == '\n' || length > most) {
                break;
            }
            line = length < line.length ? line : Arrays.copyOf(line, 2 * length);
            line[length++] = (char) c;
        }
        next += bytes() + 1;
        length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
        return any;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(block));
            at = 0;
        }
        return at < filled ? block[at++] : -1;
    }

    private int bytes() {
        for (int i = 0; i < length; i++) {
            if (line[i] >= 0x80) {
                return new String(line, 0, length).getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return length;
    }

    /** Of this line, from 1. */
    int number() {
        return number;
    }

    /** Bytes before this line. */
    long offset() {
        return offset;
    }

    /** Without the line's end. */
    int length() {
        return length;
    }

    String text() {
        return text(0, length);
    }

    String text(int from, int end) {
        return new String(line, from, end - from);
    }

    /** Where the cell that begins at a place ends: at a comma or at the end of the line. */
    int end(int from) {
        int end = from;
        while (end < length && line[end] != ',') {
            end++;
        }
        return end;
    }

    /** A cell of a few digits alone, or −1 where it is anything else. */
    double whole(int from, int end) {
        if (end <= from || end - from > DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < end; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return -1;
            }
            value = 10 * value + (line[i] - '0');
        }
        return value;
    }

    /** Whether a cell is made of what decimal numbers are made of. */
    boolean isPlain(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = line[i];
            if ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}
