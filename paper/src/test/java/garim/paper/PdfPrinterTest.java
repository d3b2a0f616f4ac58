package garim.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

final class PdfPrinterTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Document document(PaperLanguage language, Block... blocks) {
        return new Document("영상 가림 확인서", language, "document-1", NOON, "Garim", List.of(blocks));
    }

    private static byte[] print(Block... blocks) {
        return new PdfPrinter().print(document(PaperLanguage.KOREAN, blocks));
    }

    /** The text of each page, its white space made single spaces. */
    private static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Block.Table table(int rows) {
        List<Block.Column> columns = List.of(
                new Block.Column("번호", 1, Block.Side.RIGHT), new Block.Column("시각", 2), new Block.Column("내용", 5));
        return new Block.Table(
                columns,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> List.of("N" + i, "00:00:" + i, "지나가는 사람 " + i))
                        .toList());
    }

    @Test
    void koreanAndLatinTextCanBeReadBack() {
        String text = pages(print(
                        new Block.Heading("가림 대상"),
                        new Block.Paragraph("얼굴 12명과 번호판 3개를 가렸습니다. Masked by Garim."),
                        new Block.Facts(List.of(new Block.Fact("파일", "복도 카메라 3.mp4"))),
                        new Block.Notice(Block.Tone.GOOD, "확인되었습니다.")))
                .getFirst();
        for (String part : List.of(
                "영상 가림 확인서",
                "가림 대상",
                "얼굴 12명과 번호판 3개를 가렸습니다. Masked by Garim.",
                "복도 카메라 3.mp4",
                "확인되었습니다.",
                "1 / 1쪽")) {
            assertTrue(text.contains(part), () -> part + " in " + text);
        }
    }

    @Test
    void everyHangulSyllableIsInTheFont() {
        StringBuilder all = new StringBuilder();
        for (char c = '가'; c <= '힣'; c++) {
            all.append(c);
        }
        String text = String.join("", pages(print(new Block.Paragraph(all.toString()))))
                .replaceAll("[^가-힣]", "");
        assertTrue(all.chars().allMatch(c -> text.indexOf(c) >= 0));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        Block[] blocks = {new Block.Heading("로그"), table(200), new Block.Notice(Block.Tone.WARNING, "주의")};
        assertArrayEquals(print(blocks), print(blocks));
    }

    @Test
    void anotherIdGivesAnotherFile() {
        Document one = document(PaperLanguage.ENGLISH, new Block.Paragraph("x"));
        Document other = new Document(one.title(), one.language(), "document-2", NOON, one.footer(), one.blocks());
        assertFalse(Arrays.equals(new PdfPrinter().print(one), new PdfPrinter().print(other)));
    }

    @Test
    void theHeadOfATableStandsOnEveryPageAndEveryRowIsThereOnce() {
        List<String> pages = pages(print(table(300)));
        assertTrue(pages.size() > 3);
        assertTrue(pages.stream().allMatch(page -> page.contains("번호 시각 내용")));
        String all = String.join(" ", pages);
        for (int i = 1; i <= 300; i++) {
            assertEquals(2, (" " + all + " ").split(" N" + i + " ").length, "row " + i);
        }
    }

    @Test
    void pagesAreNumberedInTheLanguageOfTheDocument() {
        byte[] indonesian = new PdfPrinter().print(document(PaperLanguage.INDONESIAN, table(100)));
        List<String> pages = pages(indonesian);
        assertTrue(pages.get(1).contains("Halaman 2 dari " + pages.size()));
        assertTrue(pages(new PdfPrinter().print(document(PaperLanguage.ENGLISH)))
                .getFirst()
                .contains("Page 1 of 1"));
    }

    @Test
    void aRowTallerThanAPageRunsOverPagesAndLosesNothing() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            words.append("낱말").append(i).append(' ');
        }
        Block.Table table = new Block.Table(List.of(new Block.Column("내용", 1)), List.of(List.of(words.toString())));
        String all = String.join(" ", pages(print(table)));
        for (int i = 0; i < 3000; i++) {
            assertTrue(all.contains("낱말" + i + " "), "word " + i);
        }
    }

    @Test
    void anEmptyCellAndAnEmptyTableArePrinted() {
        Block.Column column = new Block.Column("비고", 1);
        List<String> pages = pages(print(
                new Block.Table(List.of(column, column), List.of(List.of("", "값"))),
                new Block.Table(List.of(column), List.of())));
        assertTrue(pages.getFirst().contains("값"));
    }

    @Test
    void aLongChecksumStaysInsideThePageAndWhole() {
        String checksum = "0123456789abcdef".repeat(12);
        String text = pages(print(new Block.Facts(List.of(new Block.Fact("SHA-256", checksum)))))
                .getFirst();
        assertTrue(text.replace(" ", "").contains(checksum));
    }

    @Test
    void whatTheFontDoesNotHaveBecomesABox() {
        String text = pages(print(new Block.Paragraph("홍길동(洪) 😀 end\u0007."))).getFirst();
        assertTrue(text.contains("홍길동(□) □ end ."), text);
    }

    @Test
    void decomposedFileNamesAreComposed() {
        String name = Normalizer.normalize("복도.mp4", Normalizer.Form.NFD);
        assertTrue(pages(print(new Block.Paragraph(name))).getFirst().contains("복도.mp4"));
    }

    @Test
    void onlyTheUsedPartOfEachFontIsEmbedded() throws IOException {
        byte[] pdf = print(new Block.Paragraph("가나다"));
        assertTrue(pdf.length < 40_000, pdf.length + " bytes");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertTrue(font.isEmbedded());
                assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
            }
        }
    }

    @Test
    void theFileTellsTitleLanguageAndTheGivenTime() throws IOException {
        try (PDDocument document = Loader.loadPDF(print())) {
            assertEquals("영상 가림 확인서", document.getDocumentInformation().getTitle());
            assertEquals("ko", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    NOON, document.getDocumentInformation().getCreationDate().toInstant());
        }
    }
}
