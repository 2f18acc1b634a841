package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real guest that reaches for the network, whatever else it was granted. */
class ReachGuestTest {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));

    private static ComponentInstance instance;

    @BeforeAll
    static void load() {
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), BoundedLog.of(Limits.sandbox()));
        instance = ENGINE.load(Guests.bytes("reach-rust"))
                .instantiate(options.withGrants(Grants.none().withSystemClocks().withSecureRandom()));
    }

    @AfterAll
    static void close() {
        instance.close();
        ENGINE.close();
    }

    @Test
    void reachesNoNetwork() {
        assertThat(answers("reach-sockets"))
                .hasSize(8)
                .allSatisfy(answer -> assertThat(answer).containsAnyOf("\"access-denied\"", "PermissionDenied"));
    }

    @Test
    void reachesNoHttp() {
        assertThat(answers("reach-http"))
                .containsExactly(
                        "fields.from-list: Some(HeaderError::Forbidden)",
                        "fields.set: Err(HeaderError::Forbidden)",
                        "fields.append: Err(HeaderError::Forbidden)",
                        "fields.delete: Err(HeaderError::Forbidden)",
                        "fields.get: []",
                        "fields.has: false",
                        "fields.entries: []",
                        "fields.clone: []",
                        "outgoing-request.set-method: Err(())",
                        "outgoing-request.set-scheme: Err(())",
                        "outgoing-request.set-authority: Err(())",
                        "outgoing-request.set-path-with-query: Err(())",
                        "outgoing-request.method: Method::Get",
                        "outgoing-request.scheme: None",
                        "outgoing-request.authority: None",
                        "outgoing-request.path-with-query: None",
                        "outgoing-request.headers: []",
                        "outgoing-request.body: Some(())",
                        "request-options.set-connect-timeout: Err(())",
                        "request-options.set-first-byte-timeout: Err(())",
                        "request-options.set-between-bytes-timeout: Err(())",
                        "request-options.connect-timeout: None",
                        "request-options.first-byte-timeout: None",
                        "request-options.between-bytes-timeout: None",
                        "handle: Some(ErrorCode::HttpRequestDenied)",
                        "outgoing-response.set-status-code: Err(())",
                        "outgoing-response.status-code: 0",
                        "outgoing-response.headers: []",
                        "outgoing-response.body: Some(())");
    }

    @Test
    void findsNoHttpInAnErrorOfAnother() {
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), BoundedLog.of(Limits.sandbox()))
                .withGrants(Grants.none().withOutput(new BoundedOutput(0)));
        try (ComponentInstance full = ENGINE.load(Guests.bytes("reach-rust")).instantiate(options)) {
            assertThat(full.function("reach-http-error").call()).isEqualTo("None");
        }
    }

    private static List<String> answers(String function) {
        List<String> answers = new ArrayList<>();
        Object found = Objects.requireNonNull(instance.function(function).call(), function);
        for (Object answer : (List<?>) found) {
            List<?> pair = (List<?>) answer;
            answers.add(pair.get(0) + ": " + pair.get(1));
        }
        return answers;
    }
}
