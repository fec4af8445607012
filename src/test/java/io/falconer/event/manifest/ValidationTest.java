package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ^} marks the place of the problem. */
class ValidationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{apiVersion: v1, kind: ^Pod, metadata: {name: p}} | the Pod has no spec.containers",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {^hostPID: true}} | the Pod has no spec.containers",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: ^[]}} | the Pod has no spec.containers",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{^image: a}]}} | spec.containers[0] has no name",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}, {^name: ''}]}} | spec.containers[1] has no name",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}], initContainers: [^{}]}} | spec.initContainers[0] has no name",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}], ephemeralContainers: [{^image: a}]}} | spec.ephemeralContainers[0] has no name",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {template: ^{}}} | the Deployment has no spec.template.spec.containers",
                "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {template: {spec: {containers: [{^image: a}]}}}} | spec.template.spec.containers[0] has no name",
                "{apiVersion: batch/v1, kind: CronJob, metadata: {name: d}, spec: {jobTemplate: {spec: {template: {spec: {containers: ^[]}}}}}} | the CronJob has no spec.jobTemplate.spec.template.spec.containers",
                "{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{^default: {cpu: 1}}]}} | spec.limits[0] has no type"
            })
    void aMissingKeyIsReportedWhereItBelongs(String text, String message) {
        Manifest.assertProblem(text, "manifest-missing-key: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: ^container, default: {cpu: 1}} | spec.limits[0].type must be Container, Pod or PersistentVolumeClaim, not \"container\"",
                "{type: Pod, default: {}, defaultRequest: {^cpu: 1}} | spec.limits[0].defaultRequest cannot be used with type: Pod"
            })
    void aLimitRangeThatTheServerRefusesHasNoEffect(String limit, String message) {
        String text = "{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [" + limit + "]}}";
        Manifest.assertProblem(text, "manifest-invalid: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{limits: {type: Container}} | spec.limits must be a list, not a mapping",
                "{limits: [Container]} | spec.limits[0] must be a mapping, not \"Container\"",
                "{limits: [{type: [Container]}]} | spec.limits[0].type must be a text, not a list",
                "{limits: [{type: Container, default: 1}]} | spec.limits[0].default must be a mapping, not 1",
                "{limits: [{type: Container, default: {cpu: lots}}]} | spec.limits[0].default.cpu must be a quantity, not \"lots\"",
                "{limits: [{type: Container, max: {memory: 1 GB}}]} | spec.limits[0].max.memory must be a quantity, not \"1 GB\"",
                "[] | spec must be a mapping, not a list"
            })
    void aLimitRangeOfWrongTypesIsNotRead(String spec, String message) {
        assertThat(Manifest.problems("{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: " + spec + "}"))
                .singleElement()
                .asString()
                .endsWith("manifest-wrong-type: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: LimitRange, metadata: {name: l}}",
                "{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: example.com/Queue}]}}",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}]}}",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {ephemeralContainers: [{name: a}]}}"
            })
    void whatTheServerMayTakeIsRead(String text) {
        assertThat(Manifest.problems(text)).isEmpty();
    }

    @Test
    void everyProblemOfAnObjectIsReported() {
        assertThat(Manifest.problems("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{}, {}]}}"))
                .hasSize(2);
    }

    @Test
    void whatAMergeKeyBringsInIsReportedWhereItIsMerged() {
        Manifest.assertProblem("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                  - &a {name: a, ports: [{name: http, containerPort: 80}]}
                  - {^<<: *a, name: ""}
                """, "manifest-missing-key: spec.containers[1] has no name");
    }
}
