package dev.nacre.sql.parser;

import dev.nacre.sql.ddl.CodeReference;
import dev.nacre.sql.ddl.ComponentSource;
import dev.nacre.sql.ddl.CreateComponent;
import dev.nacre.sql.ddl.FunctionClauses;
import dev.nacre.sql.ddl.FunctionClauses.Determinism;
import dev.nacre.sql.ddl.FunctionClauses.ErrorAction;
import dev.nacre.sql.ddl.FunctionClauses.NullCall;
import dev.nacre.sql.ddl.OptionSetting;
import dev.nacre.sql.ddl.QualifiedName;
import dev.nacre.sql.ddl.TextLiteral;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects clauses that stand in any order, each at most once; used by one thread for one statement. */
final class ClauseCollector {

    private static final int SHA256_DIGITS = 64;

    private final Set<String> seen = new HashSet<>();
    private @Nullable CodeReference code;
    private @Nullable TextLiteral export;
    private @Nullable TextLiteral comment;
    private @Nullable TextLiteral sha256;
    private Determinism determinism = Determinism.UNSPECIFIED;
    private NullCall nullCall = NullCall.UNSPECIFIED;
    private ErrorAction errorAction = ErrorAction.UNSPECIFIED;
    private List<OptionSetting> options = new ArrayList<>();

    void code(SourceSpan span, CodeReference reference) {
        once("FROM or AS", span);
        code = reference;
    }

    void export(SourceSpan span, TextLiteral name) {
        once("EXPORT", span);
        export = name;
    }

    void comment(SourceSpan span, TextLiteral text) {
        once("COMMENT", span);
        comment = text;
    }

    void sha256(SourceSpan span, TextLiteral digest) {
        once("SHA256", span);
        String digits = digest.value().toLowerCase(Locale.ROOT);
        if (digits.length() != SHA256_DIGITS || !digits.chars().allMatch(ClauseCollector::isHexadecimalDigit)) {
            String found = digits.length() == SHA256_DIGITS ? "another character" : digits.length() + " characters";
            throw new SyntaxException(
                    SyntaxErrorCode.BAD_VALUE,
                    digest.span(),
                    "expected " + SHA256_DIGITS + " hexadecimal digits after SHA256, found " + found);
        }
        sha256 = new TextLiteral(digits, digest.span());
    }

    void determinism(SourceSpan span, Determinism value) {
        once("[NOT] DETERMINISTIC", span);
        determinism = value;
    }

    void nullCall(SourceSpan span, NullCall value) {
        once("... ON NULL INPUT", span);
        nullCall = value;
    }

    void errorAction(SourceSpan span, ErrorAction value) {
        once("ON ERROR", span);
        errorAction = value;
    }

    void options(SourceSpan span, List<OptionSetting> settings) {
        once("WITH", span);
        Set<String> names = new HashSet<>();
        for (OptionSetting setting : settings) {
            if (!names.add(setting.name().value().toUpperCase(Locale.ROOT))) {
                throw repeated(setting.span(), "option '" + setting.name().value() + "' is written twice");
            }
        }
        options = settings;
    }

    /**
     * Returns the clauses of a CREATE FUNCTION.
     *
     * @param end the last token of the statement, where a missing clause is missed
     */
    FunctionClauses function(SourceSpan end) {
        if (code == null) {
            throw new SyntaxException(
                    SyntaxErrorCode.MISSING_CLAUSE,
                    end,
                    "expected FROM component or AS source after LANGUAGE, found neither; say where the code is");
        }
        return new FunctionClauses(code, export, determinism, nullCall, errorAction, options, comment);
    }

    CreateComponent component(
            boolean orReplace, boolean ifNotExists, QualifiedName name, ComponentSource source, SourceSpan span) {
        return new CreateComponent(orReplace, ifNotExists, name, source, sha256, options, comment, span);
    }

    private void once(String clause, SourceSpan span) {
        if (!seen.add(clause)) {
            throw repeated(span, "clause " + clause + " is written twice");
        }
    }

    private static SyntaxException repeated(SourceSpan span, String what) {
        return new SyntaxException(SyntaxErrorCode.REPEATED_CLAUSE, span, what + "; expected at most one");
    }

    private static boolean isHexadecimalDigit(int character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }
}
