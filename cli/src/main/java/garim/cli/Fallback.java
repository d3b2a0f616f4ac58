package garim.cli;

import garim.engine.frame.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what of the machine is used where the user said {@code auto}, and why nothing faster is.
 *
 * @param option without its hyphens
 * @param reporter whom it is told
 * @param messages in which language
 */
record Fallback(String option, Reporter reporter, Messages messages) {
    /**
     * Tells it.
     *
     * @param chosen what is used
     * @param refused what was tried and cannot be used
     * @param isSurprising true when a person should know
     */
    void tell(String chosen, List<Trial> refused, boolean isSurprising) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(option, chosen);
        facts.put("refused", Trial.line(refused));
        reporter.noted(option, facts);
        if (isSurprising) {
            reporter.warn("--" + option + " auto", messages.text("warn.fallback", chosen, Trial.line(refused)));
        }
    }
}
