package dev.nacre.samples.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Something that a person should look at. */
@Entity
public class Alert {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Device device = new Device();

    private OffsetDateTime raised = OffsetDateTime.MIN;
    private String message = "";
    private boolean acknowledged;

    @Lob
    private @Nullable String note;

    /** For the mapper. */
    protected Alert() {}

    Alert(Device device, OffsetDateTime raised, String message) {
        this.device = device;
        this.raised = raised;
        this.message = message;
    }

    void write(String text) {
        note = text;
    }

    @Override
    public String toString() {
        return id + " " + device.serial() + " at " + raised + ": " + message + (acknowledged ? ", acknowledged" : "")
                + (note == null ? "" : ", note of " + note.length() + " characters");
    }
}
