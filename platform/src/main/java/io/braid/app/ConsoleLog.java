package io.braid.app;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** For commands whose output is their answer: libraries speak only when something is wrong. */
final class ConsoleLog {
    private ConsoleLog() {}

    static void onlyWarnings() {
        LoggingSystem.get(ConsoleLog.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
