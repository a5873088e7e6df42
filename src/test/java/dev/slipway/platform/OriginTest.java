package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OriginTest {
    /** The line that calls it, by another way than the product's. */
    private static String line(int offset) {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        return "OriginTest.java:" + (caller.getLineNumber() + offset);
    }

    @Nested
    class PointsAtTheLineThatDeclares {
        @Test
        void aService() {
            Service service = Service.java("order");
            assertThat(service.origin()).hasToString(line(-1));
        }

        @Test
        void aPlatform() {
            Platform platform = Platform.named("ordering");
            assertThat(platform.origin()).hasToString(line(-1));
        }

        @Test
        void anEnvironment() {
            Environment environment = Environment.named("dev");
            assertThat(environment.origin()).hasToString(line(-1));
        }

        @Test
        void aNeedOfTheUsersOwn() {
            Need need = Queue.queue("jobs");
            assertThat(need.origin()).hasToString(line(-1));
        }

        @Test
        void aNeedDeclaredInsideTheProgram() {
            Need need = Bell.bell();
            assertThat(need.origin()).hasToString(line(-1));
        }

        @Test
        void inALambda() {
            Supplier<Service> supplier = () -> Service.java("order");
            String declared = line(-1);
            assertThat(supplier.get().origin()).hasToString(declared);
        }

        @Test
        void inAStream() {
            List<Service> services =
                    Stream.of("order", "payment").map(name -> Service.go(name)).toList();
            String declared = line(-1);
            assertThat(services)
                    .extracting(Service::origin)
                    .extracting(Origin::toString)
                    .containsOnly(declared);
        }

        @Test
        void inANestedClass() {
            assertThat(Program.ORDER.origin()).hasToString(Program.LINE);
        }

        @Test
        void whereTheFactoryCallsAnother() {
            Need need = Bell.loud();
            assertThat(need.origin()).hasToString(line(-1));
        }
    }

    @Nested
    class StaysWhereTheThingWasFirstDeclared {
        @Test
        void whateverIsAddedLater() {
            Service first = Service.java("order");
            Service later = first.port(9000).needs(Queue.queue("jobs")).ownedBy("checkout", "#checkout");
            assertThat(later.origin()).hasToString(first.origin().toString());
        }
    }

    @Test
    void isNoPartOfEquality() {
        Service first = Service.java("order");
        Service second = Service.java("order");
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        assertThat(first.origin()).isNotEqualTo("OriginTest.java").isNotEqualTo(null);
        assertThat(first.origin().line()).isNotEqualTo(second.origin().line());
    }

    @Test
    void canBeReadFromElsewhere() {
        Origin origin = Origin.of("platform.yaml", 7);
        assertThat(origin.file()).isEqualTo("platform.yaml");
        assertThat(origin.line()).isEqualTo(7);
        assertThat(origin).hasToString("platform.yaml:7");
    }

    @Test
    void hasNoLineWhereNobodyDeclared() {
        assertThat(Origin.unknown()).hasToString("unknown");
        assertThat(Origin.unknown().line()).isZero();
    }

    private static final class Program {
        static final Service ORDER = Service.java("order");
        static final String LINE = line(-1);
    }

    @Declares
    private record Bell(boolean isLoud, Origin origin) implements Need {
        static Bell bell() {
            return ring(false);
        }

        static Bell loud() {
            return List.of(true).stream().map(Bell::ring).findFirst().orElseThrow();
        }

        private static Bell ring(boolean isLoud) {
            return new Bell(isLoud, Origin.here());
        }

        @Override
        public String describe() {
            return "bell";
        }
    }
}
