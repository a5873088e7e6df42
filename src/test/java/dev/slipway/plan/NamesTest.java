package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Service ORDER = Service.java("order");
    private static final Names NAMES = Names.of(Platform.named("ordering"), Environment.named("dev"));
    private static final String LONG = "a".repeat(63);

    @Nested
    class OfATypicalService {
        @Test
        void areTheContractBetweenThePlanes() {
            assertThat(NAMES.platform()).isEqualTo("ordering");
            assertThat(NAMES.environment()).isEqualTo("dev");
            assertThat(NAMES.namespace()).isEqualTo("ordering-dev");
            assertThat(NAMES.environmentWide()).isEqualTo("ordering-dev");
            assertThat(NAMES.environmentWide(40)).isEqualTo("ordering-dev");
            assertThat(NAMES.ofService(ORDER, 40)).isEqualTo("ordering-dev-order");
            assertThat(NAMES.repository(ORDER)).isEqualTo("ordering/order");
            assertThat(NAMES.role(ORDER.name())).isEqualTo("ordering.dev.order");
            assertThat(NAMES.role("order", "backup")).isEqualTo("ordering.dev.order.backup");
            assertThat(NAMES.secretReaderRole("order")).isEqualTo("ordering.dev.order.secret-reader");
            assertThat(NAMES.externalSecretsRole()).isEqualTo("ordering.dev.platform.external-secrets");
            assertThat(NAMES.secret("order", "database")).isEqualTo("ordering/dev/order/database");
        }

        @Test
        void ofParametersHaveTheTypeThatIsReadBack() {
            assertThat(NAMES.parameter("streaming", "brokers", Parameter.Type.TEXT))
                    .isEqualTo(new Parameter("/ordering/dev/streaming/brokers", Parameter.Type.TEXT));
            assertThat(NAMES.vpcId()).isEqualTo(new Parameter("/ordering/dev/network/vpc-id", Parameter.Type.VPC));
            assertThat(NAMES.clusterSecurityGroup())
                    .isEqualTo(new Parameter("/ordering/dev/cluster/security-group-id", Parameter.Type.SECURITY_GROUP));
            assertThat(NAMES.subnetIds(Tier.ISOLATED))
                    .isEqualTo(new Parameter("/ordering/dev/network/isolated-subnet-ids", Parameter.Type.SUBNETS));
        }
    }

    @Nested
    class OfWhatIsShared {
        private static final Target TARGET = new Target("111122223333", "eu-central-1");

        @Test
        void ofBucketsAreTheWorldsAndSayWhoseTheyAre() {
            assertThat(NAMES.bucket("invoices", TARGET)).isEqualTo("ordering-dev-invoices-111122223333-eu-central-1");
            assertThat(NAMES.bucket(LONG, TARGET))
                    .hasSize(63)
                    .startsWith("ordering-dev-aaa")
                    .endsWith("-111122223333-eu-central-1");
        }

        @Test
        void ofRolesOfWorkflowsSayWhatTheyDo() {
            assertThat(NAMES.githubDeployRole()).isEqualTo("ordering.dev.github.deploy");
            assertThat(NAMES.githubDiffRole()).isEqualTo("ordering.shared.github.diff");
            assertThat(NAMES.githubImagesRole()).isEqualTo("ordering.shared.github.images");
        }
    }

    @Nested
    class OfNamespaces {
        @Test
        void areThePlatformsInProduction() {
            assertThat(Names.of(
                                    Platform.named("ordering"),
                                    Environment.named("prod").production())
                            .namespace())
                    .isEqualTo("ordering");
        }

        @Test
        void areWhatTheEnvironmentSays() {
            assertThat(Names.of(
                                    Platform.named("ordering"),
                                    Environment.named("dev").namespace("shop"))
                            .namespace())
                    .isEqualTo("shop");
        }

        @Test
        void areShortEnoughForKubernetes() {
            String namespace =
                    Names.of(Platform.named(LONG), Environment.named(LONG)).namespace();
            assertThat(namespace).hasSize(63).startsWith("aaa").matches("[a-z0-9-]+");
        }
    }

    @Nested
    class Shortened {
        @Test
        void stayAsTheyAreUpToTheLimit() {
            assertThat(Names.limited("abcdefghij", 10)).isEqualTo("abcdefghij");
            assertThat(Names.limited("abcdefghijk", 10)).isEqualTo("ab-ca2f206");
        }

        @Test
        void neverHaveTwoSeparatorsInARow() {
            assertThat(Names.limited("abc-defghijklmnop", 12)).matches("abc-[0-9a-f]{7}");
            assertThat(Names.limited("abc.-defghijklmnop", 13)).matches("abc-[0-9a-f]{7}");
            assertThat(Names.limited("---------------", 10)).matches("-[0-9a-f]{7}");
        }

        @Test
        void fitIntoTheLimitsOfAws() {
            Names names = Names.of(Platform.named(LONG), Environment.named(LONG));
            Service service = Service.java(LONG);
            assertThat(names.role(service.name())).hasSize(64);
            assertThat(names.secretReaderRole(LONG)).hasSize(64).isNotEqualTo(names.role(service.name()));
            assertThat(names.environmentWide()).hasSize(64);
            assertThat(names.environmentWide(20)).hasSize(20);
            assertThat(names.ofService(service, 40)).hasSize(40);
        }

        @Test
        void differFromEveryOtherAndStayTheSame() {
            Random random = new Random(42);
            Pattern acceptable = Pattern.compile("[a-z](-?[a-z0-9])*");
            Map<String, String> originals = new HashMap<>();
            for (int i = 0; i < 2_000; i++) {
                String text = "ordering-" + word(random) + "-" + word(random) + "-" + word(random);
                String name = Names.limited(text, 40);
                assertThat(name)
                        .hasSizeLessThanOrEqualTo(40)
                        .matches(acceptable)
                        .isEqualTo(Names.limited(text, 40));
                assertThat(originals.put(name, text)).isIn(null, text);
            }
            assertThat(originals).hasSizeGreaterThan(1_900);
        }

        private static String word(Random random) {
            StringBuilder word = new StringBuilder("w");
            int length = random.nextInt(20);
            for (int i = 0; i < length; i++) {
                boolean mayPart = word.charAt(word.length() - 1) != '-' && i < length - 1;
                word.append(mayPart && random.nextInt(4) == 0 ? '-' : (char) ('a' + random.nextInt(3)));
            }
            return word.toString();
        }
    }

    @Test
    void ofRolesDifferWhereJoinedNamesCoincide() {
        Names dev = Names.of(Platform.named("shop"), Environment.named("dev"));
        Names devX = Names.of(Platform.named("shop"), Environment.named("dev-x"));
        assertThat(dev.role("x-order")).isNotEqualTo(devX.role(ORDER.name()));
    }

    @Test
    void hashIsTheHexadecimalSha256() {
        assertThat(Names.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Names.hash("é")).isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }
}
