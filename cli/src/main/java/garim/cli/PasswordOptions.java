package garim.cli;

import garim.cli.export.ExportErrorCode;
import garim.cli.export.ExportException;
import garim.cli.export.Password;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a password comes from; never from the command line, which everybody on the machine can read. */
final class PasswordOptions {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int LONGEST = 4096;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Optional<Path> file = Optional.empty();

    /** The password for packing; typed twice when it is typed. */
    Password chosen(Console console) {
        if (file.isPresent()) {
            return read(file.get());
        }
        Password first = typed(console, "password.new");
        try (Password second = typed(console, "password.again")) {
            if (first.isSameAs(second)) {
                return first;
            }
        }
        first.close();
        throw new ExportException(ExportErrorCode.PASSWORD_WRONG, "password", "the two are not the same");
    }

    /** The password for opening. */
    Password known(Console console) {
        return file.map(PasswordOptions::read).orElseGet(() -> typed(console, "password.known"));
    }

    private static Password typed(Console console, String question) {
        java.io.Console terminal = console.terminal() ? System.console() : null;
        if (terminal == null) {
            throw new IllegalArgumentException(console.messages().text("password.nobody"));
        }
        char[] characters = terminal.readPassword("%s", console.messages().text(question) + " ");
        return new Password(characters == null ? new char[0] : characters);
    }

    /** The first line of a file, or of the standard input where the file is {@code -}. */
    private static Password read(Path file) {
        try (InputStream stream =
                file.equals(STANDARD_INPUT) ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(file)) {
            return firstLine(stream);
        } catch (CharacterCodingException e) {
            throw new ExportException(ExportErrorCode.PASSWORD_WEAK, "password", "it is not text in UTF-8", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), e.toString(), e);
        }
    }

    private static Password firstLine(InputStream stream) throws IOException {
        byte[] line = new byte[LONGEST];
        int length = 0;
        for (int next = stream.read(); next >= 0 && next != '\n' && length < LONGEST; next = stream.read()) {
            line[length++] = (byte) next;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
        char[] characters = new char[text.remaining()];
        text.get(characters);
        Arrays.fill(text.array(), '\0');
        Arrays.fill(line, (byte) 0);
        return new Password(characters);
    }
}
