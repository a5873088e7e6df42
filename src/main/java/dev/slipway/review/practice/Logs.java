package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/** Logs that are kept, and not for ever: CIS AWS Foundations 3.7, and the bill of whoever kept all. */
public final class Logs {
    private Logs() {}

    public static Stream<Finding> endless(Synthesis synthesis) {
        return Demand.of("AWS::Logs::LogGroup")
                .at(synthesis, "RetentionInDays", "be set, or logs stay and cost for ever", Tree::exists);
    }

    public static Stream<Finding> unwatched(Synthesis synthesis) {
        Stream<Finding> missing = Demand.of("AWS::EC2::VPC")
                .where(vpc ->
                        vpc.template().resources("AWS::EC2::FlowLog").stream().noneMatch(log -> isOf(log, vpc)))
                .at(synthesis, "", "have a flow log, or nobody can say who talked to whom", value -> false);
        Stream<Finding> partial = Demand.of("AWS::EC2::FlowLog")
                .at(synthesis, "TrafficType", "be ALL or REJECT", Demand.isOneOf("ALL", "REJECT"));
        return Stream.concat(missing, partial);
    }

    private static boolean isOf(Resource log, Resource vpc) {
        return log.property("ResourceId.Ref").text().equals(vpc.id());
    }
}
