package dev.nacre.samples.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What measures. Ids come from a sequence, fifty at a time; two changes at once are noticed by the version. */
@Entity
public class Device {
    @Id
    @GeneratedValue(generator = "device_seq")
    @SequenceGenerator(name = "device_seq", sequenceName = "device_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Site site = new Site();

    private String serial = "";
    private UUID token = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private DeviceStatus status = DeviceStatus.ACTIVE;

    private OffsetDateTime installed = OffsetDateTime.MIN;
    private BigDecimal calibration = BigDecimal.ZERO;
    private String firmware = "1.0";

    @Version
    private int version;

    /** For the mapper. */
    protected Device() {}

    Device(Site site, String serial, OffsetDateTime installed) {
        this.site = site;
        this.serial = serial;
        this.token = UUID.nameUUIDFromBytes(serial.getBytes(StandardCharsets.UTF_8));
        this.installed = installed;
    }

    long id() {
        return id;
    }

    String serial() {
        return serial;
    }

    Site site() {
        return site;
    }

    DeviceStatus status() {
        return status;
    }

    BigDecimal calibration() {
        return calibration;
    }

    void calibrate(BigDecimal correction) {
        calibration = calibration.add(correction);
    }

    void become(DeviceStatus next) {
        status = next;
    }

    void update(String nextFirmware) {
        firmware = nextFirmware;
    }

    void move(Site next) {
        site = next;
    }

    @Override
    public String toString() {
        return serial + " " + status + " firmware " + firmware + " calibration " + calibration.toPlainString()
                + " token " + token + " installed " + installed + " version " + version;
    }
}
