package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions draw which findings, and what of them is underlined; a dash stands for none. */
class FindingTablesTest {
    private static final String DEFINITIONS = """
            - {list: shell_binaries, items: [bash, sh]}
            - {list: long_names, items: [systemd-journald, a]}
            - {macro: open_it, condition: evt.is_open_read = true}
            - {macro: either, condition: proc.name = a and proc.pname = b or proc.name = c}
            - {macro: kcreate, condition: ka.verb = create}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    evt.type = execve and evt.dir = >                       | enter-event: evt.dir = >
                    evt.type = execve and evt.dir in (>)                    | enter-event: evt.dir in (>)
                    evt.type = execve and evt.dir != <                      | enter-event: evt.dir != <
                    evt.type = execve and not evt.dir = <                   | enter-event: evt.dir = <
                    evt.type = execve and not evt.dir = >                   | -
                    evt.type = execve and evt.dir = <                       | -
                    evt.type = execve and evt.dir in (<, >)                 | -

                    evt.type = open and fd.num = 1                          | open-without-openat: evt.type = open
                    evt.type in (open, openat)                              | open-without-openat: evt.type in (open, openat)
                    evt.type in (open, openat2)                             | open-without-openat: evt.type in (open, openat2)
                    evt.type in (open, openat, openat2)                     | -
                    evt.type = open or evt.type in (openat, openat2)        | -
                    evt.type in (openat, openat2)                           | -
                    evt.type = execve and evt.type != open                  | -

                    evt.type = execve and fd.num = 1 or fd.num = 2          | mixed-and-or: evt.type = execve and fd.num = 1
                    evt.type = execve and (fd.num = 1 or fd.num = 2 and fd.num = 3)      | mixed-and-or: fd.num = 2 and fd.num = 3
                    evt.type = execve and either                            | mixed-and-or: proc.name = a and proc.pname = b
                    evt.type = execve and (fd.num = 1 or (fd.num = 2 and fd.num = 3))    | -
                    (evt.type = execve and fd.num = 1) or fd.num = 2        | -
                    ((evt.type = execve) and (fd.num = 1)) or fd.num = 2    | -
                    (evt.type = execve) and (fd.num = 1) or fd.num = 2      | mixed-and-or: evt.type = execve) and (fd.num = 1
                    (evt.type = execve or fd.num = 1) and (fd.num = 3 or fd.num = 2)     | -
                    (fd.num = 1 or fd.num = 2) and evt.type = execve or fd.num = 3       | mixed-and-or: (fd.num = 1 or fd.num = 2) and evt.type = execve
                    evt.type = execve or open_it and fd.num = 2             | mixed-and-or: open_it and fd.num = 2
                    evt.type = execve or not (open_it and fd.num = 2)       | -

                    evt.type = execve and proc.name in (shell_binary)       | unknown-list: shell_binary
                    evt.type = execve and not proc.name in (a, shell_binares) | unknown-list: shell_binares
                    evt.type = execve and proc.name in (open_it)            | unknown-list: open_it
                    evt.type = execve and proc.name in (trusted_images)     | unknown-list: trusted_images
                    evt.type = execve and proc.name in (my_list)            | unknown-list: my_list
                    evt.type = execve and proc.name in my_list              | unknown-list: my_list
                    evt.type = execve and fd.name pmatch (secret_dirs)      | unknown-list: secret_dirs
                    evt.type = execve and proc.name in ("shell_binary")     | -
                    evt.type = execve and proc.name in (mysql_upgrade)      | -
                    evt.type = execve and proc.name in (shell_binaries)     | -
                    evt.type = execve and proc.name = shell_binary          | -
                    evt.type in (open_by_handle_at)                         | -

                    evt.type = execve and proc.name = systemd-journald      | long-name: systemd-journald
                    evt.type = execve and proc.pname in (long_names)        | long-name: systemd-journald
                    evt.type = execve and proc.aname[2] contains kube-controller-manager | long-name: kube-controller-manager
                    evt.type = execve and proc.name in (systemd-journald, systemd-journal) | -
                    evt.type = execve and (proc.name = systemd-journald or proc.name = systemd-journal) | -
                    evt.type = execve and proc.name glob systemd-journald*  | -
                    evt.type = execve and proc.exe = systemd-journald       | -
                    evt.type = execve and proc.name = fifteen-letters       | -

                    evt.type = connect and fd.sport = 70000                 | number-out-of-range: 70000
                    evt.type = connect and fd.port in (80, 65536, 65535)    | number-out-of-range: 65536
                    evt.type = connect and not fd.rport < 100000            | number-out-of-range: 100000
                    evt.type = execve and user.uid = -1                     | number-out-of-range: -1
                    evt.type = execve and proc.pid = 99999999999999999999   | number-out-of-range: 99999999999999999999
                    evt.type = execve and proc.pid = -1 and user.uid = 0004294967295 | -
                    evt.type = connect and fd.sport in (https, 65535, 0)    | -
                    evt.type = connect and fd.name = 70000                  | -

                    evt.type = execve and proc.cmdline = "a\\ b"            | escaped-blank: "a\\ b"
                    evt.type = execve and proc.cmdline in (x, 'a\\ b c')    | escaped-blank: 'a\\ b c'
                    evt.type = execve and proc.cmdline = "a\\\\ b"          | -
                    evt.type = execve and proc.cmdline = "a\\\\b c"         | -

                    evt.type = execve and fd.name = /tmp/*                  | star-without-glob: /tmp/*
                    evt.type = execve and fd.name in (/a, /tmp/*/b, /c*)    | star-without-glob: /tmp/*/b
                    evt.type = execve and fd.name startswith /tmp/*/b       | star-without-glob: /tmp/*/b
                    evt.type = execve and proc.name != kworker*             | star-without-glob: kworker*
                    evt.type = execve and k8s.ns.name = team-*              | star-without-glob: team-*
                    evt.type = execve and fd.name glob /tmp/*               | -
                    evt.type = execve and fd.name pmatch (/tmp/*)           | -
                    evt.type = execve and fd.name contains "*"              | -
                    evt.type = execve and proc.cmdline contains "rm *"      | -

                    evt.type = execve and container.image.repository = nginx:1.27      | repository-with-tag: nginx:1.27
                    evt.type = execve and container.image.repository in (a, r:5000/b@sha256:0) | repository-with-tag: r:5000/b@sha256:0
                    evt.type = execve and container.image.repository endswith /b:1     | repository-with-tag: /b:1
                    evt.type = execve and container.image.repository = r:5000/b        | -
                    evt.type = execve and container.image.repository startswith r:5000 | -

                    evt.type = mmap and evt.arg.length > 30453              | text-as-number: evt.arg.length > 30453
                    evt.type = mmap and evt.arg[1] <= 10                    | text-as-number: evt.arg[1] <= 10
                    evt.type = mmap and evt.arg.length > 5                  | text-as-number: evt.arg.length > 5
                    evt.type = mmap and evt.arg.length > 0                  | -
                    evt.type = mmap and evt.rawarg.length > 30453           | -
                    evt.type = mmap and fd.num > 30453                      | -

                    evt.type = listen and fd.lport = 22                     | unset-on-listen: fd.lport = 22
                    evt.type in (accept, accept4, listen) and not fd.rip = 10.0.0.1    | unset-on-listen: fd.rip = 10.0.0.1
                    evt.type = listen and (fd.num = 1 or (fd.num = 2 and fd.cport = 1)) | unset-on-listen: fd.cport = 1
                    evt.type = listen and fd.sport = 22                     | -
                    evt.type = connect and fd.lport = 22                    | -
                    evt.type in (listen, accept4) and evt.type = accept4 and fd.lport = 22 | -
                    evt.type = listen or fd.lport = 22                      | -

                    evt.type = execve and fd.directory = /etc/              | directory-slash: /etc/
                    evt.type = execve and fd.directory in (/a, /b/)         | directory-slash: /b/
                    evt.type = execve and proc.cwd = /tmp                   | directory-slash: /tmp
                    evt.type = execve and fd.directory = /                  | -
                    evt.type = execve and fd.directory startswith /etc/     | -
                    evt.type = execve and proc.cwd in (/tmp/)               | -

                    evt.type = execve and fd.name startswith ~/.ssh         | tilde-path: ~/.ssh
                    evt.type = execve and fs.path.name in (/a, ~/b)         | tilde-path: ~/b
                    evt.type = execve and fd.name endswith a~               | -
                    evt.type = execve and proc.cmdline contains ~/.ssh      | -

                    evt.type = execve and proc.aname != sshd                | any-ancestor: proc.aname != sshd
                    evt.type = execve and proc.aname[2] != sshd             | -
                    evt.type = execve and not proc.aname = sshd             | -
                    evt.type = execve and proc.pname != sshd                | -

                    evt.type = connect and fd.net in (10.0.0.0/8, 192.168.0.0/16)      | first-network-only: fd.net in (10.0.0.0/8, 192.168.0.0/16)
                    evt.type = connect and fd.net in (10.0.0.0/8)           | -
                    evt.type = connect and fd.snet in (10.0.0.0/8, 192.168.0.0/16)     | -

                    evt.type = execve and (container.mount.dest[/proc*] != "N/A" or container.mount.dest[/root*] != "N/A") | -
                    """)
    void ofSystemCalls(String condition, String expected) {
        assertThat(findings(condition, "syscall", "o")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ka.verb = post                                          | http-verb: post
                    ka.verb in (create, PATCH)                              | http-verb: PATCH
                    ka.verb in (create, update, patch, get, deletecollection) | -
                    ka.verb = create and ka.uri startswith post             | -

                    ka.target.resource = pod                                | resource-name: pod
                    ka.target.resource in (pods, ConfigMap)                 | resource-name: ConfigMap
                    ka.target.resource != svc                               | resource-name: svc
                    ka.target.resource = pods/exec                          | resource-name: pods/exec
                    ka.target.resource in (networkpolicy, ingress)          | resource-name: networkpolicy, resource-name: ingress
                    ka.target.resource in (pods, endpoints, ingresses, networkpolicies, widgets) | -
                    ka.target.resource startswith pod                       | -

                    ka.verb = create and ka.target.subresource = exec       | exec-by-get: ka.target.subresource = exec
                    kcreate and ka.target.subresource in (exec, attach)     | exec-by-get: ka.target.subresource in (exec, attach)
                    ka.verb in (create, update) and ka.target.subresource = portforward | exec-by-get: ka.target.subresource = portforward
                    ka.verb in (create, get) and ka.target.subresource = exec           | -
                    (ka.verb = create or ka.verb = get) and ka.target.subresource = exec | -
                    ka.verb = create and ka.target.subresource in (exec, eviction)      | -
                    ka.verb = get and ka.target.subresource = exec          | -
                    ka.target.subresource = exec                            | -

                    ka.response.code >= 400                                 | -
                    ka.response.code >= 4                                   | text-as-number: ka.response.code >= 4
                    jevt.value[/a] > 1500                                   | text-as-number: jevt.value[/a] > 1500
                    ka.req.pod.containers.image.repository intersects (nginx:1) | repository-with-tag: nginx:1
                    ka.target.namespace = kube-*                            | star-without-glob: kube-*
                    ka.req.role.rules.verbs intersects ("*")                | -
                    """)
    void ofAuditEvents(String condition, String expected) {
        assertThat(findings(condition, "k8s_audit", "o")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a %k8s.deployment.name b        | empty-field: k8s.deployment.name
                    a %10k8s.svc.id                 | empty-field: k8s.svc.id
                    a%tolower(k8s.rs.name)          | empty-field: k8s.rs.name
                    a %container.info %k8s.rs.name  | empty-field: k8s.rs.name
                    a %fd.port                      | empty-field: fd.port
                    a %fd.snet                      | empty-field: fd.snet
                    a %fd.sport %k8s.ns.name        | -
                    """)
    void ofOutputs(String output, String expected) {
        assertThat(findings("evt.type = execve", "syscall", output)).isEqualTo(expected);
    }

    /** The codes in the order of their places, each with what it underlines. */
    private static String findings(String condition, String source, String output) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        LoadResult result = loader.load(SourceFile.of(
                "f",
                DEFINITIONS + """
                - rule: r
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                """.formatted(condition).replace("output: o", "output: " + output)
                        + "  source: " + source + "\n"));
        assertThat(result.errors()).isEmpty();
        List<Diagnostic> findings = Findings.of(loader.loaded());
        return findings.isEmpty()
                ? "-"
                : findings.stream()
                        .map(finding -> finding.code() + ": "
                                + underlined(finding.location().orElseThrow()))
                        .collect(Collectors.joining(", "));
    }

    private static String underlined(Location place) {
        return place.source()
                .text()
                .substring(place.span().start(), place.span().end());
    }
}
