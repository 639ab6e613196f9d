package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of RFC 8259 as far as headers have it, at its edges. */
class JsonHeadersTest {
    private static final int START = 8;

    private static JsonCursor cursor(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonCursor(Path.of("file"), new ByteArrayInputStream(bytes), START, START + bytes.length);
    }

    private static String refused(org.junit.jupiter.api.function.Executable read) {
        return assertThrows(FormatException.class, read).getMessage();
    }

    @Test
    void everyEscapeIsItsCharacter() throws IOException {
        assertEquals("\"\\/\b\f\n\r\t", cursor("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"").string());
    }

    /** All twenty-two hexadecimal digits, and the characters that stand beside them in ASCII. */
    @Test
    void hexadecimalDigitsAreThose() throws IOException {
        String digits = "0123456789abcdefABCDEF";
        for (int k = 0; k < digits.length(); k++) {
            char digit = digits.charAt(k);
            int expected = 16 * Character.digit(digit, 16) + 3;
            assertEquals(
                    (char) expected, cursor("\"\\u00" + digit + "3\"").string().charAt(0), () -> "" + digit);
        }
        for (char wrong : "/:`g@G".toCharArray()) {
            String said = refused(() -> cursor("\"\\u00" + wrong + "3\"").string());
            assertTrue(said.contains("four hexadecimal digits"), said);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 9", "10, 10", "90, 90", "9223372036854775799, 9223372036854775799"})
    void integersUpToTheLargestAreRead(String text, long value) throws IOException {
        assertArrayEquals(new long[] {value, 1}, cursor("[ " + text + ", 1]").integers(2));
    }

    @ParameterizedTest
    @CsvSource({
        "01, begins with 0",
        "00, begins with 0",
        "-1, found '-'",
        "9223372036854775810, above 2^63",
        "99999999999999999999, above 2^63",
        "1.5, need ']'",
        "/, found '/'",
        ":, found ':'"
    })
    void whatIsNoIntegerIsSaid(String text, String reason) {
        String said = refused(() -> cursor("[" + text + "]").integers(3));
        assertTrue(said.contains(reason), said);
    }

    @Test
    void aListIsAsLongAsItMayBe() throws IOException {
        assertEquals(6, cursor("[1,2,3,4,5,6]").integers(6).length);
        assertTrue(refused(() -> cursor("[1,2,3]").integers(2)).contains("more than 2 numbers"));
        assertEquals(0, cursor("[ ]").integers(2).length);
    }

    /** A printable character as it is, the others by their number, the end in words. */
    @Test
    void whatIsFoundIsDescribed() {
        assertTrue(refused(() -> cursor("!").string()).endsWith("found '!'"));
        assertTrue(refused(() -> cursor("~").string()).endsWith("found '~'"));
        assertTrue(refused(() -> cursor("\u007f").string()).endsWith("found byte 0x7f"));
        assertTrue(refused(() -> cursor("\0").string()).endsWith("found byte 0x00"));
        assertTrue(refused(() -> cursor("").string()).endsWith("found the end"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1f})
    void controlCharactersAreRefusedInStrings(int c) {
        String said = refused(() -> cursor("\"" + (char) c + "\"").string());
        assertTrue(said.contains("control character 0x%02x".formatted(c)), said);
    }

    @Test
    void aSpaceIsNoControlCharacterAndOneEndsAtTheEdgeOfAscii() throws IOException {
        assertEquals(" \u007f\u0080", cursor("\" \u007f\u0080\"").string());
        assertEquals("\u007f\u0080\uffff", cursor("\"\\u007f\\u0080\\uffff\"").string());
    }

    /** How far the file was read, counted from its start: two spaces, a quote, two letters and the escape behind the first 8 bytes. */
    @Test
    void theMessageSaysWhereItIs() {
        String said = refused(() -> cursor("  \"ab\\x\"").string());
        assertTrue(said.contains("byte 15"), said);
    }

    @Test
    void nothingMayFollow() throws IOException {
        JsonCursor sound = cursor("\"a\" \n\r\t ");
        sound.string();
        sound.end();
        assertEquals(START + 8, sound.offset());
        JsonCursor more = cursor("\"a\" \0");
        more.string();
        assertTrue(refused(more::end).endsWith("found byte 0x00"));
    }
}
