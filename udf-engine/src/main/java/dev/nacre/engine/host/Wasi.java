package dev.nacre.engine.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * WASI 0.2: everything links, and what an instance was granted is there. See
 * <a href="https://github.com/WebAssembly/WASI/tree/main/wasip2">WASI 0.2</a>.
 *
 * <p>Interfaces of which something can be granted (streams, clocks, random numbers, the command line, files) are written
 * out, each function with its type. Sockets and HTTP are {@link DeniedInterface denied} without a list of their functions:
 * the answer of each follows from its type.
 */
final class Wasi {
    private static final Pattern VERSION = Pattern.compile("0\\.2\\.\\d{1,9}");

    /** The resources of all interfaces: names are unique across WASI 0.2. */
    private static final Map<String, HostResource> RESOURCES = Stream.of(
                    "wasi:io/error#error",
                    "wasi:io/poll#pollable",
                    "wasi:io/streams#input-stream",
                    "wasi:io/streams#output-stream",
                    "wasi:cli/terminal-input#terminal-input",
                    "wasi:cli/terminal-output#terminal-output",
                    "wasi:filesystem/types#descriptor",
                    "wasi:filesystem/types#directory-entry-stream",
                    "wasi:sockets/network#network",
                    "wasi:sockets/ip-name-lookup#resolve-address-stream",
                    "wasi:sockets/tcp#tcp-socket",
                    "wasi:sockets/udp#udp-socket",
                    "wasi:sockets/udp#incoming-datagram-stream",
                    "wasi:sockets/udp#outgoing-datagram-stream",
                    "wasi:http/types#fields",
                    "wasi:http/types#incoming-request",
                    "wasi:http/types#outgoing-request",
                    "wasi:http/types#request-options",
                    "wasi:http/types#response-outparam",
                    "wasi:http/types#incoming-response",
                    "wasi:http/types#incoming-body",
                    "wasi:http/types#future-trailers",
                    "wasi:http/types#outgoing-response",
                    "wasi:http/types#outgoing-body",
                    "wasi:http/types#future-incoming-response")
            .map(name -> new HostResource(name, Wasi::drop))
            .collect(Collectors.toUnmodifiableMap(Wasi::shortName, resource -> resource));

    /** Further names under which interfaces use a resource. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("headers", "fields", "trailers", "fields", "io-error", "error");

    private static final List<String> DENIED = List.of(
            "wasi:clocks/timezone",
            "wasi:sockets/network",
            "wasi:sockets/instance-network",
            "wasi:sockets/ip-name-lookup",
            "wasi:sockets/tcp",
            "wasi:sockets/tcp-create-socket",
            "wasi:sockets/udp",
            "wasi:sockets/udp-create-socket",
            "wasi:http/types",
            "wasi:http/outgoing-handler");

    private Wasi() {}

    /** Returns every interface. */
    static List<HostInterface> interfaces() {
        List<HostInterface> interfaces = new ArrayList<>();
        interfaces.addAll(CommandLine.interfaces());
        interfaces.addAll(StandardStreams.interfaces());
        interfaces.addAll(Terminals.interfaces());
        interfaces.addAll(List.of(Streams.error(), Streams.streams(), Polling.poll()));
        interfaces.addAll(Filesystem.interfaces());
        interfaces.addAll(Clocks.interfaces());
        interfaces.addAll(RandomNumbers.interfaces());
        DENIED.forEach(name -> interfaces.add(new DeniedInterface(name)));
        return interfaces;
    }

    /** Returns whether the guests' version of WASI is one that this is. */
    static boolean isVersion(String version) {
        return VERSION.matcher(version).matches();
    }

    /** Returns a resource by a name that an interface uses for it, or empty. */
    static Optional<HostResource> resource(String name) {
        return Optional.ofNullable(RESOURCES.get(OTHER_NAMES.getOrDefault(name, name)));
    }

    /** Begins an interface of WASI 0.2. */
    static HostTable.Builder table(String name, String... resources) {
        HostTable.Builder table =
                HostTable.matching((importName, version) -> importName.equals(name) && isVersion(version));
        for (String resource : resources) {
            table.resource(resource, resource(resource).orElseThrow());
        }
        return table;
    }

    private static void drop(HostCall call, Object object) {
        if (object instanceof GuestObject guestObject) {
            guestObject.drop();
        }
    }

    private static String shortName(HostResource resource) {
        return resource.name().substring(resource.name().indexOf('#') + 1);
    }
}
