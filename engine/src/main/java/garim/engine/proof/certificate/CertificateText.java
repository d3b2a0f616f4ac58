package garim.engine.proof.certificate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Signed certificates as text: one JSON document in {@linkplain CanonicalJson canonical form} and a line end. What is signed
 * is the canonical form of the document without the value of its signature. The format is described by
 * {@code docs/schema/certificate-1.schema.json}.
 */
public final class CertificateText {
    private static final String CERTIFICATE = "certificate";
    private static final String SIGNATURE = "signature";
    private static final String VALUE = "value";
    private static final String VERSION = "version";

    /** Fields that version 1 got later, which stand in a certificate only where they say something. */
    private static final List<Later> LATER = List.of(
            new Later("figures", "identicalFrames", JsonNodeFactory.instance.numberNode(0)),
            new Later("review", "faceMatching", JsonNodeFactory.instance.arrayNode()),
            new Later("plan/models", "device", JsonNodeFactory.instance.textNode("")),
            new Later("secondEyes/models", "device", JsonNodeFactory.instance.textNode("")));

    /**
     * A field of a part of the certificate, and what it holds where there is nothing to say.
     *
     * @param part names on the way to it; where it is a list, every item has the field
     */
    private record Later(String part, String field, JsonNode none) {
        List<ObjectNode> in(JsonNode certificate) {
            JsonNode found = certificate.at("/" + part);
            return (found.isArray() ? found.valueStream() : Stream.of(found))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .toList();
        }
    }

    private final CanonicalJson canonical = new CanonicalJson();
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    /**
     * Who signed, as it stands in the document.
     *
     * @param algorithm always Ed25519
     * @param keyId id of the key
     * @param publicKey the key, in base64
     * @param lineage earlier keys that vouch for it
     */
    private record Signer(String algorithm, String keyId, String publicKey, List<Word> lineage) {
        static Signer of(SigningKey key) {
            return new Signer(
                    SigningKey.ALGORITHM,
                    key.publicKey().id(),
                    key.publicKey().encoded(),
                    key.lineage().stream()
                            .map(each -> new Word(
                                    each.by().encoded(), each.successor().encoded(), each.signature()))
                            .toList());
        }

        boolean names(PublicIdentity key) {
            return algorithm.equals(SigningKey.ALGORITHM) && keyId.equals(key.id());
        }
    }

    private record Word(String by, String successor, String signature) {
        Endorsement endorsement() {
            return new Endorsement(PublicIdentity.ofEncoded(by), PublicIdentity.ofEncoded(successor), signature);
        }
    }

    /** The text of a certificate, signed. */
    public String sign(Certificate certificate, SigningKey key) {
        ObjectNode document = mapper.createObjectNode();
        document.set(CERTIFICATE, written(certificate));
        ObjectNode signature = mapper.valueToTree(Signer.of(key));
        document.set(SIGNATURE, signature);
        signature.put(VALUE, Base64.getEncoder().encodeToString(key.sign(canonical.bytes(document))));
        return text(document);
    }

    /** Writes a signed certificate to a file; one that is there is replaced, in one step. */
    public void write(Certificate certificate, SigningKey key, Path file) {
        try {
            WholeFile.write(file, sign(certificate, key).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    /**
     * Reads a certificate from a file.
     *
     * @throws EngineException INPUT_MISSING when there is no such file, CERTIFICATE_INVALID when it is no certificate or
     *     one of a version that is not known
     */
    public SignedCertificate read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "no such file", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.CERTIFICATE_INVALID, file.toString(), "not readable as text", e);
        }
    }

    /** Reads a certificate from text; the subject names it in errors. */
    public SignedCertificate parse(String subject, String text) {
        try {
            JsonNode document = canonical.parse(text);
            requireKnownVersion(document);
            return parse(document, text);
        } catch (JacksonException | IllegalArgumentException e) {
            String detail = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new EngineException(
                    ErrorCode.CERTIFICATE_INVALID, subject, Objects.requireNonNullElse(detail, "damaged"), e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private SignedCertificate parse(JsonNode document, String text) throws IOException {
        if (document.size() != 2 || !(document.path(SIGNATURE) instanceof ObjectNode block)) {
            throw new IllegalArgumentException("it has no signature, or more than a certificate and a signature");
        }
        Certificate certificate = certificate(document.path(CERTIFICATE));
        byte[] value = Base64.getDecoder().decode(block.path(VALUE).asText());
        ObjectNode unsigned = block.deepCopy();
        unsigned.remove(VALUE);
        Signer signer = mapper.treeToValue(unsigned, Signer.class);
        PublicIdentity key = PublicIdentity.ofEncoded(signer.publicKey());
        ObjectNode signed = mapper.createObjectNode();
        signed.set(CERTIFICATE, document.path(CERTIFICATE));
        signed.set(SIGNATURE, unsigned);
        boolean isGenuine = signer.names(key)
                && key.verifies(canonical.bytes(signed), value)
                && Arrays.equals(
                        text(document).getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
        List<Endorsement> lineage = signer.lineage().stream()
                .map(Word::endorsement)
                .filter(Endorsement::holds)
                .toList();
        return new SignedCertificate(certificate, key, lineage, isGenuine);
    }

    /** Without what earlier programs did not know where there is none of it, as they wrote and read it. */
    private JsonNode written(Certificate certificate) {
        JsonNode tree = mapper.valueToTree(certificate);
        for (Later later : LATER) {
            later.in(tree).stream()
                    .filter(part -> part.path(later.field()).equals(later.none()))
                    .forEach(part -> part.remove(later.field()));
        }
        return tree;
    }

    private Certificate certificate(JsonNode document) throws JsonProcessingException {
        JsonNode complete = document.deepCopy();
        for (Later later : LATER) {
            later.in(complete).stream()
                    .filter(part -> !part.has(later.field()))
                    .forEach(part -> part.set(later.field(), later.none().deepCopy()));
        }
        return mapper.treeToValue(complete, Certificate.class);
    }

    private static void requireKnownVersion(JsonNode document) {
        JsonNode version = document.path(CERTIFICATE).path(VERSION);
        if (!version.isInt()) {
            throw new IllegalArgumentException("it says no version");
        }
        if (version.intValue() != Certificate.VERSION) {
            throw new IllegalArgumentException(
                    "version " + version.intValue() + " is not known; this program reads " + Certificate.VERSION);
        }
    }

    private String text(JsonNode document) {
        return new String(canonical.bytes(document), StandardCharsets.UTF_8) + "\n";
    }
}
