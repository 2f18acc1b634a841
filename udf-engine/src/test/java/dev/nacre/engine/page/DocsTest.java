package dev.nacre.engine.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.docs.ComponentDocs;
import org.junit.jupiter.api.Test;

/** The page's chapter on what authors say. */
class DocsTest {
    private final byte[] bytes = Samples.guest("documented");

    @Test
    void readsTheCommentsOfTheWit() {
        // @start region="docs"
        ComponentDocs docs = ComponentDocs.of(bytes, Limits.sandbox());

        assertThat(docs.component()).contains("Rectangles, and halves.");
        assertThat(docs.function("nacre:documented/numbers@0.1.0#half")).contains("Half of a number, towards zero.");
        assertThat(docs.function("perimeter")).isEmpty();
        // @end
    }
}
