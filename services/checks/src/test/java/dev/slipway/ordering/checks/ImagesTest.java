package dev.slipway.ordering.checks;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What only a push to a registry would tell, and there is none in this build. */
class ImagesTest {
    private static final String JIB =
            "/project/build/plugins/plugin[artifactId='jib-maven-plugin']/configuration[from/image='${image.base}']";

    /** Of several platforms Jib pushes a list of Docker's format, and fails where it is told OCI. */
    @Test
    void areOfAFormatWhoseListsJibPushes() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Build.folder().resolve("pom.xml").toFile());
        XPath path = XPathFactory.newInstance().newXPath();

        assertThat(path.evaluate("count(" + JIB + "/from/platforms/platform/architecture)", pom))
                .isEqualTo("2");
        assertThat(path.evaluate(JIB + "/container/format", pom)).isEqualTo("Docker");
    }
}
