package dev.slipway.ordering.starter.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;

/** A producer with something to happen around one of its methods. */
final class Faulty {
    /** What happens; it runs the call itself, or does not. */
    interface Fault {
        Object around(Callable<Object> call) throws Exception;
    }

    private Faulty() {}

    @SuppressWarnings("unchecked")
    static Producer<String, String> at(String method, Producer<String, String> producer, Fault fault) {
        return (Producer<String, String>) Proxy.newProxyInstance(
                Faulty.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, called, arguments) -> {
                    Callable<Object> call = () -> {
                        try {
                            return called.invoke(producer, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof Exception cause ? cause : e;
                        }
                    };
                    return called.getName().equals(method) ? fault.around(call) : call.call();
                });
    }
}
