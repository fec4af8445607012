package io.falconer.field;

/** The value types of fields (section 3.2), with the names that Falco's messages show. */
public enum FieldType {
    CHARBUF,
    FSPATH,
    BYTEBUF,
    BOOL,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    RELTIME,
    ABSTIME,
    ERRNO,
    FD,
    PID,
    PORT,
    L4PROTO,
    SOCKFAMILY,
    IPV4ADDR,
    IPADDR,
    IPNET,
    DOUBLE,
    DYN;

    /** Text that string operators and transformers accept. */
    public boolean isText() {
        return this == CHARBUF || this == FSPATH;
    }

    /** Numbers that are compared as unsigned. */
    public boolean isUnsigned() {
        return switch (this) {
            case UINT8, UINT16, UINT32, UINT64, RELTIME, ABSTIME, PORT, L4PROTO -> true;
            case CHARBUF,
                    FSPATH,
                    BYTEBUF,
                    BOOL,
                    INT8,
                    INT16,
                    INT32,
                    INT64,
                    ERRNO,
                    FD,
                    PID,
                    SOCKFAMILY,
                    IPV4ADDR,
                    IPADDR,
                    IPNET,
                    DOUBLE,
                    DYN -> false;
        };
    }
}
