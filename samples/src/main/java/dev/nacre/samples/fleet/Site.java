package dev.nacre.samples.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** A place with devices. */
@Entity
public class Site {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String code = "";
    private String name = "";

    @OneToMany(mappedBy = "site")
    @OrderBy("serial")
    private List<Device> devices = new ArrayList<>();

    /** For the mapper. */
    protected Site() {}

    Site(String code, String name) {
        this.code = code;
        this.name = name;
    }

    long id() {
        return id;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    List<Device> devices() {
        return List.copyOf(devices);
    }
}
