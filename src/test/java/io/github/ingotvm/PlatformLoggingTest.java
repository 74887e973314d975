package io.github.ingotvm;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PlatformLoggingTest {
    @Test
    void whatJavaAndJavaFxLogGoesToTheLogAndNotToTheTerminal() {
        Logger log = (Logger) LoggerFactory.getLogger("javafx.test");
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        log.addAppender(seen);

        System.getLogger("javafx.test").log(System.Logger.Level.ERROR, "said by the toolkit");

        assertThat(seen.list).extracting(ILoggingEvent::getMessage).containsExactly("said by the toolkit");
    }
}
