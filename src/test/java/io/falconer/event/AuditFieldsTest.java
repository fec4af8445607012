package io.falconer.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fields read from documents: members of the event, then the field and its value. */
class AuditFieldsTest {
    private static String extract(String members, String field) {
        return Extraction.show(Extraction.extract(
                Extraction.event("{\"kind\":\"Event\",\"stageTimestamp\":\"2026-03-01T10:00:00.5Z\"," + members + "}"),
                field));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'stage':'Panic' | ka.stage | Panic",
                "'verb':'create' | ka.verb | create",
                "'verb':null | ka.verb | null",
                "'verb':1.50 | ka.verb | 1.50",
                "'verb':{'a' : [ 1 ]} | ka.verb | {'a':[1]}",
                "'stage':'x' | ka.verb | NV",
                "'verb':'cre\\u0000ate' | ka.verb | cre",
                "'verb':'' | ka.verb | ",
                "'annotations':{'authorization.k8s.io/decision':'allow'} | ka.auth.decision | allow",
                "'annotations':{'authorization.k8s.io/reason':'RBAC'} | ka.auth.reason | RBAC",
                "'annotations':{'authentication.openshift.io/decision':'error'} | ka.auth.openshift.decision | error",
                "'annotations':{'authentication.openshift.io/username':'u'} | ka.auth.openshift.username | u",
                "'annotations':{'validation.policy.admission.k8s.io/validation_failure':'v'} | ka.validations.admission.policy.failure | v",
                "'annotations':{'pod-security.kubernetes.io/audit-violations':'v'} | ka.security.pod.violations | v",
                "'annotations':{'cluster_name':'prod'} | ka.cluster.name | prod",
                "'user':{'username':'bob'} | ka.user.name | bob",
                "'user':{'groups':['a',1,null]} | ka.user.groups | (a,1,null)",
                "'user':{'groups':[]} | ka.user.groups | NV",
                "'user':{'groups':'a'} | ka.user.groups | NV",
                "'impersonatedUser':{'username':'bob'} | ka.impuser.name | bob",
                "'requestURI':'/api' | ka.uri | /api",
                "'userAgent':'kubectl' | ka.useragent | kubectl",
                "'objectRef':{'name':'n'} | ka.target.name | n",
                "'objectRef':{'namespace':'n'} | ka.target.namespace | n",
                "'objectRef':{'resource':'pods'} | ka.target.resource | pods",
                "'objectRef':{'subresource':'exec'} | ka.target.subresource | exec",
                "'objectRef':{'name':'n'} | ka.req.configmap.name | n",
                "'requestObject':{'data':{'k':'v'}} | ka.req.configmap.obj | {'k':'v'}",
                "'responseObject':{'metadata':{'name':'n'}} | ka.resp.name | n",
                "'responseStatus':{'code':403} | ka.response.code | 403",
                "'responseStatus':{'reason':'Forbidden'} | ka.response.reason | Forbidden",
                "'objectRef':{'resource':'pods'},'responseObject':{'metadata':{'name':'n'}} | ka.target.pod.name | n",
                "'objectRef':{'resource':'pods','subresource':''},'responseObject':{'metadata':{'name':'n'}} | ka.target.pod.name | n",
                "'objectRef':{'resource':'pods','subresource':'exec'},'responseObject':{'metadata':{'name':'n'}} | ka.target.pod.name | NV",
                "'objectRef':{'resource':'pods','subresource':null},'responseObject':{'metadata':{'name':'n'}} | ka.target.pod.name | n",
                "'objectRef':{'resource':'pods','subresource':['exec']},'responseObject':{'metadata':{'name':'n'}} | ka.target.pod.name | n",
                "'objectRef':{'resource':'nodes'},'responseObject':{'metadata':{'name':'n'}} | ka.target.pod.name | NV",
                "'requestObject':{'spec':{'hostIPC':true}} | ka.req.pod.host_ipc | true",
                "'requestObject':{'spec':{'hostPID':false}} | ka.req.pod.host_pid | false",
                "'requestObject':{'spec':{'hostNetwork':null}} | ka.req.pod.host_network | null",
                "'requestObject':{'spec':{'hostNetwork':true}} | ka.req.container.host_network | true",
                "'requestObject':{'spec':{'securityContext':{'runAsUser':0}}} | ka.req.pod.run_as_user | 0",
                "'requestObject':{'spec':{'securityContext':{'runAsGroup':7}}} | ka.req.pod.run_as_group | 7",
                "'requestObject':{'spec':{'securityContext':{'fsGroup':7}}} | ka.req.pod.fs_group | 7",
                "'requestObject':{'spec':{'securityContext':{'supplementalGroups':[1,2]}}} | ka.req.pod.supplemental_groups | (1,2)",
                "'requestObject':{'spec':{'type':'NodePort'}} | ka.req.service.type | NodePort",
                "'requestObject':{'spec':{'ports':[{'port':1},{'port':2}]}} | ka.req.service.ports | ([{'port':1},{'port':2}])",
                "'requestObject':{'spec':{'ports':[{'port':1}]}} | ka.req.service.ports[0] | ([{'port':1}])",
                "'requestObject':{'rules':[{'verbs':['get']}]} | ka.req.role.rules | ({'verbs':['get']})",
                "'requestObject':{'rules':[{'verbs':['get','list']},{},{'verbs':['*']}]} | ka.req.role.rules.verbs | (get,list,*)",
                "'requestObject':{'rules':[{'verbs':['get']},{'verbs':['*']}]} | ka.req.role.rules.verbs[1] | (*)",
                "'requestObject':{'rules':[{'verbs':['get']}]} | ka.req.role.rules.verbs[1] | NV",
                "'requestObject':{'rules':[{'resources':['pods']}]} | ka.req.role.rules.resources | (pods)",
                "'requestObject':{'rules':[{'apiGroups':['']}]} | ka.req.role.rules.apiGroups | ()",
                "'requestObject':{'rules':[{'nonResourceURLs':['/x']}]} | ka.req.role.rules.nonResourceURLs | (/x)",
                "'requestObject':{'rules':[{'verbs':'get'}]} | ka.req.role.rules.verbs | NV",
                "'sourceIPs':['1.2.3.4'] | ka.sourceips | NV",
                "'requestObject':{'rules':[{'sourceIPs':['1.2.3.4']}]} | ka.sourceips | (1.2.3.4)",
                "'requestObject':{'roleRef':{'name':'admin'}} | ka.req.binding.role | admin",
                "'stage':'x' | ka.req.binding.subject.has_name[bob] | true",
                "'requestObject':{'subjects':[{'kind':'User','name':'bob'}]} | ka.req.binding.subjects | ({'kind':'User','name':'bob'})",
                "'requestObject':{'subjects':[{'kind':'User','name':'bob'},{'name':'x'},{'kind':'User'},{'kind':'Group','name':'g'}]} | ka.req.binding.subjects.user_names | (bob)",
                "'requestObject':{'subjects':[{'kind':'Group','name':'g'}]} | ka.req.binding.subjects.group_names | (g)",
                "'requestObject':{'subjects':[{'kind':'Group','name':'g'}]} | ka.req.binding.subjects.user_names | NV",
                "'requestObject':{'subjects':'x'} | ka.req.binding.subjects.user_names | NV",
                "'requestObject':{'subjects':[{'kind':'ServiceAccount','name':'sa'}]} | ka.req.binding.subjects.serviceaccount_names | (sa)",
                "'requestObject':{'subjects':[{'kind':'ServiceAccount','name':'sa','namespace':'ns'},{'kind':'ServiceAccount','name':'b'}]} | ka.req.binding.subjects.serviceaccount_ns_names | (ns:sa)",
                "'requestObject':{'spec':{'volumes':[{'name':'v','hostPath':{'path':'/etc'}},{'name':'w','emptyDir':{}}]}} | ka.req.pod.volumes.hostpath | (/etc)",
                "'requestObject':{'spec':{'volumes':[{'name':'v','hostPath':{'path':'/etc'}},{'name':'w','emptyDir':{}}]}} | ka.req.pod.volumes.hostpath[1] | NV",
                "'requestObject':{'spec':{'volumes':[{'name':'v','hostPath':{}},{'name':'w','emptyDir':{}}]}} | ka.req.pod.volumes.volume_type | (hostPath,emptyDir)",
                "'requestObject':{'spec':{'volumes':[{'name':'v','hostPath':{}},{'name':'w','emptyDir':{}}]}} | ka.req.pod.volumes.volume_type[1] | (emptyDir)",
                "'requestObject':{'spec':{'volumes':[[{'hostPath':{}}],{'emptyDir':{}}]}} | ka.req.pod.volumes.volume_type | (hostPath,emptyDir)",
                "'requestObject':{'spec':{'volumes':{'hostPath':{}}}} | ka.req.pod.volumes.volume_type[3] | (hostPath)",
                "'requestObject':[{'spec':{'volumes':[{'hostPath':{}}]}}] | ka.req.pod.volumes.volume_type | (hostPath)",
                "'requestObject':{'spec':{'volumes':[{'flexVolume':{'driver':'d'}}]}} | ka.req.pod.volumes.flexvolume_driver | (d)",
                "'requestObject':{'spec':{'volumes':[{'emptyDir':{}},{'hostPath':{'path':'/var/run'}}]}} | ka.req.volume.hostpath[/var*] | true",
                "'requestObject':{'spec':{'volumes':[{'hostPath':{'path':'/var'}}]}} | ka.req.volume.hostpath[/var] | true",
                "'requestObject':{'spec':{'volumes':[{'hostPath':{'path':'/var'}}]}} | ka.req.volume.hostpath[/va] | false",
                "'requestObject':{'spec':{}} | ka.req.volume.hostpath[/var] | NV",
            })
    void fieldsReadTheirPlace(String members, String field, String expected) {
        String found = extract("\"auditID\":\"1\"," + members.replace('\'', '"'), field);
        assertThat(found.replace('"', '\'')).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'name':'a'},{'name':'b'}] | name | (a,b)",
                "[{'name':'a'},{}] | name | NV",
                "[{'name':'a'},{}] | name[0] | (a)",
                "[{'name':'a'}] | name[1] | NV",
                "[{'name':'a'}] | name[99999999999] | NV",
                "[] | name | NV",
                "{'name':'a'} | name | (a)",
                "[[{'name':'a'}],{'name':'b'}] | name | (a,b)",
                "[{'image':'nginx:1'},{'image':'r:5000/a@sha256:0'}] | image | (nginx:1,r:5000/a@sha256:0)",
                "[{'image':'nginx'},{'image':'a/b:1@sha256:0'},{'image':'c@sha256:0'},{'image':'r:5000/a'}] | image.repository | (nginx,a/b,c,r)",
                "[{'image':'nginx'},{}] | image.repository | NV",
                "[{'command':['sh','-c','x y']},{},{'command':[]}] | command | (sh -c x y,)",
                "[{'command':['sh',1]}] | command | NV",
                "[{'command':'sh'}] | command | NV",
                "[{'args':['a']}] | args | (a)",
                "[{},{'args':['a']}] | args[1] | (a)",
                "[{'securityContext':{'privileged':true}},{}] | privileged | (true)",
                "[{'securityContext':{'privileged':true}},{}] | privileged[1] | NV",
                "[{'securityContext':{'allowPrivilegeEscalation':false}}] | allow_privilege_escalation | (false)",
                "[{'securityContext':{'readOnlyRootFilesystem':true}}] | read_only_fs | (true)",
                "[{'securityContext':{'runAsUser':0}},{'securityContext':{'runAsUser':null}}] | run_as_user | (0,null)",
                "[{'securityContext':{'runAsGroup':1}}] | run_as_group | (1)",
                "[{'securityContext':{'procMount':'Default'}}] | proc_mount | (Default)",
                "[{'securityContext':{'capabilities':{'add':['A','B']}}}] | add_capabilities | (['A','B'])",
                "[{'securityContext':{'runAsUser':5}},{}] | eff_run_as_user | (0,0)",
                "[{'runAsUser':5},{}] | eff_run_as_user | (5,0)",
                "[{'runAsUser':5},{}] | eff_run_as_user[0] | (5)",
                "[{}] | eff_run_as_user[0] | NV",
                "[] | eff_run_as_user | NV",
                "[{}] | eff_run_as_group | (0)",
            })
    void containersOfEachFamilyAreWalked(String containers, String leaf, String expected) {
        for (String family : List.of("containers", "initContainers", "ephemeralContainers")) {
            String document = "\"auditID\":\"1\",\"requestObject\":{\"spec\":{\"" + family + "\":"
                    + containers.replace('\'', '"') + "}}";
            assertThat(extract(document, "ka.req.pod." + family + "." + leaf).replace('"', '\''))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'ports':[{'containerPort':80,'hostPort':8080},{'containerPort':443},{}]},{}] | host_port | (8080,443)",
                "[{},{'ports':[{'hostPort':1}]}] | host_port[1] | (1)",
                "[{'ports':{}}] | host_port | NV",
                "[{}] | host_port | NV",
            })
    void portsAreThoseOfTheHost(String containers, String leaf, String expected) {
        String document =
                "\"auditID\":\"1\",\"requestObject\":{\"spec\":{\"containers\":" + containers.replace('\'', '"') + "}}";
        assertThat(extract(document, "ka.req.pod.containers." + leaf)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'image':'r/a:1'},{}] | image | r/a:1",
                "[{'image':'r/a:1'}] | image.repository | r/a",
                "[{},{'image':'r/a:1'}] | image | NV",
                "[] | image | NV",
                "[{},{'securityContext':{'privileged':true}}] | privileged | true",
                "[{'securityContext':{'privileged':'true'}}] | privileged | false",
                "[] | privileged | false",
            })
    void theDeprecatedContainerFieldsAreScalars(String containers, String leaf, String expected) {
        String document =
                "\"auditID\":\"1\",\"requestObject\":{\"spec\":{\"containers\":" + containers.replace('\'', '"') + "}}";
        assertThat(extract(document, "ka.req.container." + leaf)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/x?a=1&a=2 | a | 1",
                "/x?a=b+c%20d%2B | a | b c d+",
                "/x?a= | a | ",
                "/x?a | a | ",
                "/x?&&a=1& | a | 1",
                "/x?b=1 | a | NV",
                "/x | a | NV",
                "/x?a=1;b=2 | a | NV",
                "/x?a=1&b=%zz | a | NV",
                "/x?a=1&b=%2 | a | NV",
                "/x?%61=1 | a | 1",
                "/x?a=b=c | a | b=c",
                "/x?a=1?b | a | 1?b",
                "/x%zz?a=1 | a | NV",
                "/x y?a=1 | a | 1",
                "/x?a=1#b=2 | a | 1",
                "/x?a=1#%zz | a | NV",
                "/x#?a=1 | a | NV",
                "/x\\n?a=1 | a | NV",
                "/x?a=\\u007f | a | NV",
                "x?a=1 | a | 1",
                "x:y?a=1 | a | 1",
                ":x?a=1 | a | NV",
                "1:x?a=1 | a | NV",
                "1/x:y?a=1 | a | 1",
                "http://h:80/x?a=1 | a | 1",
                "http://h:8x/x?a=1 | a | NV",
                "//u:p@h/x?a=1 | a | 1",
                "//u<@h/x?a=1 | a | NV",
                "//[::1]:80/?a=1 | a | 1",
                "//[::1/?a=1 | a | NV",
                "//h%20/?a=1 | a | NV",
                "//h%C3%A9/?a=1 | a | 1",
                "///x%41?a=1 | a | 1",
                "* | a | NV",
                "/x?a=%C3%A9 | a | é",
            })
    void queriesAreDecodedByTheRulesOfGo(String uri, String name, String expected) {
        assertThat(extract("\"auditID\":\"1\",\"requestURI\":\"" + uri + "\"", "ka.uri.param[" + name + "]"))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a':{'b':[{'c':1.0}]} | /a/b/0/c | 1.0",
                "'a':{'b':[{'c':1.0}]} | a/b/0/c | 1.0",
                "'a':[1,2] | /a/+1 | 2",
                "'a':[1,2] | /a/01 | 2",
                "'a':[1,2] | /a/-1 | NV",
                "'a':[1,2] | /a/-0 | 1",
                "'a':[1,2] | /a/2 | NV",
                "'a':[1,2] | /a/99999999999999999999 | NV",
                "'a':[1,2] | /a/x | NV",
                "'a':[1, 2] | /a | [1,2]",
                "'a':{'*':1} | /a/* | 1",
                "'a':null | /a | null",
                "'a':null | /a/b | NV",
                "'a':'x\\ty' | /a | x\ty",
                "'a':{'x/y~z':1} | /a/x~1y~0z | 1",
                "'a':{'~1':1} | /a/~01 | 1",
                "'a':{'':1} | /a/ | 1",
                "'a':1 | / | NV",
                "'':7 | / | 7",
                "'a':1,'a':2 | /a | 1",
                "'a':01 | /a | 01",
                "'a':1E5 | /a | 1E5",
            })
    void pointersWalkTheDocument(String members, String pointer, String expected) {
        String document = members.replace('\'', '"');
        assertThat(extract(document, "jevt.value[" + pointer + "]")).isEqualTo(expected);
        assertThat(extract(document, "json.value[" + pointer + "]")).isEqualTo(expected);
    }

    @Test
    void withoutAuditIdOnlyTheJsonFieldsHaveValues() {
        assertThat(extract("\"verb\":\"get\"", "ka.verb")).isEqualTo("NV");
        assertThat(extract("\"verb\":\"get\"", "ka.req.binding.subject.has_name[x]"))
                .isEqualTo("NV");
        assertThat(extract("\"verb\":\"get\"", "jevt.value[/verb]")).isEqualTo("get");
        assertThat(extract("\"auditID\":null,\"verb\":\"get\"", "ka.verb")).isEqualTo("get");
    }

    @Test
    void theWholeEventIsCompactOrPretty() {
        String document =
                "{\"kind\":\"Event\", \"stageTimestamp\":\"2026-03-01T10:00:00Z\",\"a\":[ ],\"b\":{\"c\":[1,{}]}}";
        Event event = Extraction.event(document);
        String compact = document.replace(" ", "");
        var whole = new Field(
                "jevt.value",
                FieldCatalogue.of(EventSource.K8S_AUDIT)
                        .find("jevt.value")
                        .orElseThrow()
                        .type(),
                false,
                Field.ArgumentKind.KEY_REQUIRED,
                Set.of(),
                Optional.empty(),
                "");
        assertThat(Extraction.show(Extractors.of(EventSource.K8S_AUDIT, whole, Optional.of(""))
                        .extract(event)))
                .isEqualTo(compact);
        assertThat(Extraction.show(Extraction.extract(event, "evt.plugininfo"))).isEqualTo(compact);
        assertThat(Extraction.show(Extraction.extract(event, "jevt.obj"))).isEqualTo("""
                        {
                          "kind": "Event",
                          "stageTimestamp": "2026-03-01T10:00:00Z",
                          "a": [],
                          "b": {
                            "c": [
                              1,
                              {}
                            ]
                          }
                        }""");
    }

    @ParameterizedTest
    @CsvSource({"01,NV", "NaN,NV", "1.,NV", "+1,NV", ".5,NV", "1e,NV", "1-,NV", "-0.5e+7,ok", "0,ok", "10,ok"})
    void thePrettyFormExistsForStrictJsonOnly(String number, String expected) {
        String pretty = extract("\"a\":[" + number + ",1]", "json.obj");
        assertThat(pretty.equals("NV") ? "NV" : "ok").isEqualTo(expected);
    }

    @Test
    void thePrettyFormWantsStrictStringsToo() {
        assertThat(extract("\"a\":\"x\\qy\"", "jevt.obj")).isEqualTo("NV");
        assertThat(extract("\"a\":\"x\ty\"", "jevt.obj")).isEqualTo("NV");
        assertThat(extract("\"a\":\"\\u12g4\"", "jevt.obj")).isEqualTo("NV");
        assertThat(extract("\"a\":\"\\u12\"", "jevt.obj")).isEqualTo("NV");
        assertThat(extract("\"a\":\"\\ud800\\n\"", "jevt.obj")).startsWith("{");
    }

    @Test
    void everyFieldOfTheCatalogueCanBeRead() {
        var generic = new GenericFields(ZoneOffset.UTC);
        assertThat(FieldCatalogue.of(EventSource.K8S_AUDIT).fields())
                .extracting(Field::name)
                .allSatisfy(name -> assertThat(AuditFields.find(name, Optional.empty(), FieldReading.NEWEST)
                                        .isPresent()
                                || generic.find(name).isPresent())
                        .as(name)
                        .isTrue());
    }

    @Test
    void fieldsOfAnotherSourceHaveNoValue() {
        Event syscall = Extraction.event("{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"open\"}}");
        Field verb = FieldCatalogue.of(EventSource.K8S_AUDIT).find("ka.verb").orElseThrow();
        assertThat(Extractors.of(EventSource.K8S_AUDIT, verb, Optional.empty()).extract(syscall))
                .isEqualTo(Value.None.NONE);
    }
}
