package garim.engine.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four eyes: who edits does not approve, and an approval is of what was there when it was given. */
final class ApprovalTest {
    private final MaskPlan edited = Plans.after(Plans.of(Plans.face(1)), new Edit.Keep(List.of(1)));

    @Test
    void aSecondPersonApproves() {
        MaskPlan approved = Plans.add(edited, "Lee", new Edit.Approve());
        assertEquals(Optional.of("Lee"), approver(approved));
        assertEquals(Optional.empty(), approver(edited));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kim", " kim ", "KIM", "Ｋｉｍ"})
    void whoEditedCannotApproveHoweverTheNameIsTyped(String name) {
        EngineException refusal =
                assertThrows(EngineException.class, () -> Plans.add(edited, name, new Edit.Approve()));
        assertEquals(ErrorCode.REVIEW_APPROVER, refusal.code());
    }

    @Test
    void whoseEditsAreUndoneCannotApproveEither() {
        MaskPlan undone = Plans.add(edited, "Lee", new Edit.Undo(1));
        assertThrows(EngineException.class, () -> Plans.add(undone, "Kim", new Edit.Approve()));
        assertThrows(EngineException.class, () -> Plans.add(undone, "Lee", new Edit.Approve()));
    }

    @Test
    void anyLaterEditMakesAnApprovalVoid() {
        MaskPlan approved = Plans.add(edited, "Lee", new Edit.Approve());
        MaskPlan later = Plans.add(approved, "Kim", new Edit.Mask(List.of(1)));
        assertTrue(approver(later).isEmpty());
        assertTrue(approver(Plans.add(later, "Kim", new Edit.Undo(3))).isEmpty());
        assertEquals(Optional.of("Lee"), approver(Plans.add(later, "Lee", new Edit.Approve())));
    }

    @Test
    void anApprovalCanBeWithdrawnAndGivenAgain() {
        MaskPlan approved = Plans.add(edited, "Lee", new Edit.Approve());
        MaskPlan withdrawn = Plans.add(approved, "Lee", new Edit.Undo(2));
        assertTrue(approver(withdrawn).isEmpty());
        assertEquals(Optional.of("Lee"), approver(Plans.add(withdrawn, "Lee", new Edit.Approve())));
    }

    private static Optional<String> approver(MaskPlan plan) {
        return new Review(plan).approval().map(ReviewEntry::by);
    }
}
