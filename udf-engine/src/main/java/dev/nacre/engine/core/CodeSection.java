package dev.nacre.engine.core;

import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.List;

/** Reads the code section. */
final class CodeSection {
    private final ModuleScope scope;
    private final Cursor cursor;
    private final BodyReader bodies;
    private final byte[] bytes;
    private final boolean skipsBodies;
    private final Runnable poll;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<CoreModule.Forward> forwards = new ArrayList<>();

    /**
     * @param skipsBodies whether the bodies were read before, and are known to be well formed
     * @param poll called between two bodies
     */
    CodeSection(ModuleScope scope, BodyReader bodies, byte[] bytes, boolean skipsBodies, Runnable poll) {
        this.poll = poll;
        this.scope = scope;
        this.cursor = scope.cursor;
        this.bodies = bodies;
        this.bytes = bytes;
        this.skipsBodies = skipsBodies;
    }

    List<Integer> sizes() {
        return sizes;
    }

    List<CoreModule.Forward> forwards() {
        return forwards;
    }

    void read() {
        int position = cursor.position();
        int count = cursor.vector(3, "bodies");
        int declared = scope.functions.size() - scope.importedFunctions;
        if (count != declared) {
            throw cursor.place().malformed(position, "expected " + declared + " bodies, found " + count);
        }
        for (int i = 0; i < count; i++) {
            poll.run();
            cursor.place().enterFunction(scope.importedFunctions + i);
            body(scope.importedFunctions + i);
        }
        cursor.place().leaveFunction();
    }

    private void body(int function) {
        long size = cursor.u32();
        scope.capBody(Setting.BODY_BYTES, size);
        int start = cursor.position();
        if (skipsBodies) {
            cursor.skip(size, "body");
        } else {
            int outer = cursor.enter(size, "body");
            bodies.read(scope.functions.get(function));
            cursor.leave(outer, "body");
        }
        sizes.add((int) size);
        Forwarding.of(bytes, start, cursor.position(), function, scope).ifPresent(forwards::add);
    }
}
