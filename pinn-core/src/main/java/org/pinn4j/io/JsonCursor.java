package org.pinn4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads JSON tokens off a stream that may hold anything. Takes memory for strings and short lists only, and for all strings
 * together no more than a fixed budget. Source of the grammar: RFC 8259.
 */
final class JsonCursor {
    /** Reads the value of one member of an object. */
    interface Member {
        void read(String key) throws IOException;
    }

    private static final int END = -1;
    private static final int UNREAD = -2;
    /** Bytes of all strings together that are read. */
    static final int STRING_BUDGET = 8 << 20;

    private final Path path;
    private final InputStream in;
    private final long end;
    private long offset;
    private int next = UNREAD;
    private int budget = STRING_BUDGET;
    private byte[] utf8 = new byte[256];
    private int length; // of the string that is being read
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    /** A cursor over the bytes [offset, end) of a file, of which the stream gives the next. */
    JsonCursor(Path path, InputStream in, long offset, long end) {
        this.path = path;
        this.in = in;
        this.offset = offset;
        this.end = end;
    }

    long offset() {
        return offset;
    }

    FormatException fail(String reason) {
        return new FormatException(path, offset, reason);
    }

    /** The byte to be read next, or a negative number at the end. */
    int peek() throws IOException {
        if (next == UNREAD) {
            next = offset < end ? in.read() : END;
        }
        return next;
    }

    String describe() throws IOException {
        int c = peek();
        return c < 0 ? "the end" : c > ' ' && c < 127 ? "'" + (char) c + "'" : "byte 0x%02x".formatted(c);
    }

    private int take() throws IOException {
        int c = peek();
        if (c < 0) {
            throw fail("the header ends in the middle");
        }
        next = UNREAD;
        offset++;
        return c;
    }

    private void skipSpace() throws IOException {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            take();
        }
    }

    private void expect(char wanted) throws IOException {
        if (!accept(wanted)) {
            throw fail("need '%s', found %s".formatted(wanted, describe()));
        }
    }

    private boolean accept(char wanted) throws IOException {
        skipSpace();
        if (peek() != wanted) {
            return false;
        }
        take();
        return true;
    }

    /** Nothing but white space is left. */
    void end() throws IOException {
        skipSpace();
        if (peek() >= 0) {
            throw fail("nothing may follow the header object, found " + describe());
        }
        if (offset < end) {
            throw fail("the file ended while its header was read");
        }
    }

    /** Reads an object; {@code member} is called behind each colon and must read one value. */
    void members(Member member) throws IOException {
        expect('{');
        if (accept('}')) {
            return;
        }
        do {
            String key = string();
            expect(':');
            member.read(key);
        } while (accept(','));
        expect('}');
    }

    /** A list of at most {@code most} integers ≥ 0. */
    long[] integers(int most) throws IOException {
        expect('[');
        long[] list = new long[4];
        int n = 0;
        if (accept(']')) {
            return new long[0];
        }
        do {
            if (n == most) {
                throw fail("more than %d numbers in a list".formatted(most));
            }
            list = n < list.length ? list : Arrays.copyOf(list, 2 * n);
            list[n++] = integer();
        } while (accept(','));
        expect(']');
        return Arrays.copyOf(list, n);
    }

    private long integer() throws IOException {
        skipSpace();
        if (!isDigit(peek())) {
            throw fail("need an integer ≥ 0, found " + describe());
        }
        boolean leadingZero = peek() == '0';
        long value = (long) take() - '0';
        while (isDigit(peek())) {
            if (leadingZero || value > (Long.MAX_VALUE - 9) / 10) {
                throw fail(leadingZero ? "a number begins with 0" : "a number is above 2^63");
            }
            value = 10 * value + (take() - '0');
        }
        return value;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    String string() throws IOException {
        expect('"');
        length = 0;
        boolean ascii = true;
        for (int c = take(); c != '"'; c = take()) {
            if (--budget < 0) {
                throw fail("names and metadata are longer than %d bytes".formatted(STRING_BUDGET));
            }
            if (c < ' ') {
                throw fail("control character 0x%02x in a string".formatted(c));
            }
            int letter = c == '\\' ? escape() : c;
            ascii &= letter < 0x80;
            if (c == '\\' && letter >= 0x80) {
                for (byte part : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    put(part);
                }
            } else {
                put((byte) letter);
            }
        }
        return ascii ? new String(utf8, 0, length, StandardCharsets.US_ASCII) : decoded();
    }

    private void put(byte b) {
        utf8 = length < utf8.length ? utf8 : Arrays.copyOf(utf8, 2 * length);
        utf8[length++] = b;
    }

    private String decoded() throws IOException {
        try {
            return decoder.decode(ByteBuffer.wrap(utf8, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw fail("a string is not UTF-8");
        }
    }

    private int escape() throws IOException {
        int c = take();
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return codePoint();
            default:
                throw fail("unknown escape in a string");
        }
    }

    /** The code point of four hexadecimal digits, or of two such escapes that make a surrogate pair. */
    private int codePoint() throws IOException {
        char high = hex4();
        if (!Character.isSurrogate(high)) {
            return high;
        }
        if (Character.isHighSurrogate(high) && take() == '\\' && take() == 'u') {
            char low = hex4();
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(high, low);
            }
        }
        throw fail("half a surrogate pair in a string");
    }

    private char hex4() throws IOException {
        int value = 0;
        for (int k = 0; k < 4; k++) {
            int digit = hexDigit(take());
            if (digit < 0) {
                throw fail("need four hexadecimal digits behind \\u");
            }
            value = 16 * value + digit;
        }
        return (char) value;
    }

    /** ASCII only, unlike {@link Character#digit}. */
    private static int hexDigit(int c) {
        return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }
}
