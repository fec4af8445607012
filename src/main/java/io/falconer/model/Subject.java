package io.falconer.model;

import io.falconer.condition.Operand;
import io.falconer.field.FieldType;

/**
 * What checks look at: one operand, wherever it stands. Checks on one subject see the same value. What two subjects have to do
 * with each other is not known here.
 *
 * @param operand without spans
 * @param type what each of its values is
 * @param always whether every event has it
 */
public record Subject(Operand operand, FieldType type, boolean always) {}
