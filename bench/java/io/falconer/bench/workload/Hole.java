package io.falconer.bench.workload;

/** What can be left open in a {@link Template}: something of the event's subject, or something new each time. */
enum Hole {
    NAMESPACE((out, subject, dice) -> out.append(subject.app().namespace())),
    TEAM((out, subject, dice) -> out.append(subject.app().team())),
    APP((out, subject, dice) -> out.append(subject.app().name())),
    SPEC((out, subject, dice) -> out.append(subject.app().spec())),
    POD((out, subject, dice) -> out.append(subject.app().name()).append('-').append(subject.suffix())),
    NODE((out, subject, dice) -> out.append(subject.node())),
    PERSON((out, subject, dice) -> out.append(subject.person())),
    CONTROLLER((out, subject, dice) -> out.append(subject.controller())),
    SECOND((out, subject, dice) -> out.append(subject.second())),
    RECEIVED((out, subject, dice) -> time(out, subject.second(), subject.micros())),
    FINISHED((out, subject, dice) -> time(out, subject.second(), subject.micros() + dice.below(9000))),
    NUMBER((out, subject, dice) -> out.append(100_000_000 + dice.below(900_000_000))),
    IP((out, subject, dice) -> out.append("10.")
            .append(dice.below(64))
            .append('.')
            .append(dice.below(256))
            .append('.')
            .append(1 + dice.below(254))),
    HASH((out, subject, dice) -> hex(out, dice.bits(), 10)),
    UID((out, subject, dice) -> {
        long bits = dice.bits();
        hex(out, bits, 8);
        out.append('-');
        hex(out, bits >>> 32, 4);
        out.append("-4");
        hex(out, bits >>> 48, 3);
        out.append("-a");
        hex(out, bits >>> 16, 3);
        out.append('-');
        hex(out, dice.bits(), 12);
    });

    private interface Writer {
        void write(StringBuilder out, Subject subject, Dice dice);
    }

    private final Writer writer;

    Hole(Writer writer) {
        this.writer = writer;
    }

    void write(StringBuilder out, Subject subject, Dice dice) {
        writer.write(out, subject, dice);
    }

    private static void hex(StringBuilder out, long bits, int digits) {
        for (int i = 0; i < digits; i++) {
            out.append("0123456789abcdef".charAt((int) (bits >>> (4 * i)) & 15));
        }
    }

    private static void time(StringBuilder out, String second, int micros) {
        out.append(second).append('.');
        for (int unit = 100_000; unit > 0; unit /= 10) {
            out.append((char) ('0' + micros / unit % 10));
        }
        out.append('Z');
    }
}
