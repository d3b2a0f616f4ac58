package garim.cli.review;

import garim.engine.frame.MaskPlan;
import garim.engine.visibility.ReviewedTrack;
import java.util.List;
import java.util.Locale;

/**
 * A sheet of all tracks as one HTML page that needs nothing else: pictures are in it, scripts are not, and nothing is
 * fetched. It shows people unmasked and is for the reviewer only.
 */
public final class HtmlSheet {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:15px/1.45 system-ui,"Noto Sans KR","Malgun Gothic",sans-serif;margin:1.5rem;background:#f4f5f7;color:#16181d}
            h1{font-size:1.25rem;margin:0 0 .25rem}p{margin:.2rem 0}.note{color:#555}
            main{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0;align-items:flex-start}
            section{background:#fff;border:1px solid #d6d9df;border-radius:8px;padding:.75rem 1rem}
            h2{font-size:1rem;margin:0 0 .5rem}h3{font-size:1rem;margin:1rem 0 0;flex-basis:100%}
            .persons,.tracks{display:flex;flex-wrap:wrap;gap:.75rem}
            figure{margin:0;padding:.5rem;border:2px solid #9aa1ad;border-radius:6px;max-width:18rem}
            figure.kept{border-color:#1a7f37;background:#e9f7ed}
            figure.decided{border-color:#8250df}
            img{display:block;max-width:100%;height:auto;border-radius:3px}
            figcaption{font-size:.85rem;margin-top:.35rem;overflow-wrap:anywhere}
            .number{font-weight:700;font-size:1rem}.state{font-weight:600}
            .strip{display:flex;gap:2px;margin-top:4px;flex-wrap:wrap}.strip img{height:64px;width:auto}
            .none{width:8rem;height:6rem;background:#d6d9df;border-radius:3px}
            code{background:#eceef2;padding:.1rem .3rem;border-radius:3px;overflow-wrap:anywhere}
            @media(prefers-color-scheme:dark){body{background:#14161a;color:#e8eaee}section{background:#1c1f24;border-color:#3a3f48}
            .note{color:#a8adb7}figure.kept{background:#12301c}code{background:#2a2e36}}
            """;

    private final MaskPlan plan;
    private final Words words;
    private final TrackLine lines;
    private final TrackPictures pictures;
    private final StringBuilder html = new StringBuilder();

    /** A sheet of a plan. */
    public HtmlSheet(MaskPlan plan, Words words, TrackPictures pictures) {
        this.plan = plan;
        this.words = words;
        this.lines = new TrackLine(plan, words);
        this.pictures = pictures;
    }

    /**
     * The page.
     *
     * @param planName name of the plan file, for the examples of commands
     * @param groups persons side by side that may be one, the surest first
     */
    public String page(String planName, List<List<Person>> groups, Locale locale) {
        html.setLength(0);
        html.append("<!doctype html>\n<html lang=\"")
                .append(escape(locale.getLanguage()))
                .append("\">\n<head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(plan.input().name()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        element("h1", words.text("sheet.title", plan.input().name()));
        note(words.text("sheet.private"));
        if (pictures.comparesFaces()) {
            note(words.text("sheet.faces"));
        }
        html.append("<p class=\"note\">")
                .append(escape(words.text("sheet.how")))
                .append(" <code>")
                .append(escape("garim decide " + planName + " --keep p3 --reason subject --by NAME"))
                .append("</code></p>\n");
        html.append("<main>\n");
        boolean isThin = false;
        for (List<Person> group : groups) {
            if (!isThin && Lookalikes.isSuggestion(group)) {
                isThin = true;
                element("h3", words.text("tracks.thin"));
            }
            group(group);
        }
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void group(List<Person> group) {
        html.append("<section>\n");
        if (group.size() > 1) {
            note(words.text(
                    pictures.comparesFaces() ? "tracks.perhaps.faces" : "tracks.perhaps", TrackLine.ids(group)));
        }
        html.append("<div class=\"persons\">\n");
        for (Person person : group) {
            html.append("<div>");
            element("h2", person.id());
            html.append("<div class=\"tracks\">\n");
            person.tracks().forEach(this::track);
            html.append("</div></div>\n");
        }
        html.append("</div></section>\n");
    }

    private void track(ReviewedTrack reviewed) {
        boolean isDecided = reviewed.otherwise().entry() > 0;
        html.append("<figure class=\"")
                .append(reviewed.isKept() ? "kept" : isDecided ? "decided" : "found")
                .append("\">");
        int id = reviewed.track().id();
        pictures.picture(id)
                .ifPresentOrElse(
                        picture -> image(id + " " + lines.time(picture.frame()), Jpeg.base64(picture.image())),
                        () -> html.append("<div class=\"none\"></div>"));
        html.append("<div class=\"strip\">");
        pictures.strip(id).forEach(picture -> image("", picture));
        html.append("</div><figcaption><span class=\"number\">").append(id).append("</span> ");
        html.append(escape(lines.kind(reviewed))).append("<br>").append(escape(lines.when(reviewed)));
        html.append("<br>").append(escape(lines.seen(reviewed))).append("<br><span class=\"state\">");
        html.append(escape(lines.state(reviewed))).append("</span></figcaption></figure>\n");
    }

    private void image(String alt, String jpeg) {
        html.append("<img alt=\"")
                .append(escape(alt))
                .append("\" src=\"data:image/jpeg;base64,")
                .append(jpeg)
                .append("\">");
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void note(String text) {
        html.append("<p class=\"note\">").append(escape(text)).append("</p>\n");
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(letter -> safe.append(escape((char) letter)));
        return safe.toString();
    }

    private static String escape(char letter) {
        return switch (letter) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.isISOControl(letter) ? " " : String.valueOf(letter);
        };
    }
}
