package dev.nacre.samples.fleet;

/** Whether what a device says is listened to. */
public enum DeviceStatus {
    /** It is. */
    ACTIVE,
    /** It is not, until somebody has looked at the device. */
    FAULTY,
    /** It never will be again. */
    RETIRED
}
