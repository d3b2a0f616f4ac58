package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.PublicIdentity;
import garim.paper.Block;
import garim.paper.Document;
import garim.paper.PaperLanguage;
import garim.paper.PdfPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A certificate as a page for people, in their language. The signed document is the JSON; the page says so. */
final class CertificatePage {
    /** Of each list, so that all fits on one page; the rest is in the signed document. */
    private static final int MOST_ROWS = 5;

    private final Certificate certificate;
    private final PublicIdentity key;
    private final Messages messages;

    private CertificatePage(Certificate certificate, PublicIdentity key, Messages messages) {
        this.certificate = certificate;
        this.key = key;
        this.messages = messages;
    }

    /**
     * Prints a certificate to a file, replacing one that is there.
     *
     * @throws EngineException OUTPUT_FAILED
     */
    static void write(Certificate certificate, PublicIdentity key, Messages messages, Path file) {
        byte[] pdf = new PdfPrinter().print(new CertificatePage(certificate, key, messages).document());
        try {
            Files.write(file, pdf);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Notice(
                certificate.needsReview() ? Block.Tone.WARNING : Block.Tone.GOOD,
                summary() + " " + text(certificate.needsReview() ? "page.review" : "page.noReview")));
        blocks.add(new Block.Facts(facts()));
        addTracks(blocks);
        addKept(blocks);
        blocks.add(new Block.Paragraph(text("page.assumptions")));
        return new Document(
                text("page.title"),
                PaperLanguage.of(messages.locale()),
                certificate.output().file().sha256(),
                Instant.parse(certificate.issued()),
                text("page.footer"),
                blocks);
    }

    private String summary() {
        String looked = certificate.review().reviewers().isEmpty()
                ? text("page.nobody")
                : String.join(", ", certificate.review().reviewers());
        if (certificate.depth() == Certificate.Depth.HASH) {
            return text("page.summary.hash", certificate.plan().tracks(), looked);
        }
        return text(
                "page.summary",
                certificate.figures().pixelsPerMeter(),
                certificate.figures().tracks().size(),
                looked);
    }

    private List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact("output", certificate.output().name()));
        facts.add(fact("outputHash", certificate.output().file().sha256()));
        facts.add(fact("input", certificate.input().name()));
        facts.add(fact("inputHash", certificate.input().sha256()));
        facts.add(fact("planHash", certificate.plan().sha256()));
        facts.add(fact(
                "frames",
                text(
                        "page.framesOver",
                        certificate.output().media().frames(),
                        certificate.output().media().seconds())));
        facts.add(fact("sound", text("page.sound." + certificate.output().sound())));
        facts.add(fact("whole", wholeFrames()));
        facts.add(fact("eyes", eyes()));
        facts.add(fact(
                "approver",
                certificate.review().approver().isEmpty()
                        ? text("page.nobody")
                        : certificate.review().approver()));
        if (!certificate.review().faceMatching().isEmpty()) {
            facts.add(fact("faceMatching", faceMatching()));
        }
        facts.add(fact("issued", certificate.issued() + ", " + certificate.program()));
        facts.add(fact("key", key.id()));
        return facts;
    }

    private String wholeFrames() {
        return certificate.figures().wholeFrames().isEmpty()
                ? text("none")
                : certificate.figures().wholeFrames().stream()
                        .limit(MOST_ROWS)
                        .map(run -> run.firstFrame() + "-" + run.lastFrame() + " " + text("page.whole." + run.reason()))
                        .collect(Collectors.joining(", "));
    }

    private String eyes() {
        return certificate.secondEyes().look().detectors().isEmpty()
                ? text("page.nobody")
                : text(
                        "page.eyesFound",
                        String.join(", ", certificate.secondEyes().look().detectors()),
                        certificate.secondEyes().look().looks(),
                        certificate.secondEyes().look().sightings().size());
    }

    private String faceMatching() {
        return certificate.review().faceMatching().stream()
                .limit(MOST_ROWS)
                .map(matching -> matching.by() + ", " + matching.at())
                .collect(Collectors.joining("; "));
    }

    /** The worst first; all of them are in the signed document. */
    private void addTracks(List<Block> blocks) {
        List<TrackFigures> tracks = certificate.figures().tracks();
        List<List<String>> rows = tracks.stream()
                .sorted(Comparator.comparingInt(TrackFigures::framesExposed)
                        .thenComparingDouble(TrackFigures::pixelsPerMeter)
                        .reversed())
                .limit(MOST_ROWS)
                .map(this::row)
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading(text("page.tracks", rows.size(), tracks.size())));
            blocks.add(new Block.Table(
                    columns("track", "kind", "frames", "exposed", "coverage", "cells", "density"), rows));
        }
    }

    private List<String> row(TrackFigures track) {
        return List.of(
                String.valueOf(track.track()),
                text("kind." + track.kind()),
                String.valueOf(track.framesPresent()),
                String.valueOf(track.framesExposed()),
                text("page.percent", track.weakestCoverage()),
                text("page.number", track.cells()),
                track.pixelsPerMeter() == 0 ? "-" : text("page.number", track.pixelsPerMeter()));
    }

    private void addKept(List<Block> blocks) {
        List<List<String>> rows = certificate.kept().stream()
                .limit(MOST_ROWS)
                .map(kept -> List.of(
                        String.valueOf(kept.track()),
                        text("kind." + kept.kind()),
                        kept.frames().stream()
                                .map(span -> span.firstFrame() + "-" + span.lastFrame())
                                .collect(Collectors.joining(", ")),
                        kept.reason(),
                        kept.reviewer()))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading(
                    text("page.kept", rows.size(), certificate.kept().size())));
            blocks.add(new Block.Table(columns("track", "kind", "frames", "reason", "reviewer"), rows));
        }
    }

    private List<Block.Column> columns(String... names) {
        return List.of(names).stream()
                .map(name -> new Block.Column(text("page.column." + name), 1))
                .toList();
    }

    private Block.Fact fact(String name, String value) {
        return new Block.Fact(text("page.fact." + name), value);
    }

    private String text(String key, Object... values) {
        return messages.text(key, values);
    }
}
