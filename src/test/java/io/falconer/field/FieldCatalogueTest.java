package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldCatalogueTest {
    @ParameterizedTest
    @EnumSource(EventSource.class)
    void everyFieldIsFoundByItsName(EventSource source) {
        FieldCatalogue catalogue = FieldCatalogue.of(source);
        assertThat(catalogue.fields()).hasSizeGreaterThan(100).allSatisfy(field -> {
            assertThat(catalogue.find(field.name())).contains(field);
            assertThat(field.description()).endsWith(".");
        });
    }

    @Test
    void sourcesHaveTheirOwnFields() {
        assertThat(FieldCatalogue.of(EventSource.K8S_AUDIT).find("evt.type")).isEmpty();
        assertThat(FieldCatalogue.of(EventSource.SYSCALL).find("ka.verb")).isEmpty();
        assertThat(FieldCatalogue.of(EventSource.SYSCALL).find("evt.num"))
                .isEqualTo(FieldCatalogue.of(EventSource.K8S_AUDIT).find("evt.num"));
    }

    /** Source, name, argument ("-" for none), field and argument that are found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            K8S_AUDIT | ka.verb                         | -      | ka.verb                        | -
            K8S_AUDIT | ka.uri.param                    | watch  | ka.uri.param                   | watch
            K8S_AUDIT | ka.uri.param                    | ``     | ka.uri.param                   | ``
            K8S_AUDIT | ka.req.pod.containers.image     | 0      | ka.req.pod.containers.image    | 0
            K8S_AUDIT | ka.req.pod.containers.image     | 18446744073709551615 | ka.req.pod.containers.image | 18446744073709551615
            K8S_AUDIT | jevt.value                      | /a~1b/0 | jevt.value                    | /a~1b/0
            SYSCALL   | evt.arg.flags                   | -      | evt.arg                        | flags
            SYSCALL   | evt.arg                         | 0      | evt.arg                        | 0
            SYSCALL   | evt.rawarg.fd                   | -      | evt.rawarg                     | fd
            SYSCALL   | evt.args                        | -      | evt.args                       | -
            SYSCALL   | evt.type.is.open                | -      | evt.type.is                    | open
            SYSCALL   | evt.around                      | 5      | evt.around                     | 5
            SYSCALL   | thread.cgroup.cpu               | -      | thread.cgroup                  | cpu
            SYSCALL   | thread.cgroups                  | -      | thread.cgroups                 | -
            SYSCALL   | proc.aname                      | 2      | proc.aname                     | 2
            SYSCALL   | proc.aname                      | -      | proc.aname                     | -
            SYSCALL   | proc.env                        | HOME   | proc.env                       | HOME
            SYSCALL   | fd.types                        | 1      | fd.types                       | 1
            SYSCALL   | container.mount.dest            | /etc   | container.mount.dest           | /etc
            SYSCALL   | k8s.pod.label                   | app    | k8s.pod.label                  | app
            """)
    void resolves(EventSource source, String name, String argument, String field, String found) {
        Resolution resolution = FieldCatalogue.of(source).resolve(name, given(argument));
        assertThat(resolution).isInstanceOfSatisfying(Resolution.Found.class, result -> {
            assertThat(result.field().name()).isEqualTo(field);
            assertThat(result.argument()).isEqualTo(given(found));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            K8S_AUDIT | evt.type        | -    | filter_check called with nonexistent field evt.type
            K8S_AUDIT | evt.arg.flags   | -    | filter_check called with nonexistent field evt.arg.flags
            K8S_AUDIT | ka.nosuch       | -    | filter_check called with nonexistent field ka.nosuch
            K8S_AUDIT | ka.verbs        | -    | filter_check called with nonexistent field ka.verbs
            K8S_AUDIT | ka.verbs        | 0    | filter_check called with nonexistent field ka.verbs[0]
            K8S_AUDIT | ka.verb         | 0    | filter 'ka.verb[0]': ka.verb does not allow nor require an argument but one is provided: 0
            K8S_AUDIT | ka.uri.param    | -    | filter 'ka.uri.param': ka.uri.param requires an argument but none provided
            K8S_AUDIT | ka.uri.params   | -    | filter 'ka.uri.params': ka.uri.param requires an argument but none provided
            K8S_AUDIT | jevt.value      | /a b | filter 'jevt.value[/a b]': jevt.value has unbalanced argument brackets
            K8S_AUDIT | jevt.value      | ` a` | filter 'jevt.value[ a]': jevt.value terminates with incomplete argument brackets
            K8S_AUDIT | jevt.value      | a]b  | filter_check called with nonexistent field jevt.value[a]b]
            K8S_AUDIT | ka.sourceips    | a    | filter ka.sourceips[a] ka.sourceips has an invalid index argument not composed only by digits: a
            K8S_AUDIT | ka.sourceips    | -1   | filter ka.sourceips[-1] ka.sourceips has an invalid index argument not composed only by digits: -1
            K8S_AUDIT | ka.sourceips    | 01   | filter ka.sourceips[01] ka.sourceips has an invalid index argument starting with 0: 01
            K8S_AUDIT | ka.sourceips    | ``   | filter ka.sourceips[] ka.sourceips has an invalid index argument starting with 0: ``
            K8S_AUDIT | ka.sourceips    | 18446744073709551616 | filter ka.sourceips[18446744073709551616] ka.sourceips has an invalid index argument not representable on 64 bit: 18446744073709551616
            K8S_AUDIT | evt.num         | 0    | filter_check called with nonexistent field evt.num[0]
            SYSCALL   | proc.missing     | -    | filter_check called with nonexistent field proc.missing
            SYSCALL   | proc.name       | 1    | filter_check called with nonexistent field proc.name[1]
            SYSCALL   | proc.aname      | x    | filter_check called with nonexistent field proc.aname[x]
            SYSCALL   | evt.arg         | -    | filter syntax error: evt.arg
            SYSCALL   | evt.arg         | x    | x is not a valid number
            SYSCALL   | evt.arg.nosuch  | -    | unknown event argument nosuch
            SYSCALL   | evt.arg.flagsx  | -    | filter_check called with nonexistent field evt.arg.flagsx
            SYSCALL   | evt.around      | -    | filter syntax error: evt.around
            SYSCALL   | fd.types        | x    | x is not a valid number
            SYSCALL   | fd.typesx       | -    | filter_check called with nonexistent field fd.typesx
            """)
    void refuses(EventSource source, String name, String argument, String message) {
        assertThat(FieldCatalogue.of(source).resolve(name, given(argument)))
                .isEqualTo(new Resolution.Refused(message.replace("``", "")));
    }

    @Test
    void theArgumentDecidesTheTypeOfRawArguments() {
        Resolution.Found found =
                (Resolution.Found) FieldCatalogue.of(EventSource.SYSCALL).resolve("evt.rawarg.path", Optional.empty());
        assertThat(found.field().type()).isEqualTo(FieldType.FSPATH);
    }

    @Test
    void longNamesAreRefusedQuickly() {
        String longName = "ka." + "x".repeat(1 << 20);
        assertThat(FieldCatalogue.of(EventSource.K8S_AUDIT).resolve(longName, Optional.empty()))
                .isInstanceOf(Resolution.Refused.class);
    }

    private static Optional<String> given(String argument) {
        return argument.equals("-") ? Optional.empty() : Optional.of(argument);
    }
}
