package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.frame.WholeReason;
import garim.engine.proof.FilePieces;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.SecondLook;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.ViewLevel;
import garim.engine.proof.WholeFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a certificate says fits on one page that people can read. */
final class CertificatePageTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    private static TrackFigures track(int number) {
        return new TrackFigures(
                number,
                TargetKind.FACE,
                0,
                59,
                60,
                60,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                0.94,
                3,
                0.01,
                0.2,
                3,
                18.75,
                ViewLevel.MONITOR,
                List.of());
    }

    private static Certificate certificate() {
        ProofFigures figures = new ProofFigures(
                60,
                0,
                IntStream.rangeClosed(1, 40)
                        .mapToObj(CertificatePageTest::track)
                        .toList(),
                List.of(new WholeFigures(3, 5, WholeReason.DETECTOR_FAILED, 0)));
        return new Certificate(
                Certificate.VERSION,
                "garim test",
                "2026-01-02T03:04:05Z",
                "statement",
                false,
                new Certificate.Input("\uc6d0\ubcf8.mp4", HASH, 9, "h264", 64, 48, 60, 1.9),
                new Certificate.Output(
                        "out.mp4",
                        new FilePieces(9, HASH, 1024, List.of(HASH)),
                        new OutputMedia("mp4", "h264", 64, 48, 60, 1.9, 0),
                        "openh264",
                        Certificate.Sound.DROPPED),
                new Certificate.Plan(
                        HASH,
                        "garim test",
                        40,
                        "standard",
                        2,
                        "",
                        0,
                        List.of(),
                        Map.of(TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0.25))),
                Certificate.Depth.FULL,
                figures,
                new Certificate.Eyes(List.of(), new SecondLook(List.of("ssd"), 4, 0, 0, 0, List.of())),
                new Certificate.Review(
                        1,
                        List.of("\uae40\ucca0\uc218"),
                        "",
                        List.of(new Certificate.Matching("Kim", "2026-11-25T01:02:03Z"))),
                List.of(new Certificate.Kept(
                        7, TargetKind.PERSON, List.of(new FrameSpan(3, 9)), "subject", "\uae40\ucca0\uc218")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "id"})
    void saysItAllOnOnePageInEveryLanguage(String language) throws IOException {
        Path file = folder.resolve("page.pdf");
        SigningKey key = SigningKey.generate();
        Messages messages = Messages.of(Locale.of(language));
        CertificatePage.write(certificate(), key.publicKey(), messages, file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertEquals(1, pdf.getNumberOfPages());
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            for (String wanted :
                    List.of(messages.text("page.title"), HASH, key.publicKey().id(), "\uae40\ucca0\uc218", "subject")) {
                assertTrue(text.contains(wanted.replaceAll("\\s+", "")), wanted + " is not in " + text);
            }
        }
    }
}
