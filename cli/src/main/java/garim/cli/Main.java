package garim.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The entry point of the program {@code garim}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Locale locale = language();
        // The help library asks for the default locale; everything else is handed the language.
        Locale.setDefault(locale);
        Interruption interruption = new Interruption();
        Console console = new Console(
                stream(FileDescriptor.out, "stdout.encoding"),
                stream(FileDescriptor.err, "stderr.encoding"),
                Messages.of(locale),
                System.getenv("GARIM_TERMINAL") != null,
                System::nanoTime,
                interruption);
        StopSignals.hear(interruption::onSignal);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "garim-shutdown"));
        int exitCode = GarimCommand.commandLine(console).execute(args);
        interruption.workEnded();
        console.out().flush();
        System.exit(exitCode);
    }

    /** The language of the user's environment; {@code GARIM_LANG} wins over it. */
    private static Locale language() {
        String wanted = System.getenv("GARIM_LANG");
        String tag = wanted == null ? Locale.getDefault().getLanguage() : wanted;
        return Messages.LANGUAGES.stream()
                .filter(known ->
                        known.getLanguage().equals(Locale.forLanguageTag(tag).getLanguage()))
                .findFirst()
                .orElse(Messages.LANGUAGES.getFirst());
    }

    /** A stream in the encoding of the terminal, or in UTF-8 where that could not even show the Korean alphabet. */
    private static PrintStream stream(FileDescriptor descriptor, String property) {
        Charset charset = Charset.forName(System.getProperty(property, StandardCharsets.UTF_8.name()));
        Charset usable = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        return new PrintStream(new FileOutputStream(descriptor), true, usable);
    }
}
