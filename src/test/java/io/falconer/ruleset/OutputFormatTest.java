package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.field.EventSource;
import io.falconer.text.Span;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
                    user=%ka.user.name.          ! <user=>{ka.user.name}<.>
                    %ka.verbs                    ! {ka.verb}<s>
                    %ka.uri.param                ! {ka.uri}<.param>
                    %ka.uri.param[a]             ! {ka.uri.param[a]}
                    %ka.user.groups[0]           ! {ka.user.groups}<[0]>
                    %evt.time.foo                ! {evt.time}<.foo>
                    %10ka.verb|                  ! {10 ka.verb}<|>
                    %0ka.verb                    ! {ka.verb}
                    *a %ka.verb                  ! <a >{ka.verb}
                    **a                          ! <*a>
                    %tolower(ka.verb)]           ! {tolower(ka.verb)}<]>
                    %join(",",ka.user.groups)[x  ! {join(",",ka.user.groups)}<[x>
                    a%container.info-b           ! <a-b>
                    a%container.info-%ka.verb    ! <a->{ka.verb}
                    *%container.info%ka.verb     ! {ka.verb}
                    """)
    void takesTheLongestPrefixThatIsAToken(String output, String tokens) {
        assertThat(show(output)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
                    100%             ! invalid formatting syntax: formatting cannot end with a %
                    a %12            ! invalid formatting syntax: formatting cannot end with a number
                    %%               ! unknown filter: unexpected token after '
                    50% of           ! unknown filter: unexpected token after '
                    %proc.missing    ! unknown filter: unexpected token after '
                    %container.info  ! empty formatting token
                    %65537ka.verb    ! the widths of the output come to more than 65536
                    %60000ka.verb a %6000ka.verb ! the widths of the output come to more than 65536
                    """)
    void refusesOtherTokensInFalcosWords(String output, String message) {
        assertThat(OutputFormat.parse(output, EventSource.K8S_AUDIT))
                .isInstanceOfSatisfying(
                        OutputFormat.Failed.class, f -> assertThat(f.message()).isEqualTo(message));
    }

    @Test
    void warnsOfDeprecatedItems() {
        OutputFormat.Result result = OutputFormat.parse("%evt.latency.s %container.info", EventSource.SYSCALL);
        assertThat(result).isInstanceOfSatisfying(OutputFormat.Parsed.class, p -> assertThat(p.warnings())
                .extracting(Check.Warning::message)
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("%container.info is deprecated"),
                        m -> assertThat(m)
                                .isEqualTo("usage of deprecated field 'evt.latency' has been detected in the rule"
                                        + " output"),
                        m -> assertThat(m)
                                .isEqualTo("usage of deprecated field 'evt.latency.s' has been detected in the rule"
                                        + " output")));
    }

    private static String show(String output) {
        if (!(OutputFormat.parse(output, EventSource.K8S_AUDIT) instanceof OutputFormat.Parsed parsed)) {
            return "invalid";
        }
        return parsed.format().tokens().stream()
                .map(token -> show(token, output))
                .collect(Collectors.joining());
    }

    private static String show(OutputFormat.Token token, String text) {
        return switch (token) {
            case OutputFormat.Literal literal -> "<" + literal.text() + ">";
            case OutputFormat.Reference reference -> {
                Span span = reference.operand().span();
                yield "{" + (reference.width() == 0 ? "" : reference.width() + " ")
                        + text.substring(span.start(), span.end()) + "}";
            }
        };
    }
}
