package garim.bench;

import java.util.List;

/**
 * What masking a clip costs against transcoding it.
 *
 * @param clip name of the clip
 * @param frames how many it has
 * @param maskOptions what mask was called with
 * @param contenders plain, ffmpeg, mask
 * @param ratios of the contenders
 * @param breakdown of mask by stage
 */
record Comparison(
        String clip,
        int frames,
        List<String> maskOptions,
        List<Contender> contenders,
        List<Ratio> ratios,
        Breakdown breakdown) {
    Comparison {
        maskOptions = List.copyOf(maskOptions);
        contenders = List.copyOf(contenders);
        ratios = List.copyOf(ratios);
    }
}
