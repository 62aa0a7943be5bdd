package lossloupe.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void textReadsOnItsGround(Palette.Mode mode) {
        var palette = Palette.of(mode);
        for (int ground : new int[] {palette.panel(), palette.background()}) {
            assertTrue(Argb.contrast(palette.ink(), ground) >= 7, "ink");
            assertTrue(Argb.contrast(palette.mute(), ground) >= 4.5, "mute");
            assertTrue(Argb.contrast(palette.faint(), ground) >= 4.5, "faint");
            assertTrue(Argb.contrast(palette.ok(), ground) >= 4.5, "ok");
            assertTrue(Argb.contrast(palette.warn(), ground) >= 4.5, "warn");
            assertTrue(Argb.contrast(palette.error(), ground) >= 4.5, "error");
        }
        assertTrue(Argb.contrast(palette.lossA(), palette.panel()) >= 4.5, "A");
        assertTrue(Argb.contrast(palette.lossB(), palette.panel()) >= 4.5, "B");
    }

    @ParameterizedTest
    @EnumSource
    void numbersReadOnEveryColourOfEveryScale(Palette.Mode mode) {
        var palette = Palette.of(mode);
        for (var ramp : Ramp.values()) {
            var scale = ColorScale.sequential(ramp, 1, palette);
            for (int i = 0; i <= 100; i++) {
                int cell = scale.colorAt(i / 100.0);
                assertTrue(Argb.contrast(palette.inkOn(cell), cell) >= 3.5, ramp + " at " + i);
            }
        }
    }

    @Test
    void zeroOnADivergingScaleIsTheQuietColour() {
        assertEquals(
                Palette.LIGHT.zero(), ColorScale.diverging(4, Palette.LIGHT).color(0), 0x030303);
    }

    @Test
    void theTopOfAScaleIsRoundAndSteady() {
        assertEquals(1.4, ColorScale.roundTop(1.4, 2.03, 0.6));
        assertEquals(4, ColorScale.roundTop(1, 3.3, 0.8));
        assertEquals(1, ColorScale.roundTop(1, 0.99, 0.8));
    }
}
