package io.braid.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Braid. */
@SpringBootApplication(proxyBeanMethods = false)
public class Braid {
    private Braid() {}

    public static void main(String[] args) {
        SpringApplication.run(Braid.class, args);
    }
}
