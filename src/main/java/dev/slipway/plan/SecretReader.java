package dev.slipway.plan;

import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may read which parameters and secrets on AWS: the pods of a service, or those of a task. Nobody else reads them.
 *
 * @param owner service or task
 * @param parameters names in Parameter Store, sorted
 * @param secrets names in Secrets Manager, sorted
 */
public record SecretReader(String owner, List<String> parameters, List<String> secrets) {
    static Optional<SecretReader> of(ServicePlan service) {
        return of(service.name(), service.variables());
    }

    static Optional<SecretReader> of(Task task) {
        return of(task.name(), task.variables());
    }

    private static Optional<SecretReader> of(String owner, List<Variable> variables) {
        List<String> parameters = sources(variables, Variable.Source.FromParameter.class)
                .map(source -> source.parameter().name())
                .distinct()
                .sorted()
                .toList();
        List<String> secrets = sources(variables, Variable.Source.FromSecret.class)
                .map(Variable.Source.FromSecret::secret)
                .distinct()
                .sorted()
                .toList();
        return parameters.isEmpty() && secrets.isEmpty()
                ? Optional.empty()
                : Optional.of(new SecretReader(owner, parameters, secrets));
    }

    private static <S extends Variable.Source> Stream<S> sources(List<Variable> variables, Class<S> kind) {
        return variables.stream().map(Variable::source).filter(kind::isInstance).map(kind::cast);
    }
}
