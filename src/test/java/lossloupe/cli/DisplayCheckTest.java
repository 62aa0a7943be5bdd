package lossloupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {
    private static Properties on(String system, String platform) {
        var properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("glass.platform", platform);
        return properties;
    }

    @Test
    void linuxWithoutADisplayIsToldSo() {
        var missing = DisplayCheck.missing(Map.of(), on("Linux", ""));
        assertNotNull(missing);
        assertEquals("cli.noDisplay", missing.key());
    }

    @Test
    void otherSystemsAndTheHeadlessPlatformNeedNoDisplay() {
        assertNull(DisplayCheck.missing(Map.of(), on("Mac OS X", "")));
        assertNull(DisplayCheck.missing(Map.of(), on("Windows 11", "")));
        assertNull(DisplayCheck.missing(Map.of(), on("Linux", "Headless")));
    }
}
