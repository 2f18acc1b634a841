package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/** Says which component a function's code is in. */
public sealed interface CodeReference extends SqlFragment {

    /**
     * Is {@code FROM component}: a component created before.
     *
     * @param component its name
     */
    record Named(QualifiedName component) implements CodeReference {
        @Override
        public SourceSpan span() {
            return component.span();
        }

        @Override
        public String toSql() {
            return "FROM " + component.toSql();
        }
    }

    /**
     * Is {@code AS source}: a component without a name, made by the same statement.
     *
     * @param source where its bytes come from
     */
    record Inline(ComponentSource source) implements CodeReference {
        @Override
        public SourceSpan span() {
            return source.span();
        }

        @Override
        public String toSql() {
            return "AS " + source.toSql();
        }
    }
}
