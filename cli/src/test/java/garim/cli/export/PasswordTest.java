package garim.cli.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "elevenchars",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "abcdefghijklmnop",
                "1234567890123456",
                "비밀번호비밀번호비밀번호",
                "tab\tand-more-text"
            })
    void whatCanBeGuessedOrIsReadDifferentlyElsewhereIsRefused(String text) {
        ExportException refused =
                assertThrows(ExportException.class, () -> new Password(text.toCharArray()).requireStrong());
        assertEquals(ExportErrorCode.PASSWORD_WEAK, refused.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "k7#Qm2!xW9pz", "~ A zip of 2026 ~"})
    void longOnesWillDo(String text) {
        assertDoesNotThrow(() -> new Password(text.toCharArray()).requireStrong());
    }

    @Test
    void nothingOfItIsSaidInAnyMessage() {
        ExportException refused =
                assertThrows(ExportException.class, () -> new Password("geheim!".toCharArray()).requireStrong());
        assertFalse(String.valueOf(refused.getMessage()).contains("geheim"));
        assertEquals("password", new Password("geheim!".toCharArray()).toString());
    }

    @Test
    void itIsWipedWhenItIsClosed() {
        char[] characters = "k7#Qm2!xW9pz".toCharArray();
        new Password(characters).close();
        assertArrayEquals(new char[12], characters);
    }
}
