package garim.cli;

import garim.cli.export.ExportErrorCode;
import garim.cli.export.ExportException;
import garim.cli.export.ExportSource;
import garim.cli.review.LogRow;
import garim.cli.review.LogText;
import garim.cli.review.RedactionLog;
import garim.cli.settings.Reasons;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.FileHash;
import garim.engine.plan.MaskPlanJson;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.SignedCertificate;
import garim.paper.PdfPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What goes into an export, once it is sure that it is the masked file and belongs together. */
final class ExportContents {
    private static final String JSON = ".json";
    private static final String PDF = ".pdf";

    private final Path masked;
    private final Optional<Path> certificate;
    private final List<Path> logs;
    private final Optional<Path> plan;

    /**
     * The contents of an export.
     *
     * @param masked the file to be given away
     * @param certificate of that file; else the one beside it, if there is one
     * @param logs redaction logs that are there already
     * @param plan from which a log is made; else the one beside the file is only used to tell the original from it
     */
    ExportContents(Path masked, Optional<Path> certificate, List<Path> logs, Optional<Path> plan) {
        this.masked = masked;
        this.certificate = certificate.or(() -> beside(masked, OutputNames.CERTIFICATE_ENDING));
        this.logs = List.copyOf(logs);
        this.plan = plan;
    }

    private static Optional<Path> beside(Path file, String ending) {
        return Optional.of(file.resolveSibling(file.getFileName() + ending)).filter(Files::isRegularFile);
    }

    boolean hasCertificate() {
        return certificate.isPresent();
    }

    /**
     * The files, under names that tell nothing.
     *
     * @throws ExportException EXPORT_REFUSED when the file is the original, or the certificate is of another file
     */
    List<ExportSource> sources(Messages messages) {
        String video = "video." + ending(masked);
        String sha256 = FileHash.sha256(masked);
        refuseOriginal(sha256);
        List<ExportSource> sources = new ArrayList<>();
        sources.add(ExportSource.of(video, masked));
        certificate.ifPresent(file -> addCertificate(sources, video, file, sha256));
        addLogs(sources);
        plan.ifPresent(file -> addLog(sources, new MaskPlanJson().read(file), messages));
        return sources;
    }

    private void refuseOriginal(String sha256) {
        Optional<Path> known = plan.or(() -> beside(masked, OutputNames.PLAN_ENDING));
        if (known.isPresent()) {
            MaskPlan read = new MaskPlanJson().read(known.get());
            if (read.input().sha256().equals(sha256)) {
                throw refused(masked, "it is the original that its mask plan was made of");
            }
        }
    }

    private static void addCertificate(List<ExportSource> sources, String video, Path file, String sha256) {
        SignedCertificate read = new CertificateText().read(file);
        if (!read.isGenuine()) {
            throw refused(file, "it was changed after it was signed");
        }
        if (read.certificate().input().sha256().equals(sha256)) {
            throw refused(file, "it names this file as the original");
        }
        if (!read.certificate().output().file().sha256().equals(sha256)) {
            throw refused(file, "it is the certificate of another file");
        }
        sources.add(ExportSource.of(video + OutputNames.CERTIFICATE_ENDING, file));
        Path pdf = file.resolveSibling(withoutEnding(file, JSON) + PDF);
        if (Files.isRegularFile(pdf)) {
            sources.add(ExportSource.of(video + OutputNames.PAGE_ENDING, pdf));
        }
    }

    private void addLogs(List<ExportSource> sources) {
        Set<String> names = new HashSet<>();
        for (Path log : logs) {
            String name = "log." + ending(log);
            if (!names.add(name)) {
                throw refused(log, "there is another log of this kind");
            }
            sources.add(ExportSource.of(name, log));
        }
    }

    private static void addLog(List<ExportSource> sources, MaskPlan plan, Messages messages) {
        Reasons reasons = Reasons.usual();
        List<LogRow> rows = RedactionLog.rows(plan);
        String csv = new LogText(reasons, messages.locale(), messages::text)
                .log(rows)
                .csv();
        byte[] pdf = new PdfPrinter().print(new LogPaper(messages, reasons).of(plan, rows));
        byte[] table = (LogCommand.BYTE_ORDER_MARK + csv).getBytes(StandardCharsets.UTF_8);
        for (ExportSource made : List.of(ExportSource.of("log.csv", table), ExportSource.of("log.pdf", pdf))) {
            if (sources.stream().noneMatch(source -> source.name().equals(made.name()))) {
                sources.add(made);
            }
        }
    }

    private static String withoutEnding(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!ending.matches("[a-z0-9]{1,8}") || ending.equals(name)) {
            throw new IllegalArgumentException(file + " has no ending that tells what it is");
        }
        return ending;
    }

    private static ExportException refused(Path file, String reason) {
        return new ExportException(ExportErrorCode.EXPORT_REFUSED, file.toString(), reason);
    }
}
